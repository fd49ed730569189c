import type { MaskReport } from '../grading/report.ts';
import type { Reports } from './strip.ts';

/**
 * Share of a clip's images, 0-1, that show what is told of it. B-lines come and go with the breath: the count is of the
 * moment when most are seen in one intercostal space (Anderson et al. 2013, J Ultrasound Med 32:115-120, their third way),
 * and half a second of five tells such a moment from a flicker.
 */
export const HELD_SHARE = 0.1;

/** How many B-lines a clip shows. */
export interface ClipCount {
  /** The most separate ones in one intercostal space, in HELD_SHARE of the images or more. */
  readonly separate: number;
  /** Whether as many images show merged ones, which no number is given to: their share of the space is the artefact score. */
  readonly isMerged: boolean;
}

/**
 * The greatest number that so large a share of the images show or exceed; 0 where there is no image.
 * @param counts one for each image
 * @param share 0-1
 */
export function countHeld(counts: readonly number[], share: number): number {
  const falling = [...counts].sort((a, b) => b - a);
  return falling[imagesHeld(counts.length, share) - 1] ?? 0;
}

/** Of how many images a share of them is, at least one. */
function imagesHeld(images: number, share: number): number {
  // 0.1 * 70 is a little more than 7.
  return Math.max(1, Math.ceil(share * images - 1e-9));
}

/** The count of a clip by the images that have one; null where none has: reports of earlier versions lack it. */
export function clipCount(reports: Reports): ClipCount | null {
  const counted = reports.filter(
    (report): report is MaskReport & { readonly spaceBLines: number } =>
      (report?.spaceBLines ?? null) !== null,
  );
  if (counted.length === 0) return null;
  const merged = counted.filter(({ classes }) => classes.b_line_confluence.instances > 0).length;
  return {
    separate: countHeld(
      counted.map(({ spaceBLines }) => spaceBLines),
      HELD_SHARE,
    ),
    isMerged: merged >= imagesHeld(counted.length, HELD_SHARE),
  };
}
