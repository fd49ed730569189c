import type { RoundItem } from '../learning/next-round.ts';
import { type Random, randomCreate } from '../numbers/random.ts';
import { BLUEPRINT, LEVEL_OF } from './blueprint.ts';

/** One item of a form; its images are drawn from its own seed. */
export type FormItem = Omit<RoundItem, 'reason'>;

/** Separates what is drawn here from all else that is drawn from the same seed. */
const STREAM = 41;

/**
 * The form of a seed: the items of the blueprint in an order of its own, on patients of its own, with other items normal. Forms are
 * isomorphic: the same skills, as many normals of each kind, and every item of the level that the blueprint states.
 *
 * @param seed 0 to 2^32 - 1
 */
export function formDraw(seed: number): readonly FormItem[] {
  const random = randomCreate(seed, STREAM);
  const items = BLUEPRINT.flatMap(({ skills, normals }) => {
    const isNormal = shuffled(
      skills.map((_, i) => i < normals),
      random,
    );
    return skills.map((skill, i): FormItem => {
      const level = isNormal[i]! ? LEVEL_OF.normal : LEVEL_OF.shown;
      return { skill, level, isNormal: isNormal[i]!, seed: Math.floor(random.next() * 2 ** 32) };
    });
  });
  return shuffled(items, random);
}

/** Fisher and Yates. */
function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random.next() * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}
