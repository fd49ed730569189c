import { FINDING_INDEX, type MarkableFinding } from '../findings/finding.ts';
import type { Mask } from '../frame/frame.ts';
import type { Key } from './grade.ts';
import { anatomyRead } from './key/anatomy-read.ts';

/**
 * 1 where marks of a class lie that anatomy allows beside the rest of the key, else 0: an A-line at a whole multiple of
 * the pleural line's depth, a B-line that begins at it. Of these a network that saw nothing there says nothing; what
 * anatomy forbids is wrong, whoever looks.
 */
export function marksPlausible(marks: Mask, key: Key, finding: MarkableFinding): Uint8Array {
  const value = FINDING_INDEX[finding];
  const classes = key.mask.classes.map((own, at) =>
    marks.classes[at] === value ? value : own === value ? 0 : own,
  );
  const set = new Uint8Array(classes.length);
  for (const one of anatomyRead({ ...key.mask, classes }).findings) {
    if (one.finding !== finding) continue;
    for (const at of one.pixels) set[at] = 1;
  }
  return set;
}
