import { expect, test } from 'vitest';
import type { Frame } from '../../../../src/domain/frame/frame.ts';
import { arcMm } from '../../../../src/domain/geometry/arc.ts';
import { beamFromMm, mmFromPx, type Sector } from '../../../../src/domain/geometry/sector.ts';
import { type Block, blockMatch } from '../../../../src/domain/motion/block-match.ts';
import { motionImage } from '../../../../src/domain/motion/motion-image.ts';

const LINEAR: Sector = {
  kind: 'linear',
  mmPerPx: 0.4,
  originPx: { x: 100, y: 0 },
  widthMm: 80,
  depthMm: 80,
};

const CONVEX: Sector = {
  kind: 'convex',
  mmPerPx: 0.4,
  originPx: { x: 200, y: 30 },
  radiusMm: 50,
  angleRad: 1,
  depthMm: 100,
};

/** Grains as wide as those of an ultrasound image, mm. */
const GRAIN_MM = 2.5;

/** A grey level, 0-255, at each crossing of a lattice, the same for the same place. */
function grain(column: number, row: number): number {
  let h = Math.imul(column + 4001, 0x9e3779b1) ^ Math.imul(row + 7919, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) & 255;
}

/** A smooth texture with a value at every place, in mm, that repeats nowhere. */
function texture(x: number, y: number): number {
  const [u, v] = [x / GRAIN_MM, y / GRAIN_MM];
  const [column, row] = [Math.floor(u), Math.floor(v)];
  const ease = (t: number): number => t * t * (3 - 2 * t);
  const [across, down] = [ease(u - column), ease(v - row)];
  const upper = grain(column, row) * (1 - across) + grain(column + 1, row) * across;
  const lower = grain(column, row + 1) * (1 - across) + grain(column + 1, row + 1) * across;
  return upper * (1 - down) + lower * down;
}

/** An image whose texture was moved to the right and down along the scan lines, mm at `depthMm` of the arc. */
function textured(sector: Sector, side: number, acrossMm: number, downMm: number, atDepthMm: number): Frame {
  const lateral = acrossMm / arcMm(sector, 1, atDepthMm);
  const grey = new Uint8Array(side * side);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      const beam = beamFromMm(sector, mmFromPx(sector, { x: column + 0.5, y: row + 0.5 }));
      const from = { lateral: beam.lateral - lateral, depthMm: beam.depthMm - downMm };
      const x = arcMm(sector, from.lateral, atDepthMm);
      grey[row * side + column] = Math.round(Math.max(0, Math.min(texture(x, from.depthMm), 255)));
    }
  }
  return { width: side, height: side, grey, sector, timeMs: 0 };
}

const BLOCK: Block = { middle: { lateral: 0.1, depthMm: 40 }, halfAcrossMm: 6, halfDepthMm: 6 };
const REACH = { acrossMm: 10, depthMm: 10 };
const STILL = { lateral: 0, depthMm: 0 };

/** A third of a sample, mm. */
const CLOSE_MM = 0.3 * 0.4;

test.each([
  ['linear', LINEAR, 200, 0, 0],
  ['linear', LINEAR, 200, 1.6, -2.4],
  ['linear', LINEAR, 200, -0.5, 0.7],
  ['linear', LINEAR, 200, 6.1, 8.3],
  ['convex', CONVEX, 400, 2.3, -1.1],
  ['convex', CONVEX, 400, -7.7, 3.9],
] as const)(
  'in a %s image a texture is found where it was moved: %#',
  (_, sector, side, acrossMm, downMm) => {
    const depthMm = BLOCK.middle.depthMm;
    const from = motionImage(textured(sector, side, 0, 0, depthMm));
    const to = motionImage(textured(sector, side, acrossMm, downMm, depthMm));
    const motion = blockMatch(from, to, BLOCK, STILL, REACH);
    expect(motion).not.toBeNull();
    expect(Math.abs(arcMm(sector, motion!.shift.lateral, depthMm) - acrossMm)).toBeLessThan(CLOSE_MM);
    expect(Math.abs(motion!.shift.depthMm - downMm)).toBeLessThan(CLOSE_MM);
    expect(motion!.peak).toBeGreaterThan(0.97);
    expect(motion!.isAtEdge).toBe(false);
    expect(motion!.second).toBeLessThan(motion!.peak);
  },
);

test('there and back is nowhere', () => {
  const one = motionImage(textured(CONVEX, 400, 0, 0, 40));
  const other = motionImage(textured(CONVEX, 400, 3.1, 2.2, 40));
  const there = blockMatch(one, other, BLOCK, STILL, REACH)!;
  const middle = {
    lateral: BLOCK.middle.lateral + there.shift.lateral,
    depthMm: BLOCK.middle.depthMm + there.shift.depthMm,
  };
  const back = blockMatch(other, one, { ...BLOCK, middle }, STILL, REACH)!;
  expect(Math.abs(arcMm(CONVEX, there.shift.lateral + back.shift.lateral, 40))).toBeLessThan(CLOSE_MM);
  expect(Math.abs(there.shift.depthMm + back.shift.depthMm)).toBeLessThan(CLOSE_MM);
});

test('what moves in one direction alone is looked for in no other', () => {
  const from = motionImage(textured(LINEAR, 200, 0, 0, 40));
  const to = motionImage(textured(LINEAR, 200, 1.2, 2, 40));
  const guess = { lateral: 1.2 / arcMm(LINEAR, 1, 40), depthMm: 0 };
  const motion = blockMatch(from, to, BLOCK, guess, { acrossMm: 0, depthMm: 6 })!;
  expect(motion.shift.lateral).toBe(guess.lateral);
  expect(Math.abs(motion.shift.depthMm - 2)).toBeLessThan(CLOSE_MM);
});

test('what moved farther than is searched lies at the edge', () => {
  const from = motionImage(textured(LINEAR, 200, 0, 0, 40));
  const to = motionImage(textured(LINEAR, 200, 2.4, 0, 40));
  expect(blockMatch(from, to, BLOCK, STILL, { acrossMm: 1, depthMm: 1 })?.isAtEdge).toBe(true);
});

test('an even neighbourhood, and one outside of the image, are not found', () => {
  const even = motionImage({ ...textured(LINEAR, 200, 0, 0, 40), grey: new Uint8Array(200 * 200).fill(90) });
  expect(blockMatch(even, even, BLOCK, STILL, REACH)).toBeNull();
  const from = motionImage(textured(LINEAR, 200, 0, 0, 40));
  const outside = { ...BLOCK, middle: { lateral: 1.5, depthMm: 40 } };
  expect(blockMatch(from, from, outside, STILL, REACH)).toBeNull();
});
