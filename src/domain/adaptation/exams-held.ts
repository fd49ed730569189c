import { type Random, randomCreate } from '../numbers/random.ts';

const HELD_SHARE = 0.3;

/**
 * Exams that are set aside: the network does not learn from them, and they decide whether it became better. Three of ten
 * at random, at least one, and never all. The same exams give the same choice.
 */
export function examsHeld(exams: readonly number[], seed: number): ReadonlySet<number> {
  const all = [...new Set(exams)].sort((a, b) => a - b);
  const count = Math.min(all.length - 1, Math.max(1, Math.round(HELD_SHARE * all.length)));
  const random = randomCreate(seed, 0);
  const held = new Set<number>();
  while (held.size < count) held.add(taken(all, random));
  return held;
}

function taken(left: number[], random: Random): number {
  return left.splice(Math.floor(random.next() * left.length), 1)[0]!;
}
