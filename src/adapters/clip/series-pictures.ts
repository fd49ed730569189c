import type { PxBox, RemoteSeries, StoredImage } from '../../formats/files/image-series.ts';
import { InputError } from '../../formats/files/input-error.ts';
import type { FilePictures } from './file-pictures.ts';
import { pictureOf } from './picture.ts';

/** The images of a series, each decoded when it is asked for, as they are shown: with square pixels. */
export function seriesPictures(series: RemoteSeries): FilePictures {
  const { width, height, pixelAspect, timesMs, region, scale, tagsRemoved, notes } = series;
  return {
    kind: timesMs.length === 1 ? 'picture' : 'clip',
    timesMs,
    tagsRemoved,
    notes,
    region: region === null ? null : regionShown(region, pixelAspect),
    scale,
    async open(onPicture) {
      const canvas = new OffscreenCanvas(width, height);
      const images = await series.open();
      return {
        async reach(index) {
          await imageDraw(await images.image(index), canvas);
          onPicture(index, pictureOf(canvas, width, height, pixelAspect));
        },
        close() {
          images.close();
          canvas.width = 0;
          canvas.height = 0;
        },
      };
    },
  };
}

function regionShown({ left, top, width, height }: PxBox, aspect: number): PxBox {
  const from = Math.round(top * aspect);
  return { left, top: from, width, height: Math.round((top + height) * aspect) - from };
}

async function imageDraw(image: StoredImage, canvas: OffscreenCanvas): Promise<void> {
  const { width, height } = canvas;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null || width === 0) return;
  if (image.kind === 'grey') {
    context.putImageData(greyData(image.grey, width, height), 0, 0);
    return;
  }
  const bitmap = await createImageBitmap(new Blob([image.jpeg], { type: 'image/jpeg' })).catch(() => {
    throw new InputError('file-damaged', { code: 'imageOfFileDamaged' });
  });
  context.globalCompositeOperation = 'copy';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  if (!image.isNegative) return;
  context.globalCompositeOperation = 'difference';
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
}

function greyData(grey: Uint8Array, width: number, height: number): ImageData {
  const data = new ImageData(width, height);
  const words = new Uint32Array(data.data.buffer);
  // Opaque, and the same in all three colours; wherever browsers run, the low byte of a word comes first.
  for (let i = 0; i < words.length; i++) words[i] = 0xff000000 | (grey[i]! * 0x010101);
  return data;
}
