import type { KeyExpert } from '../scenario/expert-key.ts';

/** Images beside each other that are carried to from the same drawn ones. */
export interface CarryStretch {
  /** The drawn image before them; null where they come first. */
  readonly before: number | null;
  /** The drawn image after them; null where they come last. */
  readonly after: number | null;
  /** The first of them, and the last. */
  readonly first: number;
  readonly last: number;
}

/** The stretches between, before and after the images that an expert drew on. */
export function carryStretches(
  { frames }: Pick<KeyExpert, 'frames'>,
  images: number,
): readonly CarryStretch[] {
  const drawn = frames.map(({ index }) => index).sort((a, b) => a - b);
  if (drawn.length === 0) return [];
  return [...drawn, null].flatMap((after, i): readonly CarryStretch[] => {
    const before = drawn[i - 1] ?? null;
    const first = before === null ? 0 : before + 1;
    const last = (after ?? images) - 1;
    return first > last ? [] : [{ before, after, first, last }];
  });
}

/** The stretches that are to be carried: nothing was carried there yet, or something that rests on other images than now. */
export function carryStretchesDue(expert: KeyExpert, images: number): readonly CarryStretch[] {
  return carryStretches(expert, images).filter(({ before, after, first, last }) => {
    const own = (expert.carried ?? []).filter(({ index }) => index >= first && index <= last);
    const fits = ({ from, to }: (typeof own)[number]): boolean =>
      to === null
        ? [before, after].includes(from) && (before === null || after === null)
        : (from === before && to === after) || (from === after && to === before);
    return own.length === 0 || !own.every(fits);
  });
}
