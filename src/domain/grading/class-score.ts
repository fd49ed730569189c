import { countScore } from './count.ts';
import type { CountGrade } from './grade.ts';
import { COUNT_SHARE } from './tolerance.ts';

/**
 * The score of a class, 0-1: its overlap, or where lines are counted on either side
 * (1 - COUNT_SHARE) x overlap + COUNT_SHARE x 2 matched / (marked + expected).
 */
export function classScore(overlap: number, count: CountGrade | null): number {
  return count === null || count.marked + count.expected === 0
    ? overlap
    : (1 - COUNT_SHARE) * overlap + COUNT_SHARE * countScore(count);
}
