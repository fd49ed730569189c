import { beforeAll, describe, expect, it } from 'vitest';
import { mmFromBeam, pxFromMm, type Sector } from '../../../src/domain/geometry/sector.ts';
import { sectorInCrop } from '../../../src/domain/geometry/sector-scale.ts';
import { bModePanel, mModeStrip, type ScreenPanel } from '../../../src/sector/b-mode-panel.ts';
import { sectorFind } from '../../../src/sector/sector-find.ts';
import { CONFIDENCE_SURE, type SectorFound } from '../../../src/sector/sector-found.ts';
import { phantomFrame, phantomOpen } from '../../../src/simulator/exam/phantom.ts';
import { repetitions } from '../../support/repetitions.ts';
import { type MModeScreen, mModeScreen } from './m-mode-screen.ts';
import { outlineDistance } from './outline-distance.ts';
import { randomSeeded } from './synthetic-screen.ts';

/** An outline within this share of the screen's longer side is right. */
const RIGHT = 0.03;
const SCREENS = repetitions(12, 60);

const middleOf = (sector: Sector) =>
  pxFromMm(sector, mmFromBeam(sector, { lateral: 0, depthMm: sector.depthMm / 2 }));

describe(`${SCREENS} drawn screens with B-mode and M-mode`, () => {
  interface Result {
    readonly screen: MModeScreen;
    readonly found: SectorFound | null;
    /** As a share of the screen's longer side; null where nothing was found. */
    readonly distance: number | null;
  }
  let results: readonly Result[] = [];
  beforeAll(() => {
    results = Array.from({ length: SCREENS }, (_, seed) => {
      const screen = mModeScreen(seed);
      const found = sectorFind(screen.grey, screen.width, screen.height);
      return { screen, found, distance: found && outlineDistance(found.sector, screen.sector, screen) };
    });
  });

  it('give the image alone, or a confidence that makes the page ask', () => {
    const sureAndWrong = results.filter(
      ({ found, distance }) => found !== null && found.confidence >= CONFIDENCE_SURE && distance! > RIGHT,
    );
    const right = results.filter(({ distance }) => distance !== null && distance <= RIGHT);
    expect(sureAndWrong.length).toBeLessThanOrEqual(1);
    // The other images are so dark in parts that their outline stays open, without M-mode beside them, too.
    expect(right.length).toBeGreaterThanOrEqual(0.6 * SCREENS);
  });

  it('never give the M-mode strip', () => {
    const inStrip = results.filter(({ found, screen: { strip } }) => {
      if (found === null) return false;
      const { x, y } = middleOf(found.sector);
      return x > strip.left && y > strip.top && x < strip.left + strip.width && y < strip.top + strip.height;
    });
    expect(inStrip.map(({ screen }) => screen.name)).toEqual([]);
  });

  it('show where the strip lies, with at least nine tenths of it in common', () => {
    const missed = results.filter(({ screen: { grey, width, height, strip } }) => {
      const found = mModeStrip([grey], width, height);
      return found === null || panelsOverlap(found, strip) < 0.9;
    });
    expect(missed.map(({ screen }) => screen.name)).toEqual([]);
  });
});

describe(`${SCREENS} drawn screens with M-mode on the left of B-mode or above it`, () => {
  it('give the image alone, or a confidence that makes the page ask, and mostly where the strip lies', () => {
    const sureAndWrong: string[] = [];
    let right = 0;
    let strips = 0;
    for (let seed = 0; seed < SCREENS; seed++) {
      const screen = mModeScreen(seed, 'strip first');
      const { grey, width, height, name } = screen;
      const found = sectorFind(grey, width, height);
      const isRight = found !== null && outlineDistance(found.sector, screen.sector, screen) <= RIGHT;
      if (isRight) right += 1;
      else if (found !== null && found.confidence >= CONFIDENCE_SURE) sureAndWrong.push(name);
      const strip = mModeStrip([grey], width, height);
      if (strip !== null && panelsOverlap(strip, screen.strip) >= 0.85) strips += 1;
    }
    expect(sureAndWrong).toEqual([]);
    expect(right).toBeGreaterThanOrEqual(0.6 * SCREENS);
    expect(strips).toBeGreaterThanOrEqual(0.9 * SCREENS);
  });
});

/** What two rectangles have in common, as a share of what they cover together. */
function panelsOverlap(a: ScreenPanel, b: ScreenPanel): number {
  const across = Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left);
  const down = Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top);
  const common = Math.max(0, across) * Math.max(0, down);
  return common / (a.width * a.height + b.width * b.height - common);
}

it('an image with a field of noise beside it: the image, and no wrong one that counts as sure', () => {
  const [width, height] = [1100, 600];
  const random = randomSeeded(3);
  let right = 0;
  for (const seed of [1, 2, 3, 5, 7]) {
    for (const probe of ['convex', 'linear'] as const) {
      const grey = new Uint8Array(width * height);
      const { frame } = phantomFrame(phantomOpen({ seed, split: 'game', probe }), 0, 512);
      for (let y = 0; y < 512; y++)
        grey.set(frame.grey.subarray(y * 512, (y + 1) * 512), (y + 40) * width + 10);
      for (let y = 0; y < 400; y++) {
        for (let x = 0; x < 520; x++) {
          const level = y >= 120 && y < 124 ? 230 : 40 * Math.sqrt(-2 * Math.log(1 - random()));
          grey[(y + 100) * width + x + 560] = Math.min(255, level);
        }
      }
      const found = sectorFind(grey, width, height)!;
      const expected = sectorInCrop(frame.sector, -10, -40, 1);
      const isRight = outlineDistance(found.sector, expected, { width, height }) <= RIGHT;
      if (isRight) right += 1;
      else expect(found.confidence).toBeLessThan(CONFIDENCE_SURE);
      // A rectangle beside another may be either, whatever it looks like.
      if (probe === 'linear') expect(found.confidence).toBeLessThan(CONFIDENCE_SURE);
    }
  }
  expect(right).toBeGreaterThanOrEqual(9);
});

describe('the panel of B-mode', () => {
  it('is none in a picture of one image', () => {
    for (const seed of [1, 3, 17]) {
      for (const probe of ['convex', 'linear'] as const) {
        const { frame } = phantomFrame(phantomOpen({ seed, split: 'game', probe }), 0, 320);
        expect(bModePanel([frame.grey], frame.width, frame.height)).toBeNull();
      }
    }
  });

  it('lies on the left of a strip or above it, also where either may be one; a thin line does not hinder', () => {
    const grey = new Uint8Array(400 * 200);
    for (let y = 20; y < 180; y++) {
      grey.fill(90, y * 400 + 60, y * 400 + 140);
      grey.fill(90, y * 400 + 220, y * 400 + 380);
    }
    for (let y = 0; y < 200; y++) grey[y * 400 + 200] = 200;
    expect(bModePanel([grey], 400, 200)).toEqual({ left: 0, top: 0, width: 180, height: 200 });
    const turned = Uint8Array.from(grey, (_, i) => grey[(i % 200) * 400 + Math.floor(i / 200)]!);
    expect(bModePanel([turned], 200, 400)).toEqual({ left: 0, top: 0, width: 200, height: 180 });
  });
});
