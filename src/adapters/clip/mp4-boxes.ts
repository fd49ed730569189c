/** A box of an ISO base media file: its type and where its contents lie in the bytes at hand. */
export interface Mp4Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** The boxes between two positions; stops at the first that does not fit. */
export function mp4Boxes(bytes: DataView, from: number, until: number): readonly Mp4Box[] {
  const boxes: Mp4Box[] = [];
  let at = from;
  while (at + 8 <= until) {
    const head = mp4BoxHead(bytes, at, until - at);
    if (head === null || at + head.size > until) break;
    boxes.push({ type: head.type, start: at + head.headSize, end: at + head.size });
    at += head.size;
  }
  return boxes;
}

/** The first box of a type, or of a path of types. */
export function mp4Find(bytes: DataView, parent: Mp4Box, ...path: readonly string[]): Mp4Box | null {
  let box: Mp4Box | null = parent;
  for (const type of path) {
    if (box === null) return null;
    box = mp4Boxes(bytes, box.start, box.end).find((child) => child.type === type) ?? null;
  }
  return box;
}

/** Type and size of the box that begins at `at`, `left` bytes before the end of its parent. */
export function mp4BoxHead(
  bytes: DataView,
  at: number,
  left: number,
): { readonly type: string; readonly headSize: number; readonly size: number } | null {
  if (at + 8 > bytes.byteLength) return null;
  const type = fourCc(bytes, at + 4);
  const small = bytes.getUint32(at);
  if (small === 0) return { type, headSize: 8, size: left };
  if (small !== 1) return small < 8 ? null : { type, headSize: 8, size: small };
  if (at + 16 > bytes.byteLength) return null;
  const large = wideRead(bytes, at + 8);
  return large < 16 ? null : { type, headSize: 16, size: large };
}

export function fourCc(bytes: DataView, at: number): string {
  return String.fromCharCode(
    bytes.getUint8(at),
    bytes.getUint8(at + 1),
    bytes.getUint8(at + 2),
    bytes.getUint8(at + 3),
  );
}

/** An unsigned 64-bit number; beyond 2^53 it loses its last bits, which no sane file needs. */
export function wideRead(bytes: DataView, at: number): number {
  return bytes.getUint32(at) * 4294967296 + bytes.getUint32(at + 4);
}
