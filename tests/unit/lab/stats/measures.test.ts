import { describe, expect, it } from 'vitest';
import { quantile } from '../../../../src/cli/shared/quantile.ts';
import { FINDING_INDEX } from '../../../../src/domain/findings/finding.ts';
import type { Truth } from '../../../../src/domain/frame/frame.ts';
import { maskEmpty } from '../../../../src/domain/frame/mask.ts';
import { mmFromBeam, mmFromPx, type Sector, sectorFit } from '../../../../src/domain/geometry/sector.ts';
import { randomBell, randomCreate } from '../../../../src/domain/numbers/random.ts';
import { highPass, highPassCorrelation } from '../../../../src/lab/stats/high-pass.ts';
import { imageMeasures } from '../../../../src/lab/stats/image-measures.ts';
import { speckleWidth } from '../../../../src/lab/stats/speckle-width.ts';
import { spreadOf } from '../../../../src/lab/stats/spread.ts';
import { truthMeasures } from '../../../../src/lab/stats/truth-measures.ts';

const SIDE = 240;
const WHOLE: Sector = {
  kind: 'linear',
  mmPerPx: 1,
  originPx: { x: SIDE / 2, y: 0 },
  widthMm: SIDE,
  depthMm: SIDE,
};
const everywhere = new Uint8Array(SIDE * SIDE).fill(1);

/** White noise blurred by Gaussians of these standard deviations, of mean 100 and standard deviation 15. */
function texture(seed: number, sigmaX: number, sigmaY: number): Float64Array {
  const random = randomCreate(seed, 3);
  const blur = (source: Float64Array, sigma: number, step: number): Float64Array => {
    const reach = Math.ceil(3 * sigma);
    return source.map((_, at) => {
      const place = step === 1 ? at % SIDE : Math.floor(at / SIDE);
      let sum = 0;
      for (let off = -reach; off <= reach; off++) {
        const near = (place + off + SIDE) % SIDE;
        sum += source[at + (near - place) * step]! * Math.exp((-off * off) / (2 * sigma * sigma));
      }
      return sum;
    });
  };
  const white = Float64Array.from({ length: SIDE * SIDE }, () => randomBell(random));
  const smooth = blur(blur(white, sigmaX, 1), sigmaY, SIDE);
  const power = smooth.reduce((sum, value) => sum + value * value, 0) / smooth.length;
  return smooth.map((value) => 100 + (15 * value) / Math.sqrt(power));
}

const greyOf = (values: Float64Array): Uint8Array => Uint8Array.from(values, Math.round);
const quick = (values: Float64Array) => highPass(greyOf(values), everywhere, SIDE, SIDE);

describe('quantiles', () => {
  it('lie on the line between neighbours', () => {
    expect(quantile([10, 20, 30, 40], 0.5)).toBe(25);
    expect(quantile([10, 20, 30, 40], 0.95)).toBeCloseTo(38.5, 10);
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('leave out what could not be measured', () => {
    expect(spreadOf([Number.NaN, 3, 1, 2])?.p50).toBe(2);
    expect(spreadOf([1, 2, Number.NaN])).toBeNull();
  });
});

describe('texture', () => {
  it('has the width of the blur that made it: 2.355 sqrt(2) sigma', () => {
    const { lateralPx, axialPx } = speckleWidth(quick(texture(1, 2.4, 0.9)), everywhere);
    // The local mean takes away a little of the widest waves, so the widths come out a little low.
    expect(lateralPx / (3.33 * 2.4)).toBeGreaterThan(0.9);
    expect(lateralPx / (3.33 * 2.4)).toBeLessThan(1.03);
    expect(axialPx / (3.33 * 0.9)).toBeGreaterThan(0.9);
    expect(axialPx / (3.33 * 0.9)).toBeLessThan(1.08);
  });

  it('cannot be measured in the dark', () => {
    const dark = texture(1, 2, 1).map((value) => value / 25);
    expect(speckleWidth(quick(dark), everywhere).lateralPx).toBeNaN();
  });

  it('correlates by the share that two images have in common', () => {
    const one = texture(1, 1.5, 1);
    const other = texture(2, 1.5, 1);
    const mixed = one.map((value, at) => 100 + 0.8 * (value - 100) + 0.6 * (other[at]! - 100));
    expect(highPassCorrelation(quick(one), quick(one))).toBeCloseTo(1, 10);
    expect(Math.abs(highPassCorrelation(quick(one), quick(other)))).toBeLessThan(0.05);
    expect(highPassCorrelation(quick(one), quick(mixed))).toBeCloseTo(0.8, 1);
    const brighter = one.map((value) => value + 40);
    expect(highPassCorrelation(quick(one), quick(brighter))).toBeCloseTo(1, 3);
  });
});

describe('image facts', () => {
  it('give levels, profiles and contrast of a ramp that darkens with depth', () => {
    const ramp = Uint8Array.from({ length: SIDE * SIDE }, (_, at) => 200 - Math.floor(at / SIDE) / 2);
    const measures = imageMeasures({
      width: SIDE,
      height: SIDE,
      sector: WHOLE,
      moments: [{ now: ramp, next: ramp, later: null }],
    });
    expect(measures.grey_p50).toBeCloseTo(140, -0.5);
    expect(measures.grey_mean).toBeCloseTo(140, -0.5);
    expect(measures.depth_profile_1! * measures.grey_mean!).toBeCloseTo(194, -0.5);
    expect(measures.depth_profile_10! * measures.grey_mean!).toBeCloseTo(86, -0.5);
    expect(measures.lateral_profile_3).toBeCloseTo(1, 3);
    expect(measures.column_contrast).toBeCloseTo(0, 3);
    expect(measures.correlation_later).toBeNaN();
    expect(measures.depth_over_radius).toBeNaN();
  });

  it('tell bands across from bands along the scan lines', () => {
    const bands = (isOn: (x: number, y: number) => boolean): Uint8Array =>
      Uint8Array.from({ length: SIDE * SIDE }, (_, at) =>
        isOn(at % SIDE, Math.floor(at / SIDE)) ? 120 : 80,
      );
    const measured = (now: Uint8Array) =>
      imageMeasures({ width: SIDE, height: SIDE, sector: WHOLE, moments: [{ now, next: now, later: now }] });
    const rows = measured(bands((_, y) => y % 20 < 10));
    const columns = measured(bands((x) => x % 20 < 10));
    // Half the pixels at 120 and half at 80: the standard deviation is a fifth of the mean.
    expect(rows.row_contrast).toBeCloseTo(0.2, 1);
    expect(rows.column_contrast).toBeLessThan(0.01);
    expect(columns.column_contrast).toBeCloseTo(0.2, 1);
    expect(columns.row_contrast).toBeLessThan(0.01);
  });
});

describe('facts of the truth', () => {
  const sector = sectorFit(
    { kind: 'convex', mmPerPx: 1, originPx: { x: 0, y: 0 }, radiusMm: 60, angleRad: 1.1, depthMm: 150 },
    512,
  );

  /** A straight B-line from (lateral 0.3, 30 mm) that leaves its scan line by `degrees`. */
  function leaning(degrees: number): Truth {
    const mask = maskEmpty(sector, 512);
    const origin = mmFromBeam(sector, { lateral: 0.3, depthMm: 30 });
    const angle = (0.3 * 1.1) / 2 + (degrees * Math.PI) / 180;
    for (let at = 0; at < mask.classes.length; at++) {
      const { x, y } = mmFromPx(sector, { x: (at % 512) + 0.5, y: Math.floor(at / 512) + 0.5 });
      const along = (x - origin.x) * Math.sin(angle) + (y - origin.y) * Math.cos(angle);
      const across = (x - origin.x) * Math.cos(angle) - (y - origin.y) * Math.sin(angle);
      if (along > 0 && along < 110 && Math.abs(across) < 2) mask.classes[at] = FINDING_INDEX.b_line;
    }
    const at = (lateral: number, depthMm: number) => mmFromBeam(sector, { lateral, depthMm });
    return {
      mask,
      aLines: [{ multiple: 2, points: [at(0, 62), at(0.02, 62)] }],
      bLines: [{ origin, lateral: 0.3, widthMm: 4, endDepthMm: 138, confluent: false }],
      pleura: [[at(0, 31), at(0.02, 31)]],
      ribs: [],
      sliding: true,
    };
  }

  it.each([0, 2, 5])('finds a B-line %i degrees off its scan line', (degrees) => {
    const { bLineDeviation } = truthMeasures(leaning(degrees));
    expect(bLineDeviation[0]! - degrees).toBeGreaterThan(-0.3);
    expect(bLineDeviation[0]! - degrees).toBeLessThan(0.3);
  });

  it('gives length, end, count and depths', () => {
    const measures = truthMeasures(leaning(0));
    expect(measures.bLineLengthMm[0]).toBeCloseTo(108, 6);
    expect(measures.bLineEnd[0]).toBeCloseTo(0.92, 6);
    expect(measures.bLineCount).toEqual([1]);
    expect(measures.pleuraMm[0]).toBeCloseTo(31, 6);
    expect(measures.aLineRatio[0]).toBeCloseTo(2, 6);
  });
});
