import { timesEven, USUAL_GAP_MS } from '../../formats/files/image-series.ts';
import { InputError } from '../../formats/files/input-error.ts';
import { pictureSizeCheck } from '../../formats/files/picture-header.ts';
import { blobHead } from './file-parts.ts';
import type { FilePictures, NamedBlob } from './file-pictures.ts';
import { pictureOf } from './picture.ts';
import { stillSizeRead } from './still-size.ts';

/**
 * One picture, or several of one size as a clip of 25 a second; each is decoded when it is asked for.
 * @throws InputError of a header that is damaged, or of a size that is not opened
 */
export async function stillsPictures(files: readonly NamedBlob[]): Promise<FilePictures> {
  for (const file of files) pictureSizeCheck(await stillSizeRead((bytes) => blobHead(file, bytes)));
  const bitmapOf = async (index: number): Promise<ImageBitmap> => {
    const file = files[index]!;
    return createImageBitmap(file).catch(async () => {
      const kind = await kindOf(file);
      throw new InputError(
        'file-damaged',
        files.length === 1
          ? { code: 'pictureDamaged', kind }
          : { code: 'pictureOfSeveralDamaged', kind, name: file.name },
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

async function kindOf(file: Blob): Promise<'PNG' | 'JPEG'> {
  const [first] = new Uint8Array(await file.slice(0, 1).arrayBuffer());
  return first === 0x89 ? 'PNG' : 'JPEG';
}
