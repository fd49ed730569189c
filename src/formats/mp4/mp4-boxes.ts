import type { ByteWindow } from '../files/byte-window.ts';

/** A box of ISO base media or an atom of QuickTime (ISO/IEC 14496-12, 4.2). */
export interface Mp4Box {
  readonly type: string;
  /** Where it begins, where its content does, and where it ends by what it states. */
  readonly at: number;
  readonly bodyAt: number;
  readonly endAt: number;
}

/** The boxes between two places, one after the other; the last may state an end beyond `to`. */
export async function* mp4Boxes(bytes: ByteWindow, from: number, to: number): AsyncGenerator<Mp4Box, void> {
  for (let at = from; at + 8 <= to; ) {
    const head = await bytes.read(at, 16);
    if (head.length < 8) return;
    const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
    const stated = view.getUint32(0);
    const isLong = stated === 1 && head.length === 16;
    const size = stated === 0 ? to - at : isLong ? Number(view.getBigUint64(8)) : stated;
    const headBytes = isLong ? 16 : 8;
    if (size < headBytes) return;
    const type = String.fromCharCode(...head.subarray(4, 8));
    yield { type, at, bodyAt: at + headBytes, endAt: at + size };
    at += size;
  }
}

/** The first box of a type between two places; null where there is none. */
export async function mp4BoxFind(
  bytes: ByteWindow,
  type: string,
  { bodyAt, endAt }: Pick<Mp4Box, 'bodyAt' | 'endAt'>,
): Promise<Mp4Box | null> {
  for await (const box of mp4Boxes(bytes, bodyAt, endAt)) if (box.type === type) return box;
  return null;
}
