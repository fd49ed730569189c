import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Mask } from '../../../src/domain/frame/frame.ts';
import { sectorInside } from '../../../src/domain/frame/mask.ts';
import { MASK_SIZE } from '../../../src/domain/frame/resample.ts';
import { type Sector, sectorFit } from '../../../src/domain/geometry/sector.ts';
import {
  type CellScores,
  type PolarPlacing,
  polarClassesPlace,
  polarConfidencePlace,
  polarPlacingOf,
} from '../../../src/network/polar-placing.ts';
import { polarAreas, polarClasses, polarGrey, polarSamplingOf } from '../../../src/network/polar-sampling.ts';
import { phantomFrame, phantomOpen } from '../../../src/simulator/exam/phantom.ts';

/** Radius 30, a right angle, 60 deep, one millimetre a pixel; its apex is at (100, 10), its face's middle at (100, 40). */
const FAN: Sector = {
  kind: 'convex',
  mmPerPx: 1,
  originPx: { x: 100, y: 40 },
  radiusMm: 30,
  angleRad: Math.PI / 2,
  depthMm: 60,
};
const FAN_SIZE = { width: 200, height: 110 };
const BOX: Sector = { kind: 'linear', mmPerPx: 0.5, originPx: { x: 40, y: 10 }, widthMm: 32, depthMm: 40 };
const BOX_SIZE = { width: 80, height: 100 };
const SIZE = { samples: 60, lines: 32 };

function rasterOf(
  { width, height }: { readonly width: number; readonly height: number },
  level: (x: number, y: number) => number,
): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, at) => level(at % width, Math.floor(at / width)));
}

/** Scores that are 1 for the cell's own class and 0 for the others. */
function scoresOf(cells: Uint8Array): CellScores {
  const values = new Float32Array(cells.length * 8);
  for (const [cell, value] of cells.entries()) values[cell * 8 + value] = 1;
  return { values, starts: Int32Array.from(cells, (_, cell) => cell * 8) };
}

function place(placing: PolarPlacing, cells: Uint8Array): Uint8Array {
  return polarClassesPlace(placing, cells, scoresOf(cells));
}

describe('a frame in polar form', () => {
  test('a box: rows are depths and columns are places across', () => {
    const sampling = polarSamplingOf({ sector: BOX, ...BOX_SIZE }, { samples: 40, lines: 32 });
    // Two by two pixels a cell: (0, 0) is the mean of columns 8, 9 and rows 10, 11.
    const across = polarGrey(
      sampling,
      rasterOf(BOX_SIZE, (x) => 2 * x),
    );
    const down = polarGrey(
      sampling,
      rasterOf(BOX_SIZE, (_, y) => 2 * y),
    );
    for (const [row, line] of [
      [0, 0],
      [0, 31],
      [17, 5],
      [39, 0],
      [39, 31],
    ] as const) {
      expect(across[row * 32 + line]).toBe(17 + 4 * line);
      expect(down[row * 32 + line]).toBe(21 + 4 * row);
    }
  });

  test('a fan: the corners of the face and of the bottom, by hand', () => {
    const sampling = polarSamplingOf({ sector: FAN, ...FAN_SIZE }, SIZE);
    const x = polarGrey(
      sampling,
      rasterOf(FAN_SIZE, (column) => column),
    );
    const y = polarGrey(
      sampling,
      rasterOf(FAN_SIZE, (_, row) => row),
    );
    const cellAngle = Math.PI / 2 / 32;
    for (const [row, line] of [
      [0, 0],
      [0, 31],
      [59, 0],
      [59, 31],
      [30, 16],
    ] as const) {
      const reach = 30 + row + 0.5;
      const angle = (line + 0.5) * cellAngle - Math.PI / 4;
      // Pixel k has its centre at k + 0.5, so a ramp of column numbers lies half a pixel back.
      expect(Math.abs(x[row * 32 + line]! - (100 + reach * Math.sin(angle) - 0.5))).toBeLessThan(0.6);
      expect(Math.abs(y[row * 32 + line]! - (10 + reach * Math.cos(angle) - 0.5))).toBeLessThan(0.6);
    }
    // The outermost cell of the bottom row: 89.5 from the apex, 43.6 degrees to the right.
    expect(x[59 * 32 + 31]).toBe(161);
    expect(y[59 * 32 + 31]).toBe(74);
  });

  test('an even image stays even at any scale and size', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(FAN, BOX),
        fc.integer({ min: 40, max: 700 }),
        fc.integer({ min: 2, max: 160 }),
        fc.integer({ min: 2, max: 96 }),
        fc.nat(255),
        (shape, raster, samples, lines, level) => {
          const sector = sectorFit(shape, raster);
          const sampling = polarSamplingOf({ sector, width: raster, height: raster }, { samples, lines });
          const cells = polarGrey(sampling, new Uint8Array(raster * raster).fill(level));
          expect(cells.every((cell) => cell === level)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('what is finer than a cell is averaged, not picked: stripes of one pixel become their mean', () => {
    // Eight pixels a cell each way; any single pixel is 0 or 200.
    const fine: Sector = { ...BOX, mmPerPx: 0.125, originPx: { x: 128, y: 0 } };
    const raster = { width: 256, height: 320 };
    const sampling = polarSamplingOf({ sector: fine, ...raster }, { samples: 40, lines: 32 });
    const columns = polarGrey(
      sampling,
      rasterOf(raster, (x) => (x % 2) * 200),
    );
    const rows = polarGrey(
      sampling,
      rasterOf(raster, (_, y) => (y % 2) * 200),
    );
    for (const cell of [...columns, ...rows]) expect(Math.abs(cell - 100)).toBeLessThan(16);
    const mean = (cells: Uint8Array) => cells.reduce((sum, cell) => sum + cell, 0) / cells.length;
    expect(Math.abs(mean(columns) - 100)).toBeLessThan(3);
    expect(Math.abs(mean(rows) - 100)).toBeLessThan(3);
  });

  test('no bright pixel is lost: each adds its share of area', () => {
    const sampling = polarSamplingOf({ sector: FAN, ...FAN_SIZE }, { samples: 30, lines: 24 });
    for (const [x, y] of [
      [100, 60],
      [110, 90],
      [70, 70],
      [99, 95],
    ] as const) {
      const cells = polarGrey(
        sampling,
        rasterOf(FAN_SIZE, (column, row) => (column === x && row === y ? 255 : 0)),
      );
      const areas = polarAreas(FAN, { samples: 30, lines: 24 });
      const light = cells.reduce((sum, cell, at) => sum + cell * areas[Math.floor(at / 24)]!, 0);
      expect(light / 255).toBeGreaterThan(0.6);
      expect(light / 255).toBeLessThan(1.4);
    }
  });

  test('the part of a sector that the raster cuts off is black and unlabelled', () => {
    const geometry = { sector: BOX, width: 80, height: 50 };
    const sampling = polarSamplingOf(geometry, { samples: 40, lines: 32 });
    const cells = polarGrey(sampling, new Uint8Array(80 * 50).fill(90));
    // The raster ends 20 mm below the face, half way down.
    expect([...cells.subarray(0, 20 * 32)].every((cell) => cell === 90)).toBe(true);
    expect([...cells.subarray(20 * 32)].every((cell) => cell === 0)).toBe(true);
    const classes = polarClasses(sampling, new Uint8Array(80 * 50).fill(4));
    expect(classes.filter((value) => value === 4)).toHaveLength(20 * 32);
    const placed = place(polarPlacingOf(geometry, SIZE), new Uint8Array(60 * 32).fill(4));
    expect(placed[64 * MASK_SIZE + 128]).toBe(4);
    expect(placed[192 * MASK_SIZE + 128]).toBe(0);
  });

  test('a raster of a single pixel is read without leaving it', () => {
    const sampling = polarSamplingOf(
      { sector: { ...BOX, mmPerPx: 40, originPx: { x: 0.5, y: 0 } }, width: 1, height: 1 },
      { samples: 4, lines: 4 },
    );
    expect([...polarGrey(sampling, Uint8Array.of(77))]).toEqual(new Array(16).fill(77));
  });

  test('the areas of all cells are the area of the sector', () => {
    const whole = (areas: Float64Array) => areas.reduce((sum, area) => sum + area, 0) * SIZE.lines;
    expect(whole(polarAreas(BOX, SIZE))).toBeCloseTo(32 * 40, 9);
    expect(whole(polarAreas(FAN, SIZE))).toBeCloseTo((Math.PI / 4) * (90 ** 2 - 30 ** 2), 9);
  });
});

describe('classes from polar form to a mask', () => {
  test('one class fills exactly the sector', () => {
    for (const [sector, raster] of [
      [FAN, FAN_SIZE],
      [BOX, BOX_SIZE],
    ] as const) {
      const placing = polarPlacingOf({ sector, ...raster }, SIZE);
      expect(placing.sector).toEqual(sectorFit(sector, MASK_SIZE));
      const placed = place(placing, new Uint8Array(60 * 32).fill(6));
      const inside = sectorInside(placing.sector, MASK_SIZE, MASK_SIZE);
      expect(placed).toEqual(inside.map((bit) => bit * 6));
    }
  });

  test('a band of depths and lines lands where it belongs, to half a cell', () => {
    const cells = new Uint8Array(60 * 32);
    for (let row = 20; row < 30; row++) for (let line = 8; line < 12; line++) cells[row * 32 + line] = 4;
    const placing = polarPlacingOf({ sector: FAN, ...FAN_SIZE }, SIZE);
    const placed = place(placing, cells);
    const { sector } = placing;
    const depths: number[] = [];
    const angles: number[] = [];
    for (const [at, value] of placed.entries()) {
      if (value !== 4) continue;
      const x = ((at % MASK_SIZE) + 0.5 - sector.originPx.x) * sector.mmPerPx;
      const below = (Math.floor(at / MASK_SIZE) + 0.5 - sector.originPx.y) * sector.mmPerPx + 30;
      depths.push(Math.hypot(x, below) - 30);
      angles.push((Math.atan2(x, below) / (Math.PI / 2) + 0.5) * 32);
    }
    expect(Math.min(...depths)).toBeCloseTo(20, 0);
    expect(Math.max(...depths)).toBeCloseTo(30, 0);
    expect(Math.min(...angles)).toBeCloseTo(8, 0);
    expect(Math.max(...angles)).toBeCloseTo(12, 0);
    expect(depths.length * sector.mmPerPx ** 2).toBeCloseTo(
      (4 / 32) * (Math.PI / 4) * (60 ** 2 - 50 ** 2),
      -1,
    );
  });

  test('a mask of the phantom survives the way to polar form, back, and to polar form again', () => {
    const { frame, truth } = phantomFrame(phantomOpen({ seed: 11, pattern: 'b_lines' }), 3, 512);
    const size = { samples: 288, lines: 128 };
    const cells = polarClasses(polarSamplingOf(frame, size), truth.mask.classes);
    const placing = polarPlacingOf(frame, size);
    const mask: Mask = {
      width: MASK_SIZE,
      height: MASK_SIZE,
      classes: place(placing, cells),
      sector: placing.sector,
    };
    const again = polarClasses(polarSamplingOf(mask, size), mask.classes);
    for (const value of new Set(cells)) {
      const here = cells.filter((cell) => cell === value).length;
      const both = cells.filter((cell, at) => cell === value && again[at] === value).length;
      const there = again.filter((cell) => cell === value).length;
      expect((2 * both) / (here + there), `Dice of class ${value}`).toBeGreaterThan(0.85);
    }
    expect(new Set(cells).size).toBeGreaterThan(2);
  });

  test('a border lies where the interpolated scores are equal', () => {
    // Two lines of centres at columns 76.8 and 179.2; the left one is surer, so its class reaches beyond the middle:
    // score of class 1 falls from 3 to 0 and that of class 2 rises from 0 to 1, equal at three quarters of the way.
    const placing = polarPlacingOf({ sector: BOX, ...BOX_SIZE }, { samples: 2, lines: 2 });
    const values = new Float32Array(4 * 8);
    for (const cell of [0, 2]) values[cell * 8 + 1] = 3;
    for (const cell of [1, 3]) values[cell * 8 + 2] = 1;
    const starts = Int32Array.of(0, 8, 16, 24);
    const placed = polarClassesPlace(placing, Uint8Array.of(1, 2, 1, 2), { values, starts });
    const row = placed.subarray(100 * MASK_SIZE, 101 * MASK_SIZE);
    expect(row.lastIndexOf(1) + 1).toBe(Math.round(76.8 + 0.75 * 102.4));
    expect(row.indexOf(2)).toBe(row.lastIndexOf(1) + 1);
  });

  test('confidence is the mean of the cells that won, and full outside', () => {
    const placing = polarPlacingOf({ sector: BOX, ...BOX_SIZE }, { samples: 2, lines: 2 });
    const cells = Uint8Array.of(1, 1, 2, 2);
    const confidence = Uint8Array.of(100, 200, 60, 60);
    const classes = place(placing, cells);
    const placed = polarConfidencePlace(placing, cells, confidence, classes);
    // The box fills the raster from column 25.6 to 230.4; the middle column lies between the two lines.
    expect(placed[10 * MASK_SIZE + 40]).toBe(100);
    expect(placed[10 * MASK_SIZE + 220]).toBe(200);
    expect(Math.abs(placed[100 * MASK_SIZE + 128]! - 150)).toBeLessThan(2);
    expect(placed[140 * MASK_SIZE + 128]).toBe(60);
    expect(placed[10 * MASK_SIZE + 5]).toBe(255);
  });

  test('confidence lies between those of the four cells, whichever class wins', () => {
    const size = { samples: 24, lines: 16 };
    const placing = polarPlacingOf({ sector: FAN, ...FAN_SIZE }, size);
    const cells = Uint8Array.from({ length: 24 * 16 }, (_, at) => (at * 7919) % 5);
    const values = Float32Array.from({ length: 24 * 16 * 8 }, (_, at) => ((at * 104729) % 997) / 100);
    for (const [at, value] of cells.entries()) values[at * 8 + value] = 10;
    const starts = Int32Array.from({ length: 24 * 16 }, (_, at) => at * 8);
    const classes = polarClassesPlace(placing, cells, { values, starts });
    const confidence = new Uint8Array(24 * 16).fill(90);
    const placed = polarConfidencePlace(placing, cells, confidence, classes);
    expect(new Set(placed)).toEqual(new Set([90, 255]));
  });
});
