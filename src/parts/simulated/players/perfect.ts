import type { Player, SignReply, SignTask } from '../player.ts';

/** Does everything as the truth has it. */
export function perfectCreate(): Player {
  return {
    marks: ({ right }) => right,
    reply: ({ right }) => right,
    pose: ({ right }) => right,
    sign: signRight,
    reading: ({ right, asksSliding }) => ({ ...right, sliding: asksSliding ? right.sliding : null }),
    proposal: ({ proposal }) => ({
      act: proposal.error === null ? 'accept' : 'reject',
      confidence: 4,
      mend: null,
    }),
    missing: ({ right }) => ({ finding: right, confidence: 4 }),
  };
}

/**
 * The middle of the widest run of scan lines whose sign is among the options, of those with the sign that the line is to show where
 * there are any; null where there is none.
 */
export function signRight({ spans, options, goal }: SignTask): SignReply | null {
  const offered = spans.flatMap((span) => {
    const value = options.find((option) => option.value === span.shows)?.value;
    return value === undefined ? [] : [{ ...span, value }];
  });
  const wanted = offered.filter(({ value }) => value === goal);
  const [widest] = (wanted.length > 0 ? wanted : offered).toSorted((a, b) => b.to - b.from - (a.to - a.from));
  return widest === undefined ? null : { lateral: (widest.from + widest.to) / 2, value: widest.value };
}
