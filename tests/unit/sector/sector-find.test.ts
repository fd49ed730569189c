import { describe, expect, it } from 'vitest';
import { recordingSector } from '../../../src/cli/sector/recording-sector.ts';
import type { ConvexSector, LinearSector, Sector } from '../../../src/domain/geometry/sector.ts';
import { sectorInCrop, sectorWithDepth } from '../../../src/domain/geometry/sector-scale.ts';
import { clicksFromSector, sectorFromClicks } from '../../../src/sector/sector-clicks.ts';
import { sectorFind } from '../../../src/sector/sector-find.ts';
import { CONFIDENCE_SURE } from '../../../src/sector/sector-found.ts';
import { phantomFrame, phantomOpen } from '../../../src/simulator/exam/phantom.ts';
import { repetitions } from '../../support/repetitions.ts';
import { randomSeeded, screenDraw } from './synthetic-screen.ts';

const CONVEX: ConvexSector = {
  kind: 'convex',
  mmPerPx: 0.4,
  originPx: { x: 330, y: 60 },
  radiusMm: 50,
  angleRad: 1.1,
  depthMm: 150,
};

const LINEAR: LinearSector = {
  kind: 'linear',
  mmPerPx: 0.15,
  originPx: { x: 310, y: 50 },
  widthMm: 50,
  depthMm: 55,
};

/** Every length within 2 % of the image's depth, the angle within 2 %. */
function expectClose(found: Sector | undefined, expected: Sector): void {
  expect(found?.kind).toBe(expected.kind);
  if (found === undefined) return;
  const px = (mm: number, sector: Sector): number => mm / sector.mmPerPx;
  const within = 0.02 * px(expected.depthMm, expected);
  const near = (a: number, b: number): void => expect(Math.abs(a - b)).toBeLessThan(within);
  near(found.originPx.x, expected.originPx.x);
  near(found.originPx.y, expected.originPx.y);
  near(px(found.depthMm, found), px(expected.depthMm, expected));
  if (found.kind === 'convex' && expected.kind === 'convex') {
    near(px(found.radiusMm, found), px(expected.radiusMm, expected));
    expect(Math.abs(found.angleRad / expected.angleRad - 1)).toBeLessThan(0.02);
  }
  if (found.kind === 'linear' && expected.kind === 'linear') {
    near(px(found.widthMm, found), px(expected.widthMm, expected));
  }
}

describe('sectorFind on drawn screens', () => {
  const screens: [name: string, options: Omit<Parameters<typeof screenDraw>[0], 'seed'>][] = [
    ['a clean convex image', { width: 640, height: 480, sector: CONVEX }],
    ['a convex image among text', { width: 640, height: 480, sector: CONVEX, hasText: true }],
    [
      'a convex image among text and noise on a grey screen',
      { width: 640, height: 480, sector: CONVEX, hasText: true, background: 24, noise: 3 },
    ],
    [
      'a convex image with a shadowed left edge',
      { width: 640, height: 480, sector: CONVEX, hasText: true, shadow: [-1.1, -0.7] },
    ],
    [
      'a convex image with a shadow in the middle',
      { width: 640, height: 480, sector: CONVEX, shadow: [-0.2, 0.3] },
    ],
    [
      'a convex image far from the middle of the screen',
      { width: 800, height: 480, sector: { ...CONVEX, originPx: { x: 270, y: 60 } }, hasText: true },
    ],
    ['a linear image among text', { width: 640, height: 480, sector: LINEAR, hasText: true }],
    [
      'a linear image with noise on a grey screen',
      { width: 640, height: 480, sector: LINEAR, hasText: true, background: 24, noise: 3 },
    ],
  ];
  it.each(screens)('finds %s within 2 per cent', (_, options) => {
    const grey = screenDraw({ ...options, seed: 7 });
    const found = sectorFind(grey, options.width, options.height, { mmPerPx: options.sector.mmPerPx });
    expectClose(found?.sector, options.sector);
    expect(found?.confidence).toBeGreaterThan(0.5);
    expect(found?.scale).toBe('given');
  });

  it('finds fans of many shapes within 2 per cent', () => {
    const random = randomSeeded(11);
    for (let trial = 0; trial < repetitions(4, 40); trial++) {
      const sector: ConvexSector = {
        kind: 'convex',
        mmPerPx: 0.5,
        originPx: { x: 290 + 60 * random(), y: 40 + 20 * random() },
        radiusMm: 20 + 45 * random(),
        angleRad: 0.8 + 0.5 * random(),
        depthMm: 150 + 30 * random(),
      };
      const grey = screenDraw({ width: 640, height: 480, sector, seed: trial, hasText: true });
      expectClose(sectorFind(grey, 640, 480, { mmPerPx: 0.5 })?.sector, sector);
    }
  });

  it('finds the sector of simulated frames within 2 per cent, in every exam of either probe', () => {
    for (let seed = 1; seed <= repetitions(3, 24); seed++) {
      for (const probe of ['convex', 'linear'] as const) {
        const { frame } = phantomFrame(
          phantomOpen({ seed, split: 'game', probe }),
          0,
          seed % 2 === 0 ? 256 : 512,
        );
        const found = sectorFind(frame.grey, frame.width, frame.height, { depthMm: frame.sector.depthMm });
        expectClose(found?.sector, frame.sector);
      }
    }
  });

  it('completes a fan whose sides, face and lower corners are cropped away', () => {
    const grey = screenDraw({ width: 640, height: 480, sector: CONVEX, seed: 3 });
    const [left, top, width, height] = [155, 61, 350, 340] as const;
    const cropped = new Uint8Array(width * height);
    for (let y = 0; y < height; y++) {
      cropped.set(grey.subarray((y + top) * 640 + left, (y + top) * 640 + left + width), y * width);
    }
    const found = sectorFind(cropped, width, height, { mmPerPx: CONVEX.mmPerPx })?.sector;
    const expected = sectorInCrop(CONVEX, left, top, 1);
    expect(found?.kind).toBe('convex');
    if (found?.kind !== 'convex') return;
    expect(Math.abs(found.angleRad / CONVEX.angleRad - 1)).toBeLessThan(0.04);
    expect(Math.abs(found.originPx.x - expected.originPx.x)).toBeLessThan(7);
    expect(Math.abs(found.originPx.y - expected.originPx.y)).toBeLessThan(7);
    expect(Math.abs(found.depthMm / 0.4 - 340)).toBeLessThan(8);
  });

  it('uses every frame of a clip: each shows another part', () => {
    const parts: [number, number][] = [
      [-1.1, 0.1],
      [-0.1, 1.1],
    ];
    const frames = parts.map((shadow, seed) =>
      screenDraw({ width: 640, height: 480, sector: CONVEX, seed, shadow }),
    );
    expectClose(sectorFind(frames, 640, 480, { mmPerPx: 0.4 })?.sector, CONVEX);
  });

  it('finds a figure on a white page', () => {
    const grey = screenDraw({ width: 640, height: 480, sector: CONVEX, seed: 5 });
    const page = new Uint8Array(760 * 600).fill(255);
    for (let y = 0; y < 480; y++) page.set(grey.subarray(y * 640, (y + 1) * 640), (y + 70) * 760 + 50);
    const expected = sectorInCrop(CONVEX, -50, -70, 1);
    expectClose(sectorFind(page, 760, 600, { mmPerPx: 0.4 })?.sector, expected);
  });

  it('assumes a curved face of 60 mm radius and a flat one of 38 mm, and says so', () => {
    const convex = sectorFind(screenDraw({ width: 640, height: 480, sector: CONVEX, seed: 1 }), 640, 480);
    const linear = sectorFind(screenDraw({ width: 640, height: 480, sector: LINEAR, seed: 1 }), 640, 480);
    expect(convex?.scale).toBe('assumed');
    // 375 px of depth behind a face of 125 px: three times 60 mm.
    expect(convex?.sector.depthMm).toBe(180);
    expect(linear?.sector.depthMm).toBe(40);
  });

  it('finds nothing in a black picture, in text alone, and in a picture too small to hold one', () => {
    expect(sectorFind(new Uint8Array(640 * 480), 640, 480)).toBeNull();
    const text = screenDraw({
      width: 640,
      height: 480,
      sector: { ...LINEAR, widthMm: 0.01, depthMm: 0.01 },
      seed: 1,
      hasText: true,
    });
    expect(sectorFind(text, 640, 480)).toBeNull();
    expect(sectorFind(new Uint8Array(20 * 20).fill(90), 20, 20)).toBeNull();
  });
});

describe('an image that fades into the dark', () => {
  const [WIDTH, HEIGHT] = [800, 600];
  /** Rows 80-519, columns 150-649; echoes that fall to a third every 80 rows, and nothing below grey 3. */
  const REGION = { left: 150, top: 80, width: 500, height: 440 };
  const sector: LinearSector = {
    kind: 'linear',
    mmPerPx: 0.1,
    originPx: { x: REGION.left + REGION.width / 2, y: REGION.top },
    widthMm: 0.1 * REGION.width,
    depthMm: 0.1 * REGION.height,
  };
  const even = screenDraw({ width: WIDTH, height: HEIGHT, sector, seed: 2 });
  const faded = even.map((level, at) => {
    const row = Math.floor(at / WIDTH) - REGION.top;
    if (level === 0) return 0;
    const left = (1.3 * (level - 12) * Math.exp(-row / 80)) / (1 - (0.7 * row) / REGION.height);
    return left < 3 ? 0 : Math.min(255, Math.round(left));
  });

  it('is as deep as the region that a file states, where its other sides fit', () => {
    const found = recordingSector({
      ...{ width: WIDTH, height: HEIGHT, greys: [faded], notes: [] },
      ...{ region: REGION, mmPerPx: 0.1 },
    });
    expect(found.sector.kind).toBe('linear');
    expect(Math.abs(found.sector.depthMm - 44)).toBeLessThan(1);
    expect(found.sector.originPx.y).toBeCloseTo(80, 0);
  });

  it('is a guess without one', () => {
    const found = sectorFind(faded, WIDTH, HEIGHT, { mmPerPx: 0.1 });
    expect(found?.confidence ?? 0).toBeLessThan(CONFIDENCE_SURE);
  });

  it('of a fan is as deep as the region, too, and no region that does not fit draws it out', () => {
    const screen = screenDraw({ width: 640, height: 480, sector: CONVEX, seed: 4 });
    const { originPx, mmPerPx, radiusMm, angleRad, depthMm } = CONVEX;
    const apexY = originPx.y - radiusMm / mmPerPx;
    const end = apexY + (radiusMm + depthMm) / mmPerPx;
    // Nothing is left of the deepest quarter.
    const dark = screen.map((level, i) => {
      const y = Math.floor(i / 640);
      return Math.hypot((i % 640) - originPx.x, y - apexY) > end - apexY - (0.25 * depthMm) / mmPerPx
        ? 0
        : level;
    });
    const reach = ((radiusMm + depthMm) / mmPerPx) * Math.sin(angleRad / 2);
    const top = apexY + (radiusMm / mmPerPx) * Math.cos(angleRad / 2);
    const region = {
      left: Math.round(originPx.x - reach),
      top: Math.round(top),
      width: Math.round(2 * reach),
      height: Math.round(end - top),
    };
    const recording = { width: 640, height: 480, greys: [dark], notes: [], mmPerPx };
    expect(Math.abs(recordingSector({ ...recording, region }).sector.depthMm - depthMm)).toBeLessThan(3);
    const wide = { left: 0, top: region.top, width: 640, height: region.height };
    expect(recordingSector({ ...recording, region: wide }).sector.depthMm).toBeLessThan(0.8 * depthMm);
  });
});

describe('sectorFromClicks', () => {
  it('gives back a convex sector from its corner, its side and its deepest point, on either side', () => {
    const apexY = CONVEX.originPx.y - 125;
    const at = (lateral: number, radiusPx: number) => ({
      x: 330 + radiusPx * Math.sin(lateral * 0.55),
      y: apexY + radiusPx * Math.cos(lateral * 0.55),
    });
    for (const side of [-1, 1]) {
      const sector = sectorFromClicks([at(side, 125), at(side, 420), at(0, 500)], 'convex', { depthMm: 150 });
      expect(sector?.kind).toBe('convex');
      if (sector?.kind !== 'convex') return;
      expect(sector.radiusMm).toBeCloseTo(50, 6);
      expect(sector.angleRad).toBeCloseTo(1.1, 6);
      expect(sector.depthMm).toBeCloseTo(150, 6);
      expect(sector.originPx.y).toBeCloseTo(60, 6);
    }
  });

  it('gives a linear sector and refuses clicks that fix nothing', () => {
    const sector = sectorFromClicks(
      [
        { x: 100, y: 40 },
        { x: 100, y: 300 },
        { x: 260, y: 340 },
      ],
      'linear',
    );
    // 320 px are 38 mm, so 300 px are 35.6: 35 on a machine's scale.
    expect(sector).toEqual({
      kind: 'linear',
      mmPerPx: 35 / 300,
      originPx: { x: 260, y: 40 },
      widthMm: (320 * 35) / 300,
      depthMm: 35,
    });
    const point = { x: 50, y: 50 };
    expect(sectorFromClicks([point, point, point], 'convex')).toBeNull();
    expect(sectorFromClicks([point, point, point], 'linear')).toBeNull();
    expect(sectorFromClicks([point, { x: 80, y: 200 }, { x: 120, y: 300 }], 'convex')).toBeNull();
  });

  it('gives the clicks that a sector would be made from, on what a picture shows of it', () => {
    for (const sector of [CONVEX, LINEAR]) {
      // Of a picture that is cut off below and on the left, the right edge is taken as far as it is seen.
      for (const [width, height, left] of [
        [2000, 2000, 0],
        [2000, 300, 0],
        [2000, 2000, 300],
      ] as const) {
        const shown = { ...sector, originPx: { x: sector.originPx.x - left, y: sector.originPx.y } };
        const clicks = clicksFromSector(shown, width, height);
        const back = sectorFromClicks(clicks, shown.kind, { depthMm: shown.depthMm })!;
        expect(back.kind).toBe(shown.kind);
        expect(back.originPx.x).toBeCloseTo(shown.originPx.x, 6);
        expect(back.originPx.y).toBeCloseTo(shown.originPx.y, 6);
        expect(back.mmPerPx).toBeCloseTo(shown.mmPerPx, 9);
        if (back.kind === 'convex' && shown.kind === 'convex') {
          expect(back.angleRad).toBeCloseTo(shown.angleRad, 6);
          expect(back.radiusMm).toBeCloseTo(shown.radiusMm, 6);
        }
        if (height === 2000) for (const { x } of clicks.slice(0, 2)) expect(x).toBeGreaterThanOrEqual(0);
        expect(clicks[1].y).toBeLessThanOrEqual(height);
      }
    }
  });

  it('takes another depth without moving a pixel', () => {
    const deeper = sectorWithDepth(CONVEX, 300);
    expect(deeper).toEqual({ ...CONVEX, mmPerPx: 0.8, radiusMm: 100, depthMm: 300 });
    expect(sectorWithDepth(LINEAR, 110)).toEqual({ ...LINEAR, mmPerPx: 0.3, widthMm: 100, depthMm: 110 });
  });
});
