import { encode } from 'fast-png';
import type { Frame, Mask } from '../../domain/frame/frame.ts';
import { CLASS_RGB } from './colour.ts';

/** An RGB raster, 3 bytes per pixel, row-major. */
export interface RgbPicture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** Share of the class colour over the image. */
const OVERLAY_SHARE = 0.5;

export function pictureEmpty(width: number, height: number): RgbPicture {
  return { width, height, rgb: new Uint8Array(width * height * 3) };
}

/** The frame in grey, with the mask's colours over it where one is given (of the same raster). */
export function pictureOfFrame(frame: Frame, mask: Mask | null): RgbPicture {
  const picture = pictureEmpty(frame.width, frame.height);
  for (let at = 0; at < frame.grey.length; at++) {
    const grey = frame.grey[at]!;
    const value = mask === null ? 0 : mask.classes[at]!;
    const colour = CLASS_RGB[value]!;
    const share = value === 0 ? 0 : OVERLAY_SHARE;
    for (let channel = 0; channel < 3; channel++) {
      picture.rgb[at * 3 + channel] = grey + (colour[channel]! - grey) * share;
    }
  }
  return picture;
}

/** Copies a picture into another at a place in pixels; it must lie inside. */
export function picturePaste(target: RgbPicture, source: RgbPicture, x: number, y: number): void {
  for (let row = 0; row < source.height; row++) {
    const from = row * source.width * 3;
    target.rgb.set(source.rgb.subarray(from, from + source.width * 3), ((y + row) * target.width + x) * 3);
  }
}

export function picturePng({ width, height, rgb }: RgbPicture): Uint8Array {
  return encode({ width, height, data: rgb, channels: 3 });
}

export function greyPicturePng(width: number, height: number, grey: Uint8Array): Uint8Array {
  return encode({ width, height, data: grey, channels: 1 });
}

/** The mask as a palette PNG: pixel values are class indices 0-7, and viewers show the classes' colours. */
export function maskPng({ width, height, classes }: Mask): Uint8Array {
  const palette = CLASS_RGB.map((colour) => [...colour]);
  return encode({ width, height, data: classes, channels: 1, depth: 8, palette });
}
