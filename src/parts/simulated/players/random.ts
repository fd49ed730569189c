import type { MarkableFinding } from '../../../domain/findings/finding.ts';
import type { MmPoint } from '../../../domain/geometry/point.ts';
import { mmFromBeam, type Sector } from '../../../domain/geometry/sector.ts';
import type { Mark } from '../../../domain/marks/mark.ts';
import { type Random, randomBetween } from '../../../domain/numbers/random.ts';
import { PROPOSAL_ACTS } from '../../../domain/proposals/decision.ts';
import { MISSABLE } from '../../../domain/proposals/proposal.ts';
import { zonePose, zonesOf } from '../../../domain/scan/zones.ts';
import { CHOICE_VALUES } from '../../../domain/scenario/answer-source.ts';
import { toolSuggest } from '../../../domain/scenario/tools.ts';
import type { MarkTask, Player, QuestionTask } from '../player.ts';

/** After so many lines without lung it is given up. */
const LINES_TRIED = 4;

/** A proposal that is mended goes so far to either side at most. */
const MENDED_MM = 20;

/** Knows nothing, and draws and says something. */
export function randomPlayerCreate(random: Random): Player {
  return {
    marks: (task) => marksGuess(task, random),
    reply: (task) => replyGuess(task, random),
    pose: ({ zones }) => zonePose(oneOf(zonesOf(zones), random)),
    sign({ options, tries }) {
      if (tries >= LINES_TRIED) return null;
      return { lateral: randomBetween(random, -1, 1), value: oneOf(options, random).value };
    },
    reading: ({ asksSliding }) => ({
      pattern: oneOf(CHOICE_VALUES.pattern, random),
      sliding: asksSliding ? oneOf(CHOICE_VALUES.lung_sliding, random) : null,
    }),
    proposal({ proposal: { finding } }) {
      const act = oneOf(PROPOSAL_ACTS, random);
      const rightMm = randomBetween(random, -MENDED_MM, MENDED_MM);
      return { act, confidence: 1, mend: act === 'mend' ? { finding, rightMm, deeperMm: 0 } : null };
    },
    missing: () => ({ finding: oneOf([null, ...MISSABLE], random), confidence: 1 }),
  };
}

function replyGuess({ reply }: QuestionTask, random: Random): number | string {
  if (reply.kind === 'choice') return oneOf(reply.options, random).value;
  const { min, max, isCount } = reply;
  return isCount ? Math.floor(randomBetween(random, min, max + 1)) : randomBetween(random, min, max);
}

/** As many marks as there ought to be, each of a finding that is asked for, somewhere in the image; one at least. */
function marksGuess({ right, findings, sector }: MarkTask, random: Random): readonly Mark[] {
  return Array.from({ length: Math.max(1, right.length) }, (_, i) =>
    markGuess(`guess-${i + 1}`, oneOf(findings, random), sector, random),
  );
}

function markGuess(id: string, finding: MarkableFinding, sector: Sector, random: Random): Mark {
  const lateral = randomBetween(random, -0.8, 0.8);
  const depthMm = randomBetween(random, 0.1, 0.9) * sector.depthMm;
  const half = randomBetween(random, 0.05, 0.3);
  const at = (aside: number, below: number): MmPoint =>
    mmFromBeam(sector, {
      lateral: Math.min(1, Math.max(-1, lateral + aside)),
      depthMm: Math.min(sector.depthMm, Math.max(0, depthMm + below * sector.depthMm)),
    });
  switch (toolSuggest(finding, ['line', 'beam', 'region'])) {
    case 'beam':
      return { id, kind: 'beam', finding, origin: at(0, 0), widthMm: 3, endDepthMm: sector.depthMm };
    case 'line':
      return { id, kind: 'line', finding, points: [at(-half, 0), at(0, 0), at(half, 0)], widthMm: 2 };
    default: {
      const corners = [at(-half, -0.05), at(half, -0.05), at(half, 0.05), at(-half, 0.05)];
      return { id, kind: 'region', finding, points: corners };
    }
  }
}

function oneOf<Value>(values: readonly Value[], random: Random): Value {
  const value = values[Math.floor(random.next() * values.length)];
  if (value === undefined) throw new Error('There is nothing to choose from.');
  return value;
}
