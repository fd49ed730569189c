import type { MarkableFinding } from '../../../domain/findings/finding.ts';
import type { Key } from '../../../domain/grading/grade.ts';
import { bLinesCount } from '../../../domain/grading/key/key-count.ts';
import type { MeasuredDifficulty } from '../../../domain/learning/measured-difficulty.ts';
import type { LungPattern } from '../../../domain/scenario/answer-source.ts';
import { B_PATTERN_MIN, patternRead } from '../../../domain/scenario/in-view.ts';
import { type ItemImage, itemMeasure } from './item-measure.ts';

/** The finding that a pattern is told by. */
const FINDING: Readonly<Record<LungPattern, MarkableFinding>> = {
  a_lines: 'a_line',
  b_lines: 'b_line',
  confluence: 'b_line_confluence',
  effusion: 'pleural_effusion',
  consolidation: 'consolidation',
};

/** How hard it is to name the pattern of an image; null where it is another than an item shows: A-lines, as a normal. */
export function patternMeasure(image: ItemImage, isNormal: boolean): MeasuredDifficulty | null {
  const key = image.keyMake();
  const pattern = patternRead({ truth: null, key });
  if (isNormal !== (pattern === 'a_lines')) return null;
  const finding = FINDING[pattern];
  const { asked, measured } = itemMeasure(image, finding);
  if (pattern === 'a_lines' || pattern === 'b_lines') {
    return { ...measured, finding, countMargin: countMargin(key) };
  }
  return asked === 0 ? null : { ...measured, finding };
}

/** How hard it is to see what can be proposed rightly or wrongly: that which the pattern is told by; null where it need not be seen. */
export function proposedMeasure(image: ItemImage): MeasuredDifficulty | null {
  const finding = FINDING[patternRead({ truth: null, key: image.keyMake() })];
  const { asked, measured } = itemMeasure(image, finding);
  return asked === 0 ? null : { ...measured, finding };
}

/** How many B-lines more, or fewer, in one space between ribs would make it another pattern. */
function countMargin(key: Key): number {
  const most = Math.max(...key.windows.map((_, window) => bLinesCount(key, window).count));
  return most >= B_PATTERN_MIN ? most - B_PATTERN_MIN + 1 : B_PATTERN_MIN - most;
}
