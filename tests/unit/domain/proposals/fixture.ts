import { MARKABLE_FINDINGS } from '../../../../src/domain/findings/finding.ts';
import type { Key } from '../../../../src/domain/grading/grade.ts';
import { keyChoose } from '../../../../src/domain/grading/key.ts';
import { box, maskOf } from '../grading/fixture.ts';

/**
 * Two ribs with the lung between them, 1 mm per pixel: the ribs' fronts in columns 8-15 and 44-51, the pleural line in row 14
 * from column 18 to 41, an A-line at twice its depth, and two B-lines of 3 mm down to the bottom.
 */
export const TRUTH = maskOf([
  box('rib', 8, 8, 8, 4),
  box('rib', 44, 8, 8, 4),
  box('pleural_line', 18, 14, 24, 2),
  box('a_line', 18, 29, 4, 2),
  box('b_line', 23, 16, 3, 48),
  box('b_line', 36, 16, 3, 48),
]);

/** The same with a confluence of 12 mm in the place of the B-lines. */
export const TRUTH_MERGED = maskOf([
  box('rib', 8, 8, 8, 4),
  box('rib', 44, 8, 8, 4),
  box('pleural_line', 18, 14, 24, 2),
  box('b_line_confluence', 23, 16, 12, 48),
]);

export function keyTrue(truth = TRUTH): Key {
  return keyChoose({ truth, network: null }).key;
}

/** How many findings of each class a key holds. */
export function classesOf({ findings }: Pick<Key, 'findings'>): string {
  return MARKABLE_FINDINGS.map((finding) => findings.filter((one) => one.finding === finding).length).join(
    '',
  );
}
