import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mask } from '../../../../src/domain/frame/frame.ts';
import {
  maskCounts,
  maskEmpty,
  maskEquals,
  maskResample,
  maskShift,
  sectorInside,
} from '../../../../src/domain/frame/mask.ts';
import {
  type LinearSector,
  mmFromPx,
  type Sector,
  sectorContains,
  sectorFit,
} from '../../../../src/domain/geometry/sector.ts';

const SQUARE: LinearSector = { kind: 'linear', mmPerPx: 1, originPx: { x: 2, y: 0 }, widthMm: 4, depthMm: 4 };
const of = (sector: Sector, size: number, classes: number[]): Mask => ({
  width: size,
  height: size,
  classes: Uint8Array.from(classes),
  sector,
});
// biome-ignore format: a picture of the mask
const SAMPLE = of(SQUARE, 4, [
  1, 1, 0, 0,
  1, 1, 0, 0,
  0, 0, 2, 3,
  0, 0, 4, 5,
]);

describe('masks', () => {
  it('counts the pixels of each class', () => {
    expect(maskCounts(SAMPLE)).toEqual([8, 4, 1, 1, 1, 1, 0, 0]);
    expect(maskCounts(maskEmpty(SQUARE, 4))).toEqual([16, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('are equal only with the same pixels and the same geometry', () => {
    expect(maskEquals(SAMPLE, { ...SAMPLE, classes: SAMPLE.classes.slice() })).toBe(true);
    expect(maskEquals(SAMPLE, maskEmpty(SQUARE, 4))).toBe(false);
    expect(maskEquals(SAMPLE, { ...SAMPLE, sector: { ...SQUARE, mmPerPx: 2 } })).toBe(false);
  });

  it('are resampled by the nearest pixel: twice as large repeats each, and back gives the same mask', () => {
    const large = maskResample(SAMPLE, sectorFit(SQUARE, 8), 8);
    expect(Array.from(large.classes.slice(0, 8))).toEqual([1, 1, 1, 1, 0, 0, 0, 0]);
    expect(Array.from(large.classes.slice(56))).toEqual([0, 0, 0, 0, 4, 4, 5, 5]);
    expect(maskEquals(maskResample(large, SQUARE, 4), SAMPLE)).toBe(true);
  });

  it('keep a place in mm when resampled from an off-centre raster', () => {
    const wide = { ...SQUARE, originPx: { x: 6, y: 3 } };
    const mask = maskEmpty(wide, 12);
    mask.classes[(3 + 1) * 12 + (6 + 1)] = 2;
    expect(Array.from(maskResample(mask, SQUARE, 4).classes)).toEqual([
      0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0,
    ]);
  });

  it('are shifted in mm, losing what leaves the sector', () => {
    // biome-ignore format: a picture of the mask
    expect(Array.from(maskShift(SAMPLE, 1, 2).classes)).toEqual([
      0, 0, 0, 0,
      0, 0, 0, 0,
      0, 1, 1, 0,
      0, 1, 1, 0,
    ]);
  });
});

describe('sectorInside', () => {
  it('agrees with the sector, for probes of every opening', () => {
    fc.assert(
      fc.property(
        fc.record({
          radiusMm: fc.double({ min: 5, max: 70, noNaN: true }),
          angleRad: fc.double({ min: 0.3, max: 5, noNaN: true }),
          depthMm: fc.double({ min: 20, max: 200, noNaN: true }),
          linear: fc.boolean(),
        }),
        ({ radiusMm, angleRad, depthMm, linear }) => {
          const base = { mmPerPx: 1, originPx: { x: 0, y: 0 }, depthMm };
          const sector = sectorFit(
            linear
              ? { ...base, kind: 'linear', widthMm: radiusMm }
              : { ...base, kind: 'convex', radiusMm, angleRad },
            48,
          );
          const inside = sectorInside(sector, 48, 48);
          let differing = 0;
          inside.forEach((value, at) => {
            const centre = { x: (at % 48) + 0.5, y: Math.floor(at / 48) + 0.5 };
            if ((value === 1) !== sectorContains(sector, mmFromPx(sector, centre))) differing += 1;
          });
          expect(differing).toBe(0);
        },
      ),
      { numRuns: 200 },
    );
  });
});
