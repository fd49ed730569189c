/** How to come to a B-line artefact score by eye. */
export const BLAS_HOW_TO =
  'To estimate: go along all of the pleural line that you see, also beyond the ribs. Which share of its length has a B-line or a confluence below it?';

/**
 * What is drawn on the image beside the right answer.
 *
 * @param share as the answer gives it, e.g. `21 %`; null where nothing fills the space
 */
export function blasDrawn(share: string | null): string {
  return share === null
    ? 'No B-line begins in this image, so nothing of the space is filled.'
    : `Drawn on the image: the dashed outline is the space that was counted, below the pleural line and as deep as the B-lines go. What is coloured in it fills ${share} of it, as the mean along the scan lines.`;
}
