/** APP14 of Adobe: version 100, no flags, transform 0 (the three components are red, green and blue as they are). */
const UNTRANSFORMED = [0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 0];

/** Component identifiers R, G and B. */
const RGB_IDS = [82, 71, 66];

/** Whether a JPEG stream begins at a place. */
export function isJpegStart(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xff && bytes[at + 1] === 0xd8;
}

/** The colours of a JPEG stream, as its head states them. */
interface JpegHead {
  readonly hasJfif: boolean;
  readonly hasAdobe: boolean;
  /** Of each component. */
  readonly ids: readonly number[];
  /** Horizontal and vertical sampling factors of each component, in one byte as they are stored. */
  readonly samplings: readonly number[];
}

/**
 * A JPEG whose components are red, green and blue says so only by Adobe's marker; decoders take any other for luma and
 * chroma. DICOM says it outside the stream, and is often wrong: unequal sampling is that of luma and chroma whatever the
 * file says, and so is a JFIF stream by definition, but for components that are called R, G and B. The marker is put in
 * where a stream is red, green and blue and lacks it.
 */
export function jpegAsStored(jpeg: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const head = jpegHead(jpeg);
  if (head === null || head.hasAdobe || !isRgb(head)) return jpeg;
  const marked = new Uint8Array(jpeg.length + UNTRANSFORMED.length);
  marked.set(jpeg.subarray(0, 2));
  marked.set(UNTRANSFORMED, 2);
  marked.set(jpeg.subarray(2), 2 + UNTRANSFORMED.length);
  return marked;
}

function isRgb({ hasJfif, ids, samplings }: JpegHead): boolean {
  if (samplings.some((sampling) => sampling !== samplings[0])) return false;
  return RGB_IDS.every((id, i) => ids[i] === id) || !hasJfif;
}

/** Reads the segments up to the frame header; null where there is none of three components. */
function jpegHead(jpeg: Uint8Array): JpegHead | null {
  let hasJfif = false;
  let hasAdobe = false;
  for (let at = 2; jpeg[at] === 0xff && at + 4 < jpeg.length; at += 2 + jpeg[at + 2]! * 256 + jpeg[at + 3]!) {
    const marker = jpeg[at + 1]!;
    hasJfif ||= marker === 0xe0 && jpeg[at + 4] === 0x4a && jpeg[at + 5] === 0x46;
    hasAdobe ||= marker === 0xee && jpeg[at + 4] === 0x41 && jpeg[at + 5] === 0x64;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (!isFrame) continue;
    if (jpeg[at + 9] !== 3 || at + 19 > jpeg.length) return null;
    const components = [0, 1, 2].map((i) => at + 10 + 3 * i);
    return {
      hasJfif,
      hasAdobe,
      ids: components.map((place) => jpeg[place]!),
      samplings: components.map((place) => jpeg[place + 1]!),
    };
  }
  return null;
}
