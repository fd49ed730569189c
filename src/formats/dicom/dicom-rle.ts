/** Bytes of an RLE header: the count of segments and up to 15 places where they begin (PS3.5, annex G). */
const HEADER_BYTES = 64;

/** Segments that a header has room for. */
const SEGMENTS_MOST = 15;

/** Whether an image in RLE begins at a place: a count of segments, the first of which begins behind the header. */
export function isRleStart(bytes: Uint8Array, at: number): boolean {
  if (at + 8 > bytes.length) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, 8);
  const segments = view.getUint32(0, true);
  return segments >= 1 && segments <= SEGMENTS_MOST && view.getUint32(4, true) === HEADER_BYTES;
}

/**
 * Undoes the run-length encoding of one frame.
 * @param count bytes of each plane
 * @returns so many planes of that length one after another; null where the data do not give them
 */
export function rleUnpack(data: Uint8Array, planes: number, count: number): Uint8Array | null {
  if (data.length < HEADER_BYTES) return null;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (view.getUint32(0, true) !== planes) return null;
  const out = new Uint8Array(planes * count);
  for (let plane = 0; plane < planes; plane++) {
    const from = view.getUint32(4 + 4 * plane, true);
    const end = plane + 1 < planes ? view.getUint32(8 + 4 * plane, true) : data.length;
    if (from < HEADER_BYTES || end > data.length || from >= end) return null;
    if (!segmentUnpack(data, from, end, out, plane * count, (plane + 1) * count)) return null;
  }
  return out;
}

/** PackBits: a byte below 128 is followed by one more than so many literals, one above by a byte to be repeated. */
function segmentUnpack(
  data: Uint8Array,
  from: number,
  end: number,
  out: Uint8Array,
  start: number,
  limit: number,
): boolean {
  let to = start;
  let at = from;
  while (to < limit) {
    const head = data[at];
    if (at >= end || head === undefined) return false;
    at += 1;
    if (head === 128) continue;
    if (head < 128) {
      const length = Math.min(head + 1, limit - to);
      if (at + length > end) return false;
      out.set(data.subarray(at, at + length), to);
      at += head + 1;
      to += length;
    } else {
      if (at >= end) return false;
      const length = Math.min(257 - head, limit - to);
      out.fill(data[at]!, to, to + length);
      at += 1;
      to += length;
    }
  }
  return true;
}
