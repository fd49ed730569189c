import { FINDING_INDEX } from '../findings/finding.ts';
import { setGrow } from '../frame/distance.ts';
import type { Mask } from '../frame/frame.ts';
import type { Key } from './grade.ts';
import type { GradedClass } from './graded-class.ts';
import { instancesFind } from './instances.ts';
import { pixelsSet, pixelsShare } from './key/pixels.ts';
import { TOLERANCE_MM } from './tolerance.ts';

/** A mark was meant for a finding where so much of it lies on it. */
const MEANT = 0.5;

/**
 * The marks with those of another class turned into a finding's own where experts may say either (`alsoAs`): a
 * confluence drawn on what is as wide as the narrowest of them, or a B-line on that.
 */
export function marksReadAs(marks: Mask, key: Key, asked: readonly GradedClass[]): Mask {
  let classes: Uint8Array | null = null;
  for (const { finding, alsoAs, pixels, standing } of key.findings) {
    if (alsoAs === null || standing === 'neutral') continue;
    const toleranceMm = asked.find((one) => one.finding === finding)?.toleranceMm ?? TOLERANCE_MM[finding];
    const { width, height, sector } = key.mask;
    const near = setGrow(pixelsSet([pixels], width * height), width, height, toleranceMm / sector.mmPerPx);
    for (const mark of instancesFind(marks, alsoAs)) {
      if (pixelsShare(mark.pixels, near) < MEANT) continue;
      classes ??= marks.classes.slice();
      for (const at of mark.pixels) classes[at] = FINDING_INDEX[finding];
    }
  }
  return classes === null ? marks : { ...marks, classes };
}
