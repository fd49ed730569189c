import { FINDING_INDEX } from '../findings/finding.ts';
import { setGrow } from '../frame/distance.ts';
import type { Mask } from '../frame/frame.ts';
import type { Key } from './grade.ts';
import type { GradedClass } from './graded-class.ts';
import { pixelsSet } from './key/pixels.ts';
import { findingsAsked } from './layers.ts';
import { TOLERANCE_MM } from './tolerance.ts';

/** Of a network's findings that a learner was asked for, so many it must be sure of for a total. */
const JUDGED_FINDINGS = 2;

/** Or so much of the marked area must lie on findings that it is sure of. */
const JUDGED_SHARE = 0.6;

/**
 * Whether a total can be given. The truth and experts know an image. The network alone may miss what is there, so that
 * by few of its findings nothing can be said of marks beside them.
 */
export function gradeIsJudged(marks: Mask, key: Key, asked: readonly GradedClass[]): boolean {
  if (key.isChecked) return true;
  const sure = asked.reduce((count, one) => count + findingsAsked(key, one).length, 0);
  return sure >= JUDGED_FINDINGS || shareOnSure(marks, key, asked) >= JUDGED_SHARE;
}

/** Share of the marked pixels of the asked classes that lie within the tolerance of a finding of any class. */
function shareOnSure(marks: Mask, key: Key, asked: readonly GradedClass[]): number {
  const { width, height, sector } = key.mask;
  const sure = key.findings.filter(({ standing }) => standing !== 'neutral');
  const widest = Math.max(0, ...asked.map((one) => one.toleranceMm ?? TOLERANCE_MM[one.finding]));
  const near = setGrow(
    pixelsSet(
      sure.map(({ pixels }) => pixels),
      width * height,
    ),
    width,
    height,
    widest / sector.mmPerPx,
  );
  const values = new Set(asked.map(({ finding }) => FINDING_INDEX[finding]));
  let marked = 0;
  let within = 0;
  for (let at = 0; at < near.length; at++) {
    if (!values.has(marks.classes[at]!)) continue;
    marked += 1;
    within += near[at]!;
  }
  return marked === 0 ? 0 : within / marked;
}
