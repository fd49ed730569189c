import { greyFromColour } from '../../domain/frame/grey.ts';

/** A rectangle of a picture, in its pixels. */
export interface Crop {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Turns a part of pictures into grey levels of a fixed size, row-major. */
export type GreyPainter = (picture: CanvasImageSource) => Uint8Array;

/** `factor` <= 1 makes it smaller. One canvas serves all pictures. */
export function greyPainter(
  crop: Crop,
  factor: number,
): GreyPainter & { readonly width: number; readonly height: number } {
  const width = Math.max(1, Math.round(crop.width * factor));
  const height = Math.max(1, Math.round(crop.height * factor));
  const context = new OffscreenCanvas(width, height).getContext('2d', {
    willReadFrequently: true,
    alpha: false,
  });
  if (context === null) throw new Error('This browser gives no canvas to draw on.');
  context.imageSmoothingQuality = 'high';
  const paint: GreyPainter = (picture) => {
    context.drawImage(picture, crop.left, crop.top, crop.width, crop.height, 0, 0, width, height);
    return greyFromColour(context.getImageData(0, 0, width, height).data, 4);
  };
  return Object.assign(paint, { width, height });
}
