import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Frame } from '../../../../src/domain/frame/frame.ts';
import { frameFit } from '../../../../src/domain/frame/resample.ts';
import { mmFromPx, type Sector, sectorContains, sectorFit } from '../../../../src/domain/geometry/sector.ts';

const CONVEX: Sector = sectorFit(
  { kind: 'convex', mmPerPx: 1, originPx: { x: 0, y: 0 }, radiusMm: 50, angleRad: 1.1, depthMm: 120 },
  512,
);
/** A flat probe whose image is as wide as it is deep: it fills its raster. */
const SQUARE: Sector = { kind: 'linear', mmPerPx: 1, originPx: { x: 2, y: 0 }, widthMm: 4, depthMm: 4 };

function frameOf(
  width: number,
  height: number,
  sector: Sector,
  level: (x: number, y: number) => number,
): Frame {
  const grey = Uint8Array.from({ length: width * height }, (_, at) =>
    level(at % width, Math.floor(at / width)),
  );
  return { width, height, grey, sector, timeMs: 7 };
}

describe('frameFit', () => {
  test('halving gives the mean of each two by two pixels', () => {
    const levels = [10, 20, 30, 40, 50, 60, 70, 80, 0, 0, 100, 100, 0, 4, 100, 104];
    const frame = frameOf(4, 4, SQUARE, (x, y) => levels[y * 4 + x]!);
    const fitted = frameFit(frame, 2);
    expect([...fitted.grey]).toEqual([35, 55, 1, 101]);
    expect(fitted.sector).toEqual({ ...SQUARE, mmPerPx: 2, originPx: { x: 1, y: 0 } });
    expect(fitted.timeMs).toBe(7);
  });

  test('shrinking by three halves weighs the shared middle pixel by half', () => {
    const three: Sector = { ...SQUARE, originPx: { x: 1.5, y: 0 }, widthMm: 3, depthMm: 3 };
    const fitted = frameFit(
      frameOf(3, 3, three, (x) => [90, 30, 150][x]!),
      2,
    );
    // (90 + 30 / 2) / 1.5 = 70 and (30 / 2 + 150) / 1.5 = 110.
    expect([...fitted.grey]).toEqual([70, 110, 70, 110]);
  });

  test('doubling interpolates between pixel centres and repeats the edge', () => {
    const two: Sector = { ...SQUARE, originPx: { x: 1, y: 0 }, widthMm: 2, depthMm: 2 };
    const fitted = frameFit(
      frameOf(2, 2, two, (x) => (x === 0 ? 0 : 100)),
      4,
    );
    expect([...fitted.grey.slice(0, 4)]).toEqual([0, 25, 75, 100]);
    expect([...fitted.grey.slice(12)]).toEqual([0, 25, 75, 100]);
  });

  test('outside the sector all is 0, inside an even image stays even', () => {
    const fitted = frameFit(
      frameOf(512, 512, CONVEX, () => 200),
      256,
    );
    for (let at = 0; at < fitted.grey.length; at++) {
      const centre = { x: (at % 256) + 0.5, y: Math.floor(at / 256) + 0.5 };
      const within = sectorContains(fitted.sector, mmFromPx(fitted.sector, centre));
      if (fitted.grey[at] !== (within ? 200 : 0)) expect.fail(`pixel ${centre.x}, ${centre.y}`);
    }
    expect(fitted.grey.some((level) => level === 200)).toBe(true);
    expect(fitted.grey[0]).toBe(0);
  });

  test('a frame that is fitted already stays as it is', () => {
    const once = frameFit(
      frameOf(512, 512, CONVEX, (x, y) => (x * 7 + y * 13) % 256),
      256,
    );
    expect(frameFit(once, 256)).toEqual(once);
  });

  test('the part of a sector that the raster cuts off is 0', () => {
    const cut = frameOf(4, 2, SQUARE, () => 9);
    expect([...frameFit(cut, 4).grey]).toEqual([9, 9, 9, 9, 9, 9, 9, 9, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  test('a level ramp keeps its place in millimetres at any scale', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 700 }), fc.integer({ min: 40, max: 300 }), (from, to) => {
        const sector = sectorFit(SQUARE, from);
        const ramp = frameOf(from, from, sector, (x) => Math.round(((x + 0.5) / from) * 240));
        const fitted = frameFit(ramp, to);
        const edge = Math.ceil(Math.max(1, to / from));
        for (let x = edge; x < to - edge; x++) {
          expect(Math.abs(fitted.grey[x]! - ((x + 0.5) / to) * 240)).toBeLessThan(1.6);
        }
      }),
      { numRuns: 60 },
    );
  });
});
