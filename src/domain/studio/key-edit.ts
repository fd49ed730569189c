import type { Mark } from '../marks/mark.ts';
import type { CarriedFrame, KeyExpert, KeyFrame, KeySignature } from '../scenario/expert-key.ts';

/**
 * An expert's marks on an image, in the place of those before; `null` takes the image out of the key. Whatever was carried from
 * there, or rested on it too, goes: the marks are others now.
 */
export function keyMarksSet(
  experts: readonly KeyExpert[],
  /** Which expert: 0, or 1 for a second one. */
  who: number,
  signature: KeySignature,
  index: number,
  marks: readonly Mark[] | null,
): readonly KeyExpert[] {
  const own = experts[who] ?? { ...signature, frames: [] };
  const others = own.frames.filter((frame) => frame.index !== index);
  const frames: readonly KeyFrame[] = marks === null ? others : [...others, { index, marks }];
  const carried = (own.carried ?? []).filter(
    (frame) => frame.index !== index && frame.from !== index && frame.to !== index,
  );
  return expertPut(experts, who, { ...signature, frames, carried });
}

/** An expert's images that marks were carried to, in the place of those before at the same images. */
export function keyCarriedSet(
  experts: readonly KeyExpert[],
  who: number,
  made: readonly CarriedFrame[],
): readonly KeyExpert[] {
  const own = experts[who];
  if (own === undefined) return experts;
  const known = new Set([...made, ...own.frames].map(({ index }) => index));
  const carried = [...(own.carried ?? []).filter(({ index }) => !known.has(index)), ...made];
  return expertPut(experts, who, { ...own, carried });
}

/** Takes images that marks were carried to out of an expert's key; of `null` all of them. */
export function keyCarriedDrop(
  experts: readonly KeyExpert[],
  who: number,
  indices: readonly number[] | null,
): readonly KeyExpert[] {
  const own = experts[who];
  if (own === undefined) return experts;
  const carried = (own.carried ?? []).filter(({ index }) => indices !== null && !indices.includes(index));
  return expertPut(experts, who, { ...own, carried });
}

/** Takes all images that marks were carried to as they are: none is left to be checked. */
export function keyCarriedAccept(experts: readonly KeyExpert[], who: number): readonly KeyExpert[] {
  const own = experts[who];
  if (own === undefined) return experts;
  const carried = (own.carried ?? []).map((frame) => ({ ...frame, isToCheck: false }));
  return expertPut(experts, who, { ...own, carried });
}

function expertPut(experts: readonly KeyExpert[], who: number, changed: KeyExpert): readonly KeyExpert[] {
  return who < experts.length
    ? experts.map((expert, at) => (at === who ? changed : expert))
    : [...experts, changed];
}
