import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sectorInside } from '../../../src/domain/frame/mask.ts';
import type { ConvexSector, LinearSector, Sector } from '../../../src/domain/geometry/sector.ts';
import { depthTicksRead } from '../../../src/sector/depth-ticks.ts';

const WIDTH = 640;
const HEIGHT = 480;

/** A convex probe of 60 mm, 150 mm deep at 0.4 mm a pixel. */
const CONVEX: ConvexSector = {
  kind: 'convex',
  mmPerPx: 0.4,
  originPx: { x: 320, y: 60 },
  radiusMm: 60,
  angleRad: 1.05,
  depthMm: 150,
};
const LINEAR: LinearSector = {
  kind: 'linear',
  mmPerPx: 0.125,
  originPx: { x: 300, y: 40 },
  widthMm: 40,
  depthMm: 50,
};

interface Scale {
  readonly sector: Sector;
  readonly stepPx: number;
  readonly x?: number;
  readonly firstY?: number;
  readonly count: number;
  /** Places without a mark. */
  readonly missing?: readonly number[];
  /** Of how many marks one is wider. */
  readonly widerEvery?: number;
}

/** A screen with a grey sector and one column of marks, right of it and aligned at their left. */
function screenDraw({ sector, stepPx, x = 600, firstY, count, missing = [], widerEvery }: Scale): Uint8Array {
  const grey = sectorInside(sector, WIDTH, HEIGHT).map((isInside) => isInside * 90);
  for (let mark = 0; mark < count; mark++) {
    if (missing.includes(mark)) continue;
    const y = Math.round((firstY ?? sector.originPx.y) + mark * stepPx);
    const isWide = widerEvery !== undefined && mark % widerEvery === 0;
    for (let row = y - 1; row <= y; row++)
      grey.fill(220, row * WIDTH + x, row * WIDTH + x + (isWide ? 10 : 5));
  }
  return grey;
}

/** As the finder hands it over: right in pixels, its millimetres assumed. */
function assumed(sector: Sector): Sector {
  return sector.kind === 'convex'
    ? {
        ...sector,
        mmPerPx: 1,
        radiusMm: sector.radiusMm / sector.mmPerPx,
        depthMm: sector.depthMm / sector.mmPerPx,
      }
    : {
        ...sector,
        mmPerPx: 1,
        widthMm: sector.widthMm / sector.mmPerPx,
        depthMm: sector.depthMm / sector.mmPerPx,
      };
}

const read = (scale: Scale, extra: (grey: Uint8Array) => void = () => {}) => {
  const grey = screenDraw(scale);
  extra(grey);
  return depthTicksRead(grey, WIDTH, HEIGHT, assumed(scale.sector));
};

describe('a depth scale beside the image', () => {
  it('of centimetres or half centimetres is read by the probe that it makes', () => {
    const centimetres = read({ sector: CONVEX, stepPx: 25, count: 16 });
    expect(centimetres).toMatchObject({ stepMm: 10 });
    expect(centimetres!.mmPerPx).toBeCloseTo(0.4, 3);
    expect(centimetres!.confidence).toBeGreaterThan(0.9);
    const halves = read({ sector: CONVEX, stepPx: 12.5, count: 31, widerEvery: 2 });
    expect(halves).toMatchObject({ stepMm: 5 });
    expect(halves!.mmPerPx).toBeCloseTo(0.4, 3);
    const linear = read({ sector: LINEAR, stepPx: 40, count: 11, widerEvery: 2 });
    expect(linear).toMatchObject({ stepMm: 5 });
    expect(linear!.mmPerPx).toBeCloseTo(0.125, 4);
  });

  it('with wider marks at every five centimetres, left of the image or right, and with one mark missing', () => {
    expect(read({ sector: CONVEX, stepPx: 25, count: 16, widerEvery: 5, x: 20 })!.mmPerPx).toBeCloseTo(
      0.4,
      3,
    );
    expect(read({ sector: CONVEX, stepPx: 25, count: 16, missing: [7] })!.mmPerPx).toBeCloseTo(0.4, 3);
  });

  it('at any scale that there is, to within half a per cent', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.36, max: 0.62, noNaN: true }), (mmPerPx) => {
        const sector: ConvexSector = { ...CONVEX, mmPerPx, depthMm: 400 * mmPerPx };
        const found = read({ sector, stepPx: 10 / mmPerPx, count: Math.floor((40 * mmPerPx) / 1) });
        expect(found).not.toBeNull();
        expect(Math.abs(found!.mmPerPx / mmPerPx - 1)).toBeLessThan(0.005);
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});

describe('what is not sure is not read', () => {
  it('no marks, too few, a comb too short, and one with holes', () => {
    expect(read({ sector: CONVEX, stepPx: 25, count: 0 })).toBeNull();
    expect(read({ sector: CONVEX, stepPx: 25, count: 4 })).toBeNull();
    expect(read({ sector: CONVEX, stepPx: 25, count: 7 })).toBeNull();
    expect(read({ sector: CONVEX, stepPx: 25, count: 16, missing: [2, 5, 6, 9, 12] })).toBeNull();
  });

  it('steps that make no probe, or contradict their wider marks', () => {
    // 17 px a centimetre would be a probe of 88 mm, a half one of 44 mm 110 mm deep: the latter is read, 40 px is not.
    expect(read({ sector: CONVEX, stepPx: 45, count: 9 })).toBeNull();
    expect(read({ sector: CONVEX, stepPx: 25, count: 16, widerEvery: 2 })).toBeNull();
    expect(read({ sector: CONVEX, stepPx: 12.5, count: 31, widerEvery: 5 })).toBeNull();
  });

  it('letters, a grey wedge, and marks inside the image', () => {
    const random = [37, 91, 133, 140, 188, 240, 266, 301, 333, 390];
    const letters = read({ sector: CONVEX, stepPx: 25, count: 0 }, (grey) => {
      for (const y of random)
        for (let row = y; row < y + 9; row++) grey.fill(255, row * WIDTH + 600, row * WIDTH + 606);
    });
    expect(letters).toBeNull();
    const wedge = read({ sector: CONVEX, stepPx: 25, count: 0 }, (grey) => {
      for (let row = 80; row < 300; row++) grey.fill(row - 60, row * WIDTH + 20, row * WIDTH + 32);
    });
    expect(wedge).toBeNull();
    expect(read({ sector: CONVEX, stepPx: 25, count: 12, x: 318, firstY: 100 })).toBeNull();
  });

  it('two scales that contradict each other', () => {
    const both = read({ sector: CONVEX, stepPx: 25, count: 16 }, (grey) => {
      for (let mark = 0; mark < 14; mark++) {
        const y = Math.round(60 + mark * 28);
        for (let row = y - 1; row <= y; row++) grey.fill(220, row * WIDTH + 20, row * WIDTH + 25);
      }
    });
    expect(both).toBeNull();
  });
});
