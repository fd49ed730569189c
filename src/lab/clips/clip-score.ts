import { FINDING_INDEX } from '../../domain/findings/finding.ts';

/** Scores that recordings are ranked by, each 0-1. */
export interface ClipScores {
  readonly aLines: number;
  readonly bLines: number;
}

/** The rule in words, for whoever reads the figures. */
export const SCORE_RULE =
  'Score of a recording, from a, b, c = mean probability of A-line, B-line and confluence over all pixels of the sector and all its sampled images: B-lines seen b / (a + b + 0.0005), A-lines seen a / (a + b + c + 0.0005). No threshold is involved.';

/**
 * Where nothing of either kind is seen a ratio would be noise; this share of the sector (about two specks of
 * SPECK_MM2) keeps it near 0.
 */
const FLOOR_SHARE = 0.0005;

/**
 * The fixed rule from pixels to scores. Probabilities rather than labelled pixels, since a rank should also tell
 * faint from absent. Ratios rather than areas, since both artefacts share the space below the pleural line and each
 * hides the other: how much of it is seen at all (depth, shadows, gain) cancels out. The confluence counts against
 * A-lines, which it hides too, but not for "B-lines seen": experts mean separate lines by that, and write "no single
 * B-lines, fused into white lung" where they merge.
 *
 * @param images class shares of each sampled image, in FINDINGS order
 */
export function clipScore(images: readonly (readonly number[])[]): ClipScores {
  const mean = (value: number): number =>
    images.reduce((sum, shares) => sum + shares[value]!, 0) / Math.max(1, images.length);
  const a = mean(FINDING_INDEX.a_line);
  const b = mean(FINDING_INDEX.b_line);
  const c = mean(FINDING_INDEX.b_line_confluence);
  return { aLines: a / (a + b + c + FLOOR_SHARE), bLines: b / (a + b + FLOOR_SHARE) };
}
