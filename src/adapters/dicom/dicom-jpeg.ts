/** APP14 of Adobe: version 100, no flags, transform 0 (the three components are red, green and blue as they are). */
const UNTRANSFORMED = [0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 0];

/**
 * A JPEG whose components are red, green and blue says so only by Adobe's marker; decoders take any other for
 * luma and chroma. DICOM says it outside the stream, so the marker is put in where it is missing.
 */
export function jpegAsStored(jpeg: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  for (let at = 2; jpeg[at] === 0xff && at + 4 < jpeg.length; at += 2 + jpeg[at + 2]! * 256 + jpeg[at + 3]!) {
    const marker = jpeg[at + 1]!;
    if (marker === 0xee) return jpeg;
    const isHeader = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
    if (!isHeader) break;
  }
  const marked = new Uint8Array(jpeg.length + UNTRANSFORMED.length);
  marked.set(jpeg.subarray(0, 2));
  marked.set(UNTRANSFORMED, 2);
  marked.set(jpeg.subarray(2), 2 + UNTRANSFORMED.length);
  return marked;
}
