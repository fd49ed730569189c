import type { Mark } from '../marks/mark.ts';
import type { KeyExpert, KeyFrame, KeySignature } from '../scenario/expert-key.ts';

/** An expert's marks on an image, in the place of those before; `null` takes the image out of the key. */
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
  const changed = { ...signature, frames };
  return who < experts.length
    ? experts.map((expert, at) => (at === who ? changed : expert))
    : [...experts, changed];
}
