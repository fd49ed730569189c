import type { MModeSpan } from '../../../domain/scan/scan-truth.ts';
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

/** The middle of the widest run of scan lines whose sign is among the options; null where there is none. */
export function signRight({ spans, options }: SignTask): SignReply | null {
  let widest: (MModeSpan & { readonly value: SignReply['value'] }) | null = null;
  for (const span of spans) {
    const value = options.find((option) => option.value === span.shows)?.value;
    if (value === undefined) continue;
    if (widest === null || span.to - span.from > widest.to - widest.from) widest = { ...span, value };
  }
  return widest === null ? null : { lateral: (widest.from + widest.to) / 2, value: widest.value };
}
