import type { Random } from '../../domain/numbers/random.ts';

/** Places of examples: those to learn from and those to be judged on. */
export interface Fold {
  readonly training: readonly number[];
  readonly judged: readonly number[];
}

/** In another order, drawn anew. */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random.next() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

/**
 * Cuts examples into folds for cross-validation, each example judged in exactly one of them. Examples of one group (an
 * exam) stay together: images of the same exam are too alike to judge by.
 * @param groups the group of each example; at least two different ones
 */
export function tuningFolds(groups: readonly string[], count: number, random: Random): readonly Fold[] {
  const names = shuffled([...new Set(groups)].sort(), random);
  const folds = Math.min(count, names.length);
  return Array.from({ length: folds }, (_, fold) => {
    const chosen = new Set(names.filter((_, place) => place % folds === fold));
    const places = [...groups.keys()];
    return {
      training: places.filter((place) => !chosen.has(groups[place]!)),
      judged: places.filter((place) => chosen.has(groups[place]!)),
    };
  });
}
