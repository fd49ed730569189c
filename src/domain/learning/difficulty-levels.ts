import type { MarkableFinding } from '../findings/finding.ts';
import { levelOfVotes, type Terciles, tercileVote } from './difficulty-votes.ts';
import type { DifficultyLevel, MeasuredDifficulty } from './measured-difficulty.ts';

/** The terciles of what is measured, over images that show a finding, and of the look-alikes on those that do not. */
export interface LevelBounds {
  readonly contrastDb: Terciles;
  readonly sizeMm: Terciles;
  readonly distractors: Terciles;
  readonly distractorsOfNormals: Terciles;
}

/**
 * Terciles as `npm run items -- --levels --seeds 20` printed them: 200 exams from seed 1, of either look and every pattern, of
 * which each finding takes the patterns that its items are drawn from. Of images with the finding rib and pleural line had 200,
 * consolidation 37, the others 40; without it A-line 74, B-line 80, confluence 63, effusion and consolidation 120. A rib
 * and a pleural line are never missing.
 */
const LEVEL_BOUNDS: Readonly<Record<MarkableFinding, LevelBounds>> = {
  rib: { contrastDb: [7.2, 9.4], sizeMm: [2.8, 4.4], distractors: [0, 0], distractorsOfNormals: [0, 0] },
  pleural_line: {
    contrastDb: [15.5, 21.5],
    sizeMm: [2, 2.1],
    distractors: [10, 18],
    distractorsOfNormals: [0, 0],
  },
  a_line: {
    contrastDb: [13.4, 14.7],
    sizeMm: [1.8, 2.8],
    distractors: [10, 23],
    distractorsOfNormals: [7, 16],
  },
  b_line: { contrastDb: [10.8, 12.4], sizeMm: [6.8, 9.6], distractors: [0, 0], distractorsOfNormals: [0, 0] },
  b_line_confluence: {
    contrastDb: [13.7, 16],
    sizeMm: [25, 33],
    distractors: [0, 0],
    distractorsOfNormals: [0, 1],
  },
  pleural_effusion: {
    contrastDb: [5.1, 7.3],
    sizeMm: [12.8, 24.2],
    distractors: [0, 0],
    distractorsOfNormals: [0, 0],
  },
  consolidation: {
    contrastDb: [5.7, 8.9],
    sizeMm: [9, 14.3],
    distractors: [0, 0],
    distractorsOfNormals: [0, 0.3],
  },
};

/**
 * The level of an image for a finding. Every measure votes: +1 for hard, -1 for easy, 0 where it lies between its
 * terciles. More votes for hard make it hard, more for easy easy, as many of both the standard.
 *
 * With the finding: less contrast, a smaller one and more look-alikes are harder. Without it: more look-alikes are (where the terciles
 * are none, one is many), and the clinical look is, the clean one easy.
 */
export function difficultyLevel(
  finding: MarkableFinding,
  isNormal: boolean,
  { contrastDb, sizeMm, distractors, look }: MeasuredDifficulty,
): DifficultyLevel {
  const bounds = LEVEL_BOUNDS[finding];
  const votes = isNormal
    ? normalVote(distractors, bounds.distractorsOfNormals) + (look === 'clean' ? -1 : 1)
    : tercileVote(distractors, bounds.distractors) -
      tercileVote(contrastDb, bounds.contrastDb) -
      tercileVote(sizeMm, bounds.sizeMm);
  return levelOfVotes(votes);
}

/** The middle of the standard contrast (dB) of a finding: halfway between its terciles. */
export function contrastMiddle(finding: MarkableFinding): number {
  const [low, high] = LEVEL_BOUNDS[finding].contrastDb;
  return (low + high) / 2;
}

/** Counts are small, and often none for a third of the images and more. */
function normalVote(distractors: number, [low, high]: Terciles): number {
  const few = Math.max(1, low);
  if (distractors < few) return -1;
  return distractors >= Math.max(few, high) ? 1 : 0;
}
