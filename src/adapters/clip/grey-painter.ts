import { greyFromColour } from '../../domain/frame/grey.ts';
import type { PxBox } from '../../formats/files/image-series.ts';
import type { Picture } from './picture.ts';

/** Turns a part of pictures into grey levels of a fixed size, row-major. */
export type GreyPainter = (picture: Picture) => Uint8Array;

/** `factor` <= 1 makes it smaller. One canvas serves all pictures. */
export function greyPainter(
  part: PxBox,
  factor: number,
): GreyPainter & { readonly width: number; readonly height: number } {
  const width = Math.max(1, Math.round(part.width * factor));
  const height = Math.max(1, Math.round(part.height * factor));
  const context = new OffscreenCanvas(width, height).getContext('2d', {
    willReadFrequently: true,
    alpha: false,
  });
  if (context === null) throw new Error('This browser gives no canvas to draw on.');
  context.imageSmoothingQuality = 'high';
  const paint: GreyPainter = (picture) => {
    picture.draw(context, part, width, height);
    return greyFromColour(context.getImageData(0, 0, width, height).data, 4);
  };
  return Object.assign(paint, { width, height });
}
