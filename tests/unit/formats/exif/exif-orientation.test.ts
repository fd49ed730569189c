import { describe, expect, it } from 'vitest';
import {
  type ExifOrientation,
  exifAt,
  exifOrientation,
  greyOriented,
  sizeOriented,
} from '../../../../src/formats/exif/exif-orientation.ts';
import { exifSay } from '../../../support/exif-make.ts';

/** The beginning of a JPEG: a comment, then a frame header. */
const HEAD = Uint8Array.from([0xff, 0xd8, 0xff, 0xfe, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 0, 9, 0, 9, 1, 0]);
const ALL: readonly ExifOrientation[] = [1, 2, 3, 4, 5, 6, 7, 8];

describe('what Exif data say', () => {
  it('is one of eight ways to lie, by the first byte order or the other', () => {
    expect(ALL.map((value) => exifOrientation(exifSay(HEAD, value)))).toEqual(ALL);
    const bytes = exifSay(HEAD, 6);
    const at = exifAt(bytes)! + 6;
    bytes.set([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 8, 0, 0], at);
    expect(exifOrientation(bytes)).toBe(8);
  });

  it('is nothing where there are none, or none that can be read', () => {
    expect(exifOrientation(HEAD)).toBe(1);
    expect(exifOrientation(exifSay(HEAD, 9))).toBe(1);
    expect(exifOrientation(exifSay(HEAD, 0))).toBe(1);
    const whole = exifSay(HEAD, 6);
    for (let length = 0; length < whole.length; length++) {
      expect([1, 6]).toContain(exifOrientation(whole.subarray(0, length)));
    }
  });
});

it('turns rows of grey as they are shown', () => {
  // 1 2 3
  // 4 5 6
  const grey = Uint8Array.of(1, 2, 3, 4, 5, 6);
  const shown = ALL.map((value) => greyOriented(grey, { width: 3, height: 2 }, value));
  expect(shown.map((one) => [...one.grey].join(''))).toEqual([
    '123456',
    '321654',
    '654321',
    '456123',
    '142536',
    '415263',
    '635241',
    '362514',
  ]);
  expect(shown.map(({ width, height }) => `${width}x${height}`)).toEqual([
    ...['3x2', '3x2', '3x2', '3x2'],
    ...['2x3', '2x3', '2x3', '2x3'],
  ]);
  expect(sizeOriented({ width: 3, height: 2 }, 6)).toEqual({ width: 2, height: 3 });
});
