import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaptureCalibration } from '../../../../src/domain/frame/capture-calibration.ts';
import { captureCalibrationSchema } from '../../../../src/domain/frame/capture-calibration.ts';
import { lumaGrey, lumaView } from '../../../../src/domain/frame/luma-view.ts';
import { packInto, packLayout, packOpen } from '../../../../src/domain/frame/sector-pack.ts';
import type { LinearSector } from '../../../../src/domain/geometry/sector.ts';
import { pxFromMm } from '../../../../src/domain/geometry/sector.ts';

/** 4 x 4 pixels at (2, 2) of a picture of 8 x 8. */
const BOX: LinearSector = {
  kind: 'linear',
  mmPerPx: 1,
  originPx: { x: 4, y: 2 },
  widthMm: 4,
  depthMm: 4,
};
const SMALL: CaptureCalibration = { width: 8, height: 8, sector: BOX, isMirrored: false };

/** The crop's pixels of a picture whose level at (x, y) is 10 y + x, or what `level` says. */
function planeOf(
  { crop }: ReturnType<typeof lumaView>,
  isFullRange: boolean,
  level: (x: number, y: number) => number = (x, y) => 10 * y + x,
) {
  const stride = crop.width + 3;
  const bytes = new Uint8Array(5 + stride * crop.height);
  for (let y = 0; y < crop.height; y++) {
    for (let x = 0; x < crop.width; x++) bytes[5 + y * stride + x] = level(crop.left + x, crop.top + y);
  }
  return { bytes, offset: 5, stride, isFullRange };
}

const soundIs = (stored: unknown) => captureCalibrationSchema.safeParse(stored).success;

describe('the sector of a picture', () => {
  test('is cut out pixel by pixel', () => {
    const view = lumaView(SMALL);
    expect(view.crop).toEqual({ left: 2, top: 2, width: 4, height: 4 });
    expect(view.sector.originPx).toEqual({ x: 2, y: 0 });
    expect([...lumaGrey(view, planeOf(view, true))]).toEqual([
      22, 23, 24, 25, 32, 33, 34, 35, 42, 43, 44, 45, 52, 53, 54, 55,
    ]);
  });

  test('is turned over where it is mirrored, its geometry with it', () => {
    const sector = { ...BOX, originPx: { x: 3.5, y: 2 }, widthMm: 3 };
    const view = lumaView({ ...SMALL, sector, isMirrored: true });
    expect(view.crop).toEqual({ left: 2, top: 2, width: 4, height: 4 });
    // The box covers columns 2 to 4 of the picture: in the turned frame the last three.
    expect(view.sector.originPx).toEqual({ x: 2.5, y: 0 });
    expect([...lumaGrey(view, planeOf(view, true)).subarray(0, 4)]).toEqual([0, 24, 23, 22]);
  });

  test('limited video is spread to the whole range', () => {
    const view = lumaView(SMALL);
    const grey = lumaGrey(
      view,
      planeOf(view, false, (x) => [16, 235, 126, 255][x - 2]!),
    );
    expect([...grey.subarray(0, 4)]).toEqual([0, 255, 128, 255]);
    const dark = lumaGrey(
      view,
      planeOf(view, false, () => 3),
    );
    expect([...dark.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
  });

  test('a large one is shrunk by whole steps to the mean of its pixels', () => {
    const sector: LinearSector = { ...BOX, originPx: { x: 640, y: 10 }, widthMm: 1201, depthMm: 700 };
    const view = lumaView({ width: 1280, height: 720, sector, isMirrored: false });
    expect(view.step).toBe(2);
    expect(view.width).toBeLessThanOrEqual(1024);
    expect(view.sector.mmPerPx).toBe(2);
    // Columns alternate between 40 and 60: every mean is 50.
    const grey = lumaGrey(
      view,
      planeOf(view, true, (x) => (x % 2 === 0 ? 40 : 60)),
    );
    const levels = new Set([...grey].filter((_, at) => view.inside[at] === 1));
    expect([...levels]).toEqual([50]);
  });

  test('places keep their millimetres, the crop is even and within the picture, and what is outside is black', () => {
    fc.assert(
      fc.property(
        fc.record({
          width: fc.integer({ min: 64, max: 4096 }).map((side) => side - (side % 2)),
          height: fc.integer({ min: 64, max: 2160 }).map((side) => side - (side % 2)),
          x: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
          y: fc.double({ min: -0.2, max: 0.5, noNaN: true }),
          depth: fc.double({ min: 0.1, max: 1.2, noNaN: true }),
          isMirrored: fc.boolean(),
        }),
        ({ width, height, x, y, depth, isMirrored }) => {
          const sector = {
            kind: 'convex',
            mmPerPx: 0.3,
            originPx: { x: x * width, y: y * height },
            radiusMm: 50,
            angleRad: 1.1,
            depthMm: depth * height * 0.3,
          } as const;
          const view = lumaView({ width, height, sector, isMirrored });
          const { crop, step } = view;
          for (const side of [crop.left, crop.top, crop.width, crop.height]) expect(side % 2).toBe(0);
          expect(crop.left + crop.width).toBeLessThanOrEqual(width);
          expect(crop.top + crop.height).toBeLessThanOrEqual(height);
          expect([view.width * step, view.height * step]).toEqual([crop.width, crop.height]);
          const point = { x: 7, y: 11 };
          const whole = pxFromMm(sector, isMirrored ? { ...point, x: -point.x } : point);
          const own = pxFromMm(view.sector, point);
          const back = isMirrored ? view.width - own.x : own.x;
          expect(crop.left + back * step).toBeCloseTo(whole.x, 6);
          expect(crop.top + own.y * step).toBeCloseTo(whole.y, 6);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('packed images', () => {
  test('give back what is inside and nothing else', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }).chain((width) =>
          fc.record({
            width: fc.constant(width),
            pixels: fc.array(fc.tuple(fc.integer({ min: 0, max: 255 }), fc.boolean()), {
              minLength: width,
              maxLength: 12 * width,
            }),
          }),
        ),
        ({ width, pixels }) => {
          const height = Math.floor(pixels.length / width);
          const inside = Uint8Array.from(pixels.slice(0, width * height), ([, isIn]) => (isIn ? 1 : 0));
          const image = Uint8Array.from(inside, (isIn, at) => (isIn === 1 ? pixels[at]![0] : 0));
          const layout = packLayout(inside, width, height);
          const packed = new Uint8Array(layout.bytes);
          packInto(packed, image, layout);
          expect(packOpen(packed, layout)).toEqual(image);
        },
      ),
    );
  });

  test('a fan takes no more room than from its first to its last pixel of each row', () => {
    const inside = Uint8Array.of(0, 1, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0);
    expect(packLayout(inside, 4, 3).bytes).toBe(5);
  });
});

describe('stored calibrations', () => {
  test('are taken only whole', () => {
    expect(soundIs(structuredClone(SMALL))).toBe(true);
    expect(soundIs({ ...SMALL, width: 0 })).toBe(false);
    expect(soundIs({ ...SMALL, sector: { ...BOX, widthMm: -1 } })).toBe(false);
    expect(soundIs({ ...SMALL, isMirrored: undefined })).toBe(false);
    expect(soundIs(null)).toBe(false);
  });
});
