import type { ItemRecord } from '../../domain/learning/item-record.ts';
import { type RoundItem, roundChoose } from '../../domain/learning/next-round.ts';
import type { SkillId } from '../../domain/learning/skill.ts';
import { LEARNER_NEW, learnerAdd } from '../../domain/learning/skill-state.ts';
import { randomCreate } from '../../domain/numbers/random.ts';

/** Separates the choice of a round from all else that is drawn from the same seed. */
const STREAM = 29;

/**
 * The next round of a learner.
 *
 * @param seed 0 to 2^32 - 1; the same one gives the same round as long as nothing was answered
 * @param skills those that can be asked for, in the order in which new ones are begun
 */
export function roundNext(
  items: readonly ItemRecord[],
  nowMs: number,
  seed: number,
  skills: readonly SkillId[],
): readonly RoundItem[] {
  const learner = items.reduce(learnerAdd, LEARNER_NEW);
  const usedSeeds = new Set(items.flatMap(({ source }) => (source.kind === 'phantom' ? [source.seed] : [])));
  return roundChoose({ learner, nowMs, random: randomCreate(seed, STREAM), usedSeeds, skills });
}
