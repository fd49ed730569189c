import { exifOrientation, sizeOriented } from '../../domain/frame/exif-orientation.ts';
import { timesEven, USUAL_GAP_MS } from '../../domain/frame/image-series.ts';
import { InputError } from '../../domain/frame/input-error.ts';
import { type PictureSize, pictureSizeCheck, pictureSizeRead } from '../../domain/frame/picture-header.ts';
import type { FilePictures, NamedBlob } from './file-pictures.ts';
import { pictureOf } from './picture.ts';

/** A JPEG may carry previews and colour profiles before its size. */
const HEAD_BYTES = { png: 64, jpeg: 1 << 22 } as const;

/**
 * One picture, or several as a clip of 25 a second; each is decoded when it is asked for. They are not of one size:
 * `pictures-differ`.
 */
export async function stillsPictures(files: readonly NamedBlob[]): Promise<FilePictures> {
  let size: PictureSize | null = null;
  for (const file of files) {
    const own = await sizeOf(file);
    pictureSizeCheck(own);
    size ??= own;
    if (own.width !== size.width || own.height !== size.height) {
      throw new InputError(
        'pictures-differ',
        `The pictures are not all of one size (${files[0]!.name}, ${file.name}); choose those of one recording.`,
      );
    }
  }
  const bitmapOf = async (index: number): Promise<ImageBitmap> => {
    const file = files[index]!;
    return createImageBitmap(file).catch(async () => {
      const which = files.length === 1 ? '' : ` ${file.name}`;
      throw new InputError(
        'file-damaged',
        `The ${(await kindOf(file)).toUpperCase()} picture${which} is damaged or cut off; export the picture again.`,
      );
    });
  };
  return {
    kind: files.length === 1 ? 'picture' : 'clip',
    timesMs: timesEven(files.length, USUAL_GAP_MS),
    tagsRemoved: [],
    notes: [],
    region: null,
    scale: null,
    open: async (onPicture) => ({
      async reach(index) {
        const bitmap = await bitmapOf(index);
        try {
          onPicture(index, pictureOf(bitmap, bitmap.width, bitmap.height));
        } finally {
          bitmap.close();
        }
      },
      close: () => {},
    }),
  };
}

async function kindOf(file: Blob): Promise<'png' | 'jpeg'> {
  const [first] = new Uint8Array(await file.slice(0, 1).arrayBuffer());
  return first === 0x89 ? 'png' : 'jpeg';
}

/** As it is shown: a camera that was held upright says so beside pixels that lie on their side. */
async function sizeOf(file: Blob): Promise<PictureSize> {
  const kind = await kindOf(file);
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES[kind]).arrayBuffer());
  const size = pictureSizeRead(kind, head);
  return kind === 'jpeg' ? sizeOriented(size, exifOrientation(head)) : size;
}
