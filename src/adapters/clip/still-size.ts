import { exifOrientation, sizeOriented } from '../../formats/exif/exif-orientation.ts';
import {
  fileKind,
  KIND_BYTES,
  type PictureSize,
  pictureSizeRead,
} from '../../formats/files/picture-header.ts';

/** A JPEG may carry previews and colour profiles before its size: mostly it says it early, and else rather late. */
const HEADS_BYTES = [1 << 16, 1 << 22] as const;

/**
 * The size of a PNG or JPEG as it is shown: a camera that was held upright says so beside pixels that lie on their side.
 * @param head the first so many bytes of the file, or all where it has fewer
 * @throws InputError `file-damaged` where its header is cut off or broken
 */
export async function stillSizeRead(head: (bytes: number) => Promise<Uint8Array>): Promise<PictureSize> {
  const kind = fileKind(await head(KIND_BYTES)) === 'png' ? 'png' : 'jpeg';
  const [early, late] = HEADS_BYTES;
  const sizeOf = (bytes: Uint8Array): PictureSize => {
    const size = pictureSizeRead(kind, bytes);
    return kind === 'jpeg' ? sizeOriented(size, exifOrientation(bytes)) : size;
  };
  const first = await head(early);
  try {
    return sizeOf(first);
  } catch (error) {
    if (first.length < early) throw error;
  }
  return sizeOf(await head(late));
}
