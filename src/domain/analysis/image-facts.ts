/**
 * A network's answer to one image, before a class is chosen for any pixel, in a few figures: what a clip is read by.
 * Probabilities rather than labelled pixels, since a whole clip may also say what no image says for sure.
 */
export interface ImageFacts {
  /** Share of the sector that each class is expected to take, 0-1, in the order of FINDINGS; they add up to 1. */
  readonly shares: readonly number[];
  /** The probability of an A-line in the row, of all depths, where its mean over the scan lines is greatest, 0-1. */
  readonly aLineRow: number;
  /** Share of a scan line that is B-line, 0-1: the mean of the sixteenth of the scan lines that have most of it. */
  readonly bLineLines: number;
  /** The same of the confluence. */
  readonly confluenceLines: number;
  /** Share of the sector that A-lines, B-lines and confluences take next to the pleural line: at 1 to 2.6 times its depth. */
  readonly near: { readonly aLine: number; readonly bLine: number; readonly confluence: number };
}
