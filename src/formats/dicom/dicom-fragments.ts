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
 * Which fragments make each frame: one each where as many are stated, or where each begins a compressed image; else by
 * the basic offset table where there is one, or a new frame wherever a compressed image begins (PS3.5, A.4).
 * @param stated how many frames the file says that it holds; there may be more; null where it does not say
 * @param isStart whether a compressed image begins at a place in the file
 * @throws InputError `file-damaged` where there are fewer
 */
export function framesOfFragments(
  element: Element,
  bytes: Uint8Array,
  stated: number | null,
  isStart: (bytes: Uint8Array, at: number) => boolean,
): readonly (readonly Fragment[])[] {
  const fragments = element.fragments ?? [];
  const isWithin = fragments.every(({ position, length }) => position + length <= bytes.length);
  if (fragments.length === 0 || !isWithin) throw dicomDamaged();
  const isEach = fragments.length === stated || fragments.every(({ position }) => isStart(bytes, position));
  if (isEach)
    return framesEnough(
      fragments.map((fragment) => [fragment]),
      stated,
    );
  const table = new Set(element.basicOffsetTable ?? []);
  const begins = ({ offset, position }: Fragment): boolean =>
    table.size > 0 ? table.has(offset) : isStart(bytes, position);
  const frames: Fragment[][] = [];
  for (const [at, fragment] of fragments.entries()) {
    if (at === 0 || begins(fragment)) frames.push([fragment]);
    else frames.at(-1)!.push(fragment);
  }
  return framesEnough(frames, stated);
}

function framesEnough<T>(frames: readonly T[], stated: number | null): readonly T[] {
  if (frames.length < (stated ?? 1)) throw dicomDamaged({ code: 'dicomImagesMissing' });
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
