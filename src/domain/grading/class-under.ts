import { FINDING_INDEX, FINDINGS, MARKABLE_FINDINGS, type MarkableFinding } from '../findings/finding.ts';
import type { Mask } from '../frame/frame.ts';
import type { Instance } from './instances.ts';

/** Share of something wrong that must lie on another class to say that it was taken for it. */
const CONFUSED_SHARE = 0.3;

/** The class that most of an instance lies on in the key, other than its own; null when that is background. */
export function classUnder(instance: Instance, key: Mask): MarkableFinding | null {
  const counts = FINDINGS.map(() => 0);
  for (const at of instance.pixels) {
    const value = key.classes[at]!;
    counts[value] = counts[value]! + 1;
  }
  const others = MARKABLE_FINDINGS.filter((finding) => finding !== instance.finding);
  const count = (finding: MarkableFinding) => counts[FINDING_INDEX[finding]]!;
  const most = others.reduce((best, finding) => (count(finding) > count(best) ? finding : best));
  return count(most) >= CONFUSED_SHARE * instance.pixels.length ? most : null;
}
