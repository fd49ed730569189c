import { FINDING_INDEX, FINDINGS, type FindingClass } from '../findings/finding.ts';

/**
 * How many pixels of each actual class (row) were labelled as each class (column), FINDINGS.length squared,
 * row-major. Counts of many frames are added up, so whatever is measured from it is pooled over all pixels.
 */
export interface Confusion {
  readonly counts: Float64Array;
}

/** Shares 0-1; null where the class is neither there nor predicted (recall: not there; precision: not predicted). */
export interface ClassMeasures {
  /** 2 TP / (2 TP + FP + FN). */
  readonly dice: number | null;
  /** TP / (TP + FP + FN). */
  readonly iou: number | null;
  /** TP / (TP + FN): the diagonal of the row-normalised matrix. */
  readonly recall: number | null;
  /** TP / (TP + FP). */
  readonly precision: number | null;
  /** Pixels that are this class. */
  readonly pixels: number;
}

const COUNT = FINDINGS.length;

export function confusionEmpty(): Confusion {
  return { counts: new Float64Array(COUNT * COUNT) };
}

/**
 * Adds the pixels of one frame to the counts. `truth` and `predicted` hold class indices of the same raster;
 * with `inside` given, only pixels where it is 1 count.
 */
export function confusionAdd(
  confusion: Confusion,
  truth: Uint8Array,
  predicted: Uint8Array,
  inside?: Uint8Array,
): void {
  const { counts } = confusion;
  for (let at = 0; at < truth.length; at++) {
    if (inside !== undefined && inside[at] === 0) continue;
    const cell = truth[at]! * COUNT + predicted[at]!;
    counts[cell] = counts[cell]! + 1;
  }
}

/** The counts of all, added up. */
export function confusionSum(confusions: Iterable<Confusion>): Confusion {
  const sum = confusionEmpty();
  for (const { counts } of confusions) {
    for (let cell = 0; cell < counts.length; cell++) sum.counts[cell] = sum.counts[cell]! + counts[cell]!;
  }
  return sum;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

export function confusionMeasures({ counts }: Confusion, finding: FindingClass): ClassMeasures {
  const index = FINDING_INDEX[finding];
  const hit = counts[index * COUNT + index]!;
  let actual = 0;
  let predicted = 0;
  for (let other = 0; other < COUNT; other++) {
    actual += counts[index * COUNT + other]!;
    predicted += counts[other * COUNT + index]!;
  }
  return {
    dice: ratio(2 * hit, actual + predicted),
    iou: ratio(hit, actual + predicted - hit),
    recall: ratio(hit, actual),
    precision: ratio(hit, predicted),
    pixels: actual,
  };
}

/** Share of pixels whose class is right, 0-1; null without pixels. */
export function confusionAccuracy({ counts }: Confusion): number | null {
  let right = 0;
  let all = 0;
  for (let cell = 0; cell < counts.length; cell++) {
    all += counts[cell]!;
    if (cell % (COUNT + 1) === 0) right += counts[cell]!;
  }
  return ratio(right, all);
}

/** Rows that sum to 1: of each actual class, the share labelled as each class. A class that is not there: null. */
export function confusionRows({ counts }: Confusion): readonly (readonly number[] | null)[] {
  return FINDINGS.map((_, row) => {
    const cells = Array.from(counts.subarray(row * COUNT, (row + 1) * COUNT));
    const sum = cells.reduce((left, right) => left + right);
    return sum === 0 ? null : cells.map((cell) => cell / sum);
  });
}
