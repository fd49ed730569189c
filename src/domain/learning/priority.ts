import { FLUENT_MS } from './fluency.ts';
import type { SkillAnswer } from './item-record.ts';

/** Weight of a wrong answer, against ln 2 of a right one at the border of fluency: it comes back first. */
const WRONG_WEIGHT = 3;

/** A skill is not asked for again before this many items, unless there is no other. */
const DELAY_ITEMS = 1;

/**
 * How urgent it is to ask for a skill again, 0 or more: the longer ago the more, the more slowly it was answered the
 * more, and most after an error. The form is that of adaptive sequencing by response time (Mettler and Kellman 2014,
 * Vision Res 99:111); the weights are ours.
 */
export function skillPriority(
  { isRight, answerMs }: Pick<SkillAnswer, 'isRight' | 'answerMs'>,
  itemsSince: number,
): number {
  const weight = isRight ? Math.log(1 + answerMs / FLUENT_MS) : WRONG_WEIGHT;
  return Math.max(0, itemsSince - DELAY_ITEMS) * weight;
}
