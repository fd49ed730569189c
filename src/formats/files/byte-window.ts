/** Bytes fetched from the file at once. */
const CHUNK = 1 << 18;

/** Reads a file piece by piece, so that a large one is never in memory whole. */
export interface ByteWindow {
  readonly size: number;
  /** `count` bytes from `offset`, fewer at the end of the file. */
  read(offset: number, count: number): Promise<Uint8Array<ArrayBuffer>>;
}

export function byteWindow(file: Blob): ByteWindow {
  let start = 0;
  let held = new Uint8Array(0);
  return {
    size: file.size,
    async read(offset, count) {
      const isHeld = offset >= start && offset + count <= start + held.length;
      if (!isHeld) {
        held = new Uint8Array(await file.slice(offset, offset + Math.max(count, CHUNK)).arrayBuffer());
        start = offset;
      }
      return held.subarray(offset - start, offset - start + count);
    },
  };
}
