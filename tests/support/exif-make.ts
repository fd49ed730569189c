import { joined, little, text } from './bytes.ts';

/** A JPEG with Exif data that say how its pixels lie (1-8). */
export function exifSay(jpeg: Uint8Array, orientation: number): Uint8Array<ArrayBuffer> {
  const tiff = joined([
    text('II*\0'),
    little(8, 4),
    little(1, 2),
    [...little(0x0112, 2), ...little(3, 2), ...little(1, 4), ...little(orientation, 4)],
    little(0, 4),
  ]);
  const body = joined([text('Exif\0\0'), tiff]);
  const length = body.length + 2;
  return joined([jpeg.subarray(0, 2), [0xff, 0xe1, length >> 8, length & 255], body, jpeg.subarray(2)]);
}
