import type { randomSeeded } from '../synthetic-screen.ts';

export type Random = ReturnType<typeof randomSeeded>;
/** Red, green and blue, 0-255. */
export type Colour = readonly [number, number, number];

/** A canvas of colours, handed over as a camera's or a file's luma. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly rgb: Float32Array;
}

export const grey = (level: number): Colour => [level, level, level];
export const some = (random: Random, low: number, high: number): number => low + (high - low) * random();
export const colourAny = (random: Random): Colour => [
  some(random, 20, 250),
  some(random, 20, 250),
  some(random, 20, 250),
];

export function sheetOf(width: number, height: number, fill: Colour): Sheet {
  const rgb = new Float32Array(3 * width * height);
  for (let at = 0; at < rgb.length; at++) rgb[at] = fill[at % 3]!;
  return { width, height, rgb };
}

/** Colours every pixel for which `colour` has one, within a part of the sheet; x and y are of its middle. */
export function paint(
  { width, height, rgb }: Sheet,
  colour: (x: number, y: number) => Colour | null,
  [left, top, right, bottom]: readonly [number, number, number, number] = [0, 0, width, height],
): void {
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y++) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, right); x++) {
      const value = colour(x + 0.5, y + 0.5);
      if (value !== null) rgb.set(value, 3 * (y * width + x));
    }
  }
}

export function box(sheet: Sheet, left: number, top: number, w: number, h: number, colour: Colour): void {
  const { width, height, rgb } = sheet;
  for (let y = Math.max(0, Math.round(top)); y < Math.min(height, Math.round(top + h)); y++) {
    for (let x = Math.max(0, Math.round(left)); x < Math.min(width, Math.round(left + w)); x++) {
      rgb.set(colour, 3 * (y * width + x));
    }
  }
}

export function disc(sheet: Sheet, cx: number, cy: number, rx: number, ry: number, colour: Colour): void {
  paint(sheet, (x, y) => (((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1 ? colour : null), [
    cx - rx,
    cy - ry,
    cx + rx + 1,
    cy + ry + 1,
  ]);
}

export function line(
  sheet: Sheet,
  from: readonly [number, number],
  to: readonly [number, number],
  wide: number,
  colour: Colour,
): void {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const squared = dx * dx + dy * dy || 1;
  paint(
    sheet,
    (x, y) => {
      const t = Math.max(0, Math.min(1, ((x - from[0]) * dx + (y - from[1]) * dy) / squared));
      return Math.hypot(x - from[0] - t * dx, y - from[1] - t * dy) <= wide / 2 ? colour : null;
    },
    [
      Math.min(from[0], to[0]) - wide,
      Math.min(from[1], to[1]) - wide,
      Math.max(from[0], to[0]) + wide,
      Math.max(from[1], to[1]) + wide,
    ],
  );
}

/** Letters as short strokes, `size` pixels high. */
export function writing(
  sheet: Sheet,
  random: Random,
  left: number,
  top: number,
  letters: number,
  size: number,
  colour: Colour,
): void {
  const wide = Math.max(1, size / 6);
  for (let i = 0; i < letters; i++) {
    if (random() < 0.15) continue;
    const x = left + i * size * 0.75;
    for (let stroke = 0; stroke < 2; stroke++)
      box(sheet, x + random() * size * 0.5, top + random() * 0.3 * size, wide, size * 0.7, colour);
    box(sheet, x, top + random() * size * 0.9, size * 0.55, wide, colour);
  }
}

/** Light, as cameras see it: ITU-R BT.601; `noise` is its standard deviation in grey levels. */
export function lumaOf({ width, height, rgb }: Sheet, random: Random, noise = 0): Uint8Array {
  return Uint8Array.from({ length: width * height }, (_, i) => {
    const level = 0.299 * rgb[3 * i]! + 0.587 * rgb[3 * i + 1]! + 0.114 * rgb[3 * i + 2]!;
    return Math.max(0, Math.min(255, Math.round(level + noise * (random() + random() + random() - 1.5) * 2)));
  });
}

/** Soft clouds: octaves of smoothly joined random levels, each half as strong and twice as fine; about -1 to 1. */
export function clouds(
  random: Random,
  width: number,
  height: number,
  coarsest: number,
  octaves: number,
  fade: number,
): Float32Array {
  const out = new Float32Array(width * height);
  let cell = coarsest;
  let share = 1;
  for (let octave = 0; octave < octaves && cell >= 1; octave++, cell /= 2, share *= fade) {
    const columns = Math.ceil(width / cell) + 2;
    const lattice = Float32Array.from(
      { length: columns * (Math.ceil(height / cell) + 2) },
      () => 2 * random() - 1,
    );
    for (let y = 0; y < height; y++) {
      const v = y / cell;
      const fy = v - Math.floor(v);
      const sy = fy * fy * (3 - 2 * fy);
      for (let x = 0; x < width; x++) {
        const u = x / cell;
        const fx = u - Math.floor(u);
        const sx = fx * fx * (3 - 2 * fx);
        const at = Math.floor(v) * columns + Math.floor(u);
        const upper = lattice[at]! * (1 - sx) + lattice[at + 1]! * sx;
        const lower = lattice[at + columns]! * (1 - sx) + lattice[at + columns + 1]! * sx;
        out[y * width + x] = out[y * width + x]! + share * (upper * (1 - sy) + lower * sy);
      }
    }
  }
  return out;
}

/** Draws a picture as grey levels, row-major. */
export type Draw = (width: number, height: number, random: Random) => Uint8Array;
