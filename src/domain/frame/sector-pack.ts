/** Where, row by row, the pixels of a raster lie that are worth keeping. */
export interface PackLayout {
  readonly width: number;
  readonly height: number;
  /** First kept column of each row, and how many follow. */
  readonly first: Int32Array;
  readonly count: Int32Array;
  /** Bytes of a packed image. */
  readonly bytes: number;
}

/** Of each row what lies between its first and its last pixel inside; about two thirds of a fan's bounding box. */
export function packLayout(inside: Uint8Array, width: number, height: number): PackLayout {
  const first = new Int32Array(height);
  const count = new Int32Array(height);
  let bytes = 0;
  for (let row = 0; row < height; row++) {
    const line = inside.subarray(row * width, (row + 1) * width);
    const from = line.indexOf(1);
    if (from < 0) continue;
    first[row] = from;
    count[row] = line.lastIndexOf(1) + 1 - from;
    bytes += count[row]!;
  }
  return { width, height, first, count, bytes };
}

/** Copies the kept pixels of an image (`width * height` bytes) into `packed` (`layout.bytes`). */
export function packInto(packed: Uint8Array, image: Uint8Array, layout: PackLayout): void {
  rowsEach(layout, (from, until, at) => packed.set(image.subarray(from, until), at));
}

/** The image whole again; what was not kept is 0. */
export function packOpen(packed: Uint8Array, layout: PackLayout): Uint8Array<ArrayBuffer> {
  const image = new Uint8Array(layout.width * layout.height);
  rowsEach(layout, (from, until, at) => image.set(packed.subarray(at, at + until - from), from));
  return image;
}

function rowsEach(
  { width, height, first, count }: PackLayout,
  copy: (from: number, until: number, at: number) => void,
): void {
  for (let row = 0, at = 0; row < height; row++) {
    const from = row * width + first[row]!;
    copy(from, from + count[row]!, at);
    at += count[row]!;
  }
}
