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
 * confluence drawn on what is as wide as the narrowest of them, or a B-line on that. A mark that lies as much on a finding
 * of its own class was meant for that one.
 */
export function marksReadAs(marks: Mask, key: Key, asked: readonly GradedClass[]): Mask {
  let classes: Uint8Array | null = null;
  for (const { finding, alsoAs, pixels, standing } of key.findings) {
    if (alsoAs === null || standing === 'neutral') continue;
    const toleranceMm = asked.find((one) => one.finding === finding)?.toleranceMm ?? TOLERANCE_MM[finding];
    const { width, height, sector } = key.mask;
    const nearOf = (all: readonly Int32Array[]): Uint8Array =>
      setGrow(pixelsSet(all, width * height), width, height, toleranceMm / sector.mmPerPx);
    const near = nearOf([pixels]);
    const own = key.findings.filter((one) => one.finding === alsoAs && one.standing !== 'neutral');
    const nearOwn = own.length === 0 ? null : nearOf(own.map((one) => one.pixels));
    for (const mark of instancesFind(marks, alsoAs)) {
      const share = pixelsShare(mark.pixels, near);
      if (share < MEANT) continue;
      if (nearOwn !== null && pixelsShare(mark.pixels, nearOwn) >= share) continue;
      classes ??= marks.classes.slice();
      for (const at of mark.pixels) classes[at] = FINDING_INDEX[finding];
    }
  }
  return classes === null ? marks : { ...marks, classes };
}
