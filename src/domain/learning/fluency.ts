import type { SkillAnswer } from './item-record.ts';

/** An answer within this is fluent (Romito et al. 2016, who measured it so). */
export const FLUENT_MS = 10_000;

/** Over how many of the last answers fluency is taken. */
export const FLUENCY_ITEMS = 10;

/** Share from which a skill is fluent. */
export const FLUENT_SHARE = 0.8;

/** Share (0-1) of the last FLUENCY_ITEMS answers that were right within FLUENT_MS; null without an answer. */
export function fluency(answers: readonly Pick<SkillAnswer, 'isRight' | 'answerMs'>[]): number | null {
  const last = answers.slice(-FLUENCY_ITEMS);
  if (last.length === 0) return null;
  return last.filter(({ isRight, answerMs }) => isRight && answerMs <= FLUENT_MS).length / last.length;
}
