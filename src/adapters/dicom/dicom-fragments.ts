import type { Element } from 'dicom-parser';
import { dicomDamaged } from './dicom-damaged.ts';

/** Where a piece of compressed pixel data lies in the file. */
export interface Fragment {
  readonly position: number;
  readonly length: number;
  /** From the beginning of the first fragment's item, as offset tables count. */
  readonly offset: number;
}

/**
 * Which fragments make each frame: by the basic offset table where there is one, else one each, else a new frame
 * wherever a JPEG stream begins (PS3.5, A.4).
 * @throws InputError `file-damaged`
 */
export function framesOfFragments(
  element: Element,
  bytes: Uint8Array,
  count: number,
): readonly (readonly Fragment[])[] {
  const fragments = element.fragments ?? [];
  const isWithin = fragments.every(({ position, length }) => position + length <= bytes.length);
  if (fragments.length === 0 || !isWithin) throw dicomDamaged();
  if (count === 1) return [fragments];
  if (fragments.length === count) return fragments.map((fragment) => [fragment]);
  const table = element.basicOffsetTable ?? [];
  const isStart = (fragment: Fragment): boolean =>
    table.length === count
      ? table.includes(fragment.offset)
      : bytes[fragment.position] === 0xff && bytes[fragment.position + 1] === 0xd8;
  const frames: Fragment[][] = [];
  for (const fragment of fragments) {
    if (isStart(fragment)) frames.push([fragment]);
    else if (frames.length === 0) throw dicomDamaged();
    else frames.at(-1)!.push(fragment);
  }
  if (frames.length !== count) throw dicomDamaged('does not hold as many images as it states');
  return frames;
}

/** The bytes of a frame, joined. */
export function fragmentsJoin(fragments: readonly Fragment[], bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(fragments.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const { position, length } of fragments) {
    joined.set(bytes.subarray(position, position + length), at);
    at += length;
  }
  return joined;
}
