import { describe, expect, test } from 'vitest';
import { FINDING_INDEX, MARKABLE_FINDINGS } from '../../../src/domain/findings/finding.ts';
import { FINDING_LOOKS } from '../../../src/domain/findings/look.ts';
import type { Mask } from '../../../src/domain/frame/frame.ts';
import { glowPaint } from '../../../src/scanner/glow-paint.ts';
import { colourBytes, INK_TILE, overlayInks } from '../../../src/scanner/ink.ts';
import { patternTile } from '../../../src/scanner/ink-pattern.ts';
import { maskPaint, PAINT_SCALE } from '../../../src/scanner/mask-paint.ts';

const SIZE = 24;
const ALL = overlayInks(new Set(MARKABLE_FINDINGS));

function maskOf(classAt: (x: number, y: number) => number, size = SIZE): Mask {
  const classes = new Uint8Array(size * size);
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) classes[y * size + x] = classAt(x, y);
  const sector = {
    kind: 'linear',
    mmPerPx: 1,
    originPx: { x: 0, y: 0 },
    widthMm: size,
    depthMm: size,
  } as const;
  return { width: size, height: size, classes, sector };
}

function paint(mask: Mask, inks = ALL): { at: (x: number, y: number) => number; words: Uint32Array } {
  const side = mask.width * PAINT_SCALE;
  const words = new Uint32Array(side * mask.height * PAINT_SCALE).fill(0x12345678);
  maskPaint(mask, inks, words);
  return { words, at: (x, y) => words[y * side + x]! };
}

const rgbOf = (word: number) => [word & 255, (word >> 8) & 255, (word >> 16) & 255];
const alphaOf = (word: number) => word >>> 24;

describe('maskPaint', () => {
  test('says where it painted: everything else is clear, and nothing painted is an empty box', () => {
    const mask = maskOf((x, y) => (x >= 5 && x < 9 && y === 20 ? FINDING_INDEX.a_line : 0));
    const side = SIZE * PAINT_SCALE;
    const words = new Uint32Array(side * side).fill(1);
    const box = maskPaint(mask, ALL, words);
    expect(box).toEqual({
      left: 4 * PAINT_SCALE,
      top: 19 * PAINT_SCALE,
      width: 6 * PAINT_SCALE,
      height: 3 * PAINT_SCALE,
    });
    const isOutside = (x: number, y: number) =>
      x < box.left || x >= box.left + box.width || y < box.top || y >= box.top + box.height;
    words.forEach((word, at) => {
      if (isOutside(at % side, Math.floor(at / side))) expect(word).toBe(0);
    });
    expect(
      maskPaint(
        maskOf(() => 0),
        ALL,
        words,
      ).width,
    ).toBe(0);
  });

  test('background is clear, and what was painted before is gone', () => {
    expect(paint(maskOf(() => 0)).words.every((word) => word === 0)).toBe(true);
  });

  test('a square is in its class colour within, clear beyond, with its outline opaque between', () => {
    const inner = (value: number) => value >= 8 && value < 16;
    const { at } = paint(maskOf((x, y) => (inner(x) && inner(y) ? FINDING_INDEX.rib : 0)));
    const orange = [...colourBytes(FINDING_LOOKS.rib.colour)];
    const middle = 12 * PAINT_SCALE;
    expect(rgbOf(at(middle, middle))).toEqual(orange);
    expect(alphaOf(at(middle, middle))).toBe(Math.round(255 * 0.4));
    expect(rgbOf(at(8 * PAINT_SCALE, middle))).toEqual(orange);
    expect(alphaOf(at(8 * PAINT_SCALE + 1, middle))).toBe(255);
    expect(at(7 * PAINT_SCALE, middle)).toBe(0);
    expect(at(17 * PAINT_SCALE, middle)).toBe(0);
  });

  test('a line one pixel thin stays a line', () => {
    const { at } = paint(maskOf((_, y) => (y === 10 ? FINDING_INDEX.a_line : 0)));
    for (let x = 0; x < SIZE * PAINT_SCALE; x++)
      expect(alphaOf(at(x, 10 * PAINT_SCALE + 1))).toBeGreaterThan(200);
  });

  test('a step in the mask becomes a slope: the corner of a square is cut', () => {
    const { at } = paint(maskOf((x, y) => (x >= 8 && y >= 8 ? FINDING_INDEX.rib : 0)));
    expect(alphaOf(at(8 * PAINT_SCALE, 8 * PAINT_SCALE))).toBeLessThan(128);
    expect(alphaOf(at(8 * PAINT_SCALE + 1, 8 * PAINT_SCALE + 1))).toBe(255);
  });

  test('painting is symmetric: the mirrored mask of a plain class gives the mirrored picture', () => {
    const shape = (x: number, y: number) =>
      (x * 7 + y * 5) % 11 < 4 && x > 3 && x < 20 ? FINDING_INDEX.rib : 0;
    const one = paint(maskOf(shape));
    const other = paint(maskOf((x, y) => shape(SIZE - 1 - x, y)));
    const last = SIZE * PAINT_SCALE - 1;
    for (let y = 0; y <= last; y++)
      for (let x = 0; x <= last; x++) expect(other.at(x, y)).toBe(one.at(last - x, y));
  });

  test('where three classes meet, each keeps its own side', () => {
    const { at } = paint(
      maskOf((x, y) => (y < 12 ? FINDING_INDEX.rib : x < 12 ? FINDING_INDEX.b_line : FINDING_INDEX.a_line)),
    );
    const near = 12 * PAINT_SCALE;
    expect(rgbOf(at(near, near - 3))).toEqual([...colourBytes(FINDING_LOOKS.rib.colour)]);
    expect(rgbOf(at(near - 3, near + 3))).toEqual([...colourBytes(FINDING_LOOKS.b_line.colour)]);
    expect(rgbOf(at(near + 3, near + 3))).toEqual([...colourBytes(FINDING_LOOKS.a_line.colour)]);
  });

  test('classes that are not asked for are not painted', () => {
    const mask = maskOf((x) => (x < 12 ? FINDING_INDEX.rib : FINDING_INDEX.b_line));
    const { at } = paint(mask, overlayInks(new Set(['b_line'])));
    expect(at(6 * PAINT_SCALE, 30)).toBe(0);
    expect(alphaOf(at(18 * PAINT_SCALE, 30))).toBeGreaterThan(0);
  });
});

describe('patternTile', () => {
  test('every class is told apart by pattern alone', () => {
    const tiles = MARKABLE_FINDINGS.map((finding) =>
      patternTile(FINDING_LOOKS[finding].pattern, INK_TILE).join(),
    );
    expect(new Set(tiles).size).toBe(MARKABLE_FINDINGS.length);
  });

  test('solid is ink everywhere, checks are ink on half', () => {
    expect(patternTile('solid', 6).every((coverage) => coverage === 255)).toBe(true);
    const checks = patternTile('checks', 12);
    expect(checks.reduce((sum, coverage) => sum + coverage, 0)).toBe((12 * 12 * 255) / 2);
  });
});

describe('glowPaint', () => {
  test('lights the place, fades around it and leaves what is far dark', () => {
    const size = 64;
    const mask = maskOf((x, y) => (Math.hypot(x - 32, y - 32) < 8 ? 2 : 0), size);
    const words = new Uint32Array(size * size);
    glowPaint(mask, 0xffe9c8, 0.5, words);
    const at = (x: number) => alphaOf(words[32 * size + x]!);
    expect(at(32)).toBe(128);
    expect(at(42)).toBeGreaterThan(0);
    expect(at(42)).toBeLessThan(at(32));
    expect(at(60)).toBe(0);
    expect(words[32 * size + 32]! & 0xffffff).toBe(0xffe9c8);
  });
});
