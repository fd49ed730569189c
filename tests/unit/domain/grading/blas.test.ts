import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ConvexSector, mmFromBeam } from '../../../../src/domain/geometry/sector.ts';
import { blasMeasure } from '../../../../src/domain/grading/blas.ts';
import type { Mark } from '../../../../src/domain/marks/mark.ts';
import { beamHalfLateral, marksRasterise } from '../../../../src/domain/marks/rasterise.ts';
import { box, FAN, maskOf } from './fixture.ts';

describe('blasMeasure', () => {
  it('is the share of the space under the pleura: a B-line 10 of 40 columns wide, all the way down, is 1/4', () => {
    const mask = maskOf([box('pleural_line', 12, 10, 40, 2), box('b_line', 20, 12, 10, 52)]);
    expect(blasMeasure(mask).box).toBeCloseTo(10 / 40, 12);
    expect(blasMeasure(mask).scanline).toBeCloseTo(10 / 40, 2);
  });

  it('averages over rows down to the lowest B-line: a second line half as long counts half', () => {
    const mask = maskOf([
      box('pleural_line', 12, 10, 40, 2),
      box('b_line', 20, 12, 10, 52),
      box('b_line_confluence', 40, 12, 8, 26),
    ]);
    expect(blasMeasure(mask).box).toBeCloseTo((10 * 52 + 8 * 26) / (40 * 52), 12);
    expect(blasMeasure(mask).scanline).toBeCloseTo((10 * 52 + 8 * 26) / (40 * 52), 2);
  });

  it('is 0 without B-lines, with a pleural line or with nothing at all', () => {
    expect(blasMeasure(maskOf([box('pleural_line', 12, 10, 40, 2)]))).toEqual({ box: 0, scanline: 0 });
    expect(blasMeasure(maskOf([]))).toEqual({ box: 0, scanline: 0 });
  });

  it('takes the whole sector where no pleural line is visible', () => {
    const { box: byBox, scanline } = blasMeasure(maskOf([box('b_line', 20, 12, 16, 40)]));
    expect(byBox).toBeCloseTo(16 / 64, 12);
    expect(scanline).toBeCloseTo(16 / 64, 2);
  });

  it('follows the scan lines in a fan, where the box is wrong: a full confluence fills 1 of it', () => {
    const marks: Mark[] = [
      {
        id: 'b',
        kind: 'beam',
        finding: 'b_line_confluence',
        origin: mmFromBeam(FAN, { lateral: 0.5, depthMm: 20 }),
        widthMm: 14,
        endDepthMm: 120,
      },
      {
        id: 'p',
        kind: 'line',
        finding: 'pleural_line',
        points: [0.41, 0.45, 0.5, 0.55, 0.59].map((lateral) => mmFromBeam(FAN, { lateral, depthMm: 20 })),
        widthMm: 2,
      },
    ];
    const measured = blasMeasure(marksRasterise(marks, FAN, 256));
    expect(measured.scanline).toBeGreaterThan(0.93);
    expect(measured.box).toBeLessThan(0.5);
  });

  it('gives the lateral share of a B-line in a fan, however deep the image', () => {
    const beam: Mark = {
      id: 'b',
      kind: 'beam',
      finding: 'b_line',
      origin: mmFromBeam(FAN, { lateral: -0.3, depthMm: 20 }),
      widthMm: 6,
      endDepthMm: 120,
    };
    const pleura: Mark = {
      id: 'p',
      kind: 'line',
      finding: 'pleural_line',
      points: Array.from({ length: 41 }, (_, i) =>
        mmFromBeam(FAN, { lateral: -0.8 + 0.04 * i, depthMm: 20 }),
      ),
      widthMm: 1,
    };
    const expected = (2 * beamHalfLateral(FAN as ConvexSector, beam)) / 1.6;
    expect(Math.abs(blasMeasure(marksRasterise([beam, pleura], FAN, 256)).scanline - expected)).toBeLessThan(
      0.02,
    );
  });

  it('stays within 0 and 1 for any mask', () => {
    const boxes = fc.array(
      fc.record({
        finding: fc.constantFrom('pleural_line' as const, 'b_line' as const, 'b_line_confluence' as const),
        x: fc.nat(63),
        y: fc.nat(63),
        width: fc.integer({ min: 1, max: 50 }),
        height: fc.integer({ min: 1, max: 50 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(boxes, (items) => {
        const { box: byBox, scanline } = blasMeasure(maskOf(items));
        for (const value of [byBox, scanline]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
