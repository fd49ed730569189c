import type { Sector } from '../../../src/domain/geometry/sector.ts';
import { sectorInCrop } from '../../../src/domain/geometry/sector-scale.ts';
import type { PhantomEdition } from '../../../src/domain/scan/phantom-request.ts';
import { phantomFrame, phantomOpen } from '../../../src/simulator/exam/phantom.ts';
import { randomSeeded } from './synthetic-screen.ts';

/** A drawn screen of a machine that shows B-mode and M-mode at once. */
export interface MModeScreen {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
  /** Of the B-mode image. */
  readonly sector: Sector;
  /** Where the M-mode strip lies. */
  readonly strip: Box;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type Random = () => number;

const within = (random: Random, least: number, most: number): number => least + (most - least) * random();
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;

/** A screen that is drawn on; whatever lies outside of it is left out. */
class Sheet {
  readonly grey: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.grey = new Uint8Array(width * height);
  }

  set(x: number, y: number, level: number): void {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return;
    this.grey[Math.floor(y) * this.width + Math.floor(x)] = Math.max(0, Math.min(255, Math.round(level)));
  }

  fill({ left, top, width, height }: Box, level: (x: number, y: number) => number): void {
    for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) this.set(left + x, top + y, level(x, y));
  }
}

function letters(sheet: Sheet, left: number, top: number, count: number, random: Random): void {
  for (let i = 0; i < count; i++) {
    for (let stroke = 0; stroke < 3; stroke++) {
      const box = { left: left + i * 9 + Math.floor(random() * 5), top: top + Math.floor(random() * 6) };
      sheet.fill({ ...box, width: 2, height: 8 }, () => 220);
    }
    sheet.fill({ left: left + i * 9, top: top + Math.floor(random() * 9), width: 6, height: 2 }, () => 220);
  }
}

/** Rayleigh distributed magnitude, of scale 1. */
const rayleigh = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random()));

/** Mean of neighbours along a row, over and over: as a sweep's columns are alike where nothing moves. */
function rowsSmooth(values: Float32Array, width: number, rounds: number): Float32Array {
  let now = values;
  for (let round = 0; round < rounds; round++) {
    now = now.map((v, i) => {
      const x = i % width;
      return (v + (x > 0 ? now[i - 1]! : v) + (x < width - 1 ? now[i + 1]! : v)) / 3;
    });
  }
  return now;
}

const M_MODES = ['noise', 'seashore', 'barcode', 'faint seashore'] as const;
type MMode = (typeof M_MODES)[number];

/** Noise with one bright row; or lines that stay above the pleural line and sand below it, or lines alone. */
function mModeDraw(sheet: Sheet, box: Box, kind: MMode, random: Random): void {
  const { width, height } = box;
  const pleura = Math.floor(height * within(random, 0.2, 0.4));
  const noise = Float32Array.from({ length: width * height }, () => rayleigh(random));
  if (kind === 'noise') {
    sheet.fill(box, (x, y) => (y >= pleura && y < pleura + 4 ? 230 : 40 * noise[y * width + x]!));
    return;
  }
  const rows = Array.from({ length: height }, () => rayleigh(random));
  const grains = rowsSmooth(noise, width, Math.floor(within(random, 1, 6)));
  const fade = kind === 'faint seashore' ? 0.95 : within(random, 0.2, 0.6);
  sheet.fill(box, (x, y) => {
    if (y >= pleura && y < pleura + 5) return 200 + 30 * random();
    const isStill = kind === 'barcode' || y < pleura;
    const level = isStill ? 0.85 * rows[y]! + 0.15 * grains[y * width + x]! : grains[y * width + x]!;
    return 55 * level * (1 - (fade * y) / height) + 4;
  });
}

/** A heart's trace, a line two pixels thick. */
function traceDraw(sheet: Sheet, box: Box): void {
  let last = box.top + box.height * 0.7;
  for (let x = 0; x < box.width; x++) {
    const beat = (x % 90) / 90;
    const wave = beat > 0.3 && beat < 0.34 ? -0.65 : beat > 0.34 && beat < 0.37 ? 0.2 : 0;
    const y = box.top + box.height * (0.7 + wave - 0.08 * Math.exp(-(((beat - 0.6) * 12) ** 2)));
    for (let at = Math.min(last, y); at <= Math.max(last, y) + 1; at++) sheet.set(box.left + x, at, 210);
    last = y;
  }
}

function ticksDraw(sheet: Sheet, box: Box): void {
  for (let y = 0; y <= box.height; y += 30)
    sheet.fill({ left: box.left + box.width + 3, top: box.top + y, width: 6, height: 2 }, () => 200);
  for (let x = 0; x <= box.width; x += 50)
    sheet.fill({ left: box.left + x, top: box.top + box.height + 3, width: 2, height: 5 }, () => 200);
}

/** B-mode of the phantom, its black surroundings left out as machines lay panels close together. */
function bModeDraw(
  sheet: Sheet,
  at: Box,
  seed: number,
  probe: Sector['kind'],
  edition: PhantomEdition,
): Sector {
  const size = Math.min(at.width, at.height);
  const { frame } = phantomFrame(phantomOpen({ seed, edition, split: 'game', probe }), 0, size);
  const left = at.left + Math.floor((at.width - size) / 2);
  const top = at.top + Math.floor((at.height - size) / 2);
  sheet.fill({ left, top, width: size, height: size }, (x, y) => frame.grey[y * size + x]!);
  return sectorInCrop(frame.sector, -left, -top, 1);
}

const SIZES = [
  [1100, 600],
  [800, 600],
  [1024, 768],
  [1280, 720],
] as const;

/**
 * Any of the usual screens, by a seed: side by side or one above the other, with and without trace and texts.
 * @param order which of the two comes first, on the left or above
 */
export function mModeScreen(seed: number, order: 'image first' | 'strip first' = 'image first'): MModeScreen {
  const random = randomSeeded(9000 + seed);
  const [width, height] = pick(random, SIZES);
  const sheet = new Sheet(width, height);
  const isBeside = seed % 2 === 0;
  const probe = seed % 5 === 4 ? 'linear' : 'convex';
  const kind = M_MODES[Math.floor(seed / 2) % M_MODES.length]!;
  const hasTrace = random() < 0.4;
  const hasText = random() < 0.7;
  const head = hasText ? 36 : 10;
  const foot = hasTrace ? 90 : hasText ? 40 : 12;
  const gap = Math.round(within(random, 12, 50));
  const share = isBeside ? within(random, 0.38, 0.55) : within(random, 0.42, 0.6);
  const inner = { left: 10, top: head, width: width - 20, height: height - head - foot };
  const bModeSize = isBeside
    ? { width: Math.round(inner.width * share), height: inner.height }
    : { width: inner.width, height: Math.round(inner.height * share) };
  // Beside a strip, or at its end, its depth ticks have their room.
  const stripSize = isBeside
    ? { width: inner.width - bModeSize.width - gap - 16, height: inner.height }
    : { width: inner.width - 16, height: inner.height - bModeSize.height - gap };
  const isStripFirst = order === 'strip first';
  const places = placesOf(
    inner,
    isBeside,
    isStripFirst ? stripSize : bModeSize,
    isStripFirst ? gap + 16 : gap,
  );
  const bMode: Box = { ...bModeSize, ...(isStripFirst ? places.second : places.first) };
  const strip: Box = { ...stripSize, ...(isStripFirst ? places.first : places.second) };
  const sector = bModeDraw(sheet, bMode, 1 + (seed % 11), probe, seed % 3 === 0 ? 'varied' : 'calm');
  mModeDraw(sheet, strip, kind, random);
  ticksDraw(sheet, strip);
  if (hasTrace) {
    traceDraw(sheet, { left: strip.left, top: height - foot + 14, width: strip.width, height: foot - 20 });
  }
  if (hasText) {
    letters(sheet, 12, 8, 14, random);
    letters(sheet, width - 150, 8, 12, random);
    letters(sheet, strip.left + 8, strip.top - 12, 6, random);
    if (random() < 0.5) letters(sheet, 12, height - 20, 9, random);
    if (random() < 0.3) sheet.fill({ left: 0, top: 0, width, height: 3 }, () => 90);
  }
  const second = isStripFirst ? bMode : strip;
  const line = isBeside
    ? { left: second.left - 5, top: strip.top, width: 2, height: strip.height }
    : { left: strip.left, top: second.top - 5, width: strip.width, height: 2 };
  if (random() < 0.5) sheet.fill(line, () => 120);
  const parts = [
    `${width} x ${height}`,
    isStripFirst ? `strip ${isBeside ? 'left' : 'above'}` : isBeside ? 'beside' : 'below',
    probe,
    kind,
  ];
  return {
    name: [...parts, hasTrace ? 'trace' : '', hasText ? 'text' : ''].filter((part) => part !== '').join(', '),
    width,
    height,
    grey: sheet.grey,
    sector,
    strip,
  };
}

/** Upper left corners of two parts of which the first begins with the whole, and the second follows beyond a gap. */
function placesOf(
  whole: Box,
  isBeside: boolean,
  first: Pick<Box, 'width' | 'height'>,
  gap: number,
): Record<'first' | 'second', Pick<Box, 'left' | 'top'>> {
  const { left, top } = whole;
  return {
    first: { left, top },
    second: isBeside ? { left: left + first.width + gap, top } : { left, top: top + first.height + gap },
  };
}
