import { arcMm } from '../geometry/arc.ts';
import type { BeamPoint } from '../geometry/point.ts';
import type { MotionImage, MotionLevel } from './motion-image.ts';

/** A neighbourhood, upright along the scan lines. */
export interface Block {
  readonly middle: BeamPoint;
  /** Half of its width at its middle, mm. */
  readonly halfAcrossMm: number;
  /** Half of its height, mm. */
  readonly halfDepthMm: number;
}

/** A way among the scan lines. */
export interface BeamShift {
  /** To the right; 2 is all of the image's width. */
  readonly lateral: number;
  /** Downwards along the scan lines, mm. */
  readonly depthMm: number;
}

/** How far a neighbourhood is looked for around where it is expected, mm; 0 where it moves in the other direction only. */
export interface Reach {
  readonly acrossMm: number;
  readonly depthMm: number;
}

/** Where a neighbourhood has gone. */
export interface BlockMotion {
  readonly shift: BeamShift;
  /** Correlation of the neighbourhoods, up to 1. */
  readonly peak: number;
  /** The best correlation apart from there, by more than APART_MM; below -1 where no place is so far apart. */
  readonly second: number;
  /** Standard deviation of the neighbourhood's grey levels; what is even looks alike everywhere. */
  readonly texture: number;
  /** Whether it lies at the edge of what was searched, so that it may lie beyond. */
  readonly isAtEdge: boolean;
}

/** Two peaks that are nearer to each other are one, mm. */
const APART_MM = 3;

/** A level is coarse enough where so few of its samples reach as far as is searched. */
const REACH_SAMPLES = 3;

/** Between two samples of a coarser level lies one of the next finer one. */
const FINER = 1;

/** So many peaks of a level are followed to the next one: half a sample off, the right one may look lower. */
const PEAKS = 3;

/** A neighbourhood is compared by at least so many samples. */
const SAMPLES_LEAST = 12;

/** Grey levels that differ by no more show nothing that could be recognised. */
const TEXTURE_LEAST = 1;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Cell {
  readonly column: number;
  readonly row: number;
}

/**
 * Finds a neighbourhood of one image in another by the peak of the normalised cross-correlation (Lewis, Vision Interface
 * 1995:120-123), from a coarse level of both to the finest, there to a part of a sample by the parabola through the peak and those
 * beside it (Céspedes et al., Ultrasonic Imaging 1995;17:142-171).
 *
 * @param guess where it is expected
 * @returns null where the neighbourhood, or wherever it could be, lies outside of the image, or shows nothing
 */
export function blockMatch(
  from: MotionImage,
  to: MotionImage,
  block: Block,
  guess: BeamShift,
  reach: Reach,
): BlockMotion | null {
  const acrossMm = Math.max(1e-6, arcMm(from.sector, 1, block.middle.depthMm));
  const rowMm = from.sector.depthMm / from.levels[0]!.rows;
  const farthest = Math.max(reach.acrossMm, reach.depthMm);
  let place = 0;
  while (place + 1 < from.levels.length && farthest / (rowMm * 2 ** place) > 2 * REACH_SAMPLES) place++;
  let around: readonly Cell[] = [];
  let found: Found | null = null;
  let second = -2;
  let isAtEdge = false;
  for (let at = place; at >= 0; at--) {
    const level = from.levels[at]!;
    const step = { lateral: 2 / level.columns, depthMm: from.sector.depthMm / level.rows };
    const template = templateOf(level, boxOf(level, from.sector.depthMm, block, acrossMm));
    if (template === null) return null;
    const guessed = {
      column: Math.round(guess.lateral / step.lateral),
      row: Math.round(guess.depthMm / step.depthMm),
    };
    const isFirst = at === place;
    const far = isFirst
      ? {
          column: Math.ceil(reach.acrossMm / acrossMm / step.lateral),
          row: Math.ceil(reach.depthMm / step.depthMm),
        }
      : { column: reach.acrossMm === 0 ? 0 : FINER, row: reach.depthMm === 0 ? 0 : FINER };
    const middles = isFirst
      ? [guessed]
      : around.map(({ column, row }) => ({
          column: reach.acrossMm === 0 ? guessed.column : 2 * column,
          row: reach.depthMm === 0 ? guessed.row : 2 * row,
        }));
    found = levelSearch(template, to.levels[at]!, middles, far);
    if (found === null) return null;
    const { cell } = found;
    around = found.peaks();
    if (!isFirst) continue;
    isAtEdge =
      (far.column > 0 && Math.abs(cell.column - guessed.column) === far.column) ||
      (far.row > 0 && Math.abs(cell.row - guessed.row) === far.row);
    second = found.apart(APART_MM / acrossMm / step.lateral, APART_MM / step.depthMm);
  }
  if (found === null) return null;
  const [finest] = from.levels;
  const { cell, at, peak, texture } = found;
  const { column, row } = cell;
  const aside = peakOffset(at(column - 1, row), peak, at(column + 1, row));
  const below = peakOffset(at(column, row - 1), peak, at(column, row + 1));
  return {
    shift: {
      lateral: reach.acrossMm === 0 ? guess.lateral : ((column + aside) * 2) / finest!.columns,
      depthMm: reach.depthMm === 0 ? guess.depthMm : (row + below) * rowMm,
    },
    peak,
    second,
    texture,
    isAtEdge,
  };
}

/** The vertex of the parabola through three neighbours of which the middle one is the highest, -1/2 to 1/2. */
function peakOffset(before: number | null, peak: number, after: number | null): number {
  if (before === null || after === null) return 0;
  const bend = before - 2 * peak + after;
  return bend >= 0 ? 0 : Math.max(-0.5, Math.min((before - after) / (2 * bend), 0.5));
}

/** The samples of a neighbourhood, as far as they lie in the image; null where too few do. */
function boxOf(level: MotionLevel, depthMm: number, block: Block, acrossMm: number): Box | null {
  const { middle, halfAcrossMm, halfDepthMm } = block;
  const column = ((middle.lateral + 1) / 2) * level.columns;
  const row = (middle.depthMm / depthMm) * level.rows;
  const halfColumns = Math.max(1, ((halfAcrossMm / acrossMm) * level.columns) / 2);
  const halfRows = Math.max(1, (halfDepthMm / depthMm) * level.rows);
  const left = Math.max(0, Math.round(column - halfColumns));
  const right = Math.min(level.columns, Math.round(column + halfColumns));
  const top = Math.max(0, Math.round(row - halfRows));
  const bottom = Math.min(level.rows, Math.round(row + halfRows));
  const box = { left, top, width: right - left, height: bottom - top };
  return box.width < 2 || box.height < 2 || box.width * box.height < SAMPLES_LEAST ? null : box;
}

interface Found {
  readonly cell: Cell;
  readonly peak: number;
  readonly texture: number;
  /** Correlation at a place; null where it lies outside. */
  readonly at: (column: number, row: number) => number | null;
  /** The highest places that are higher than all beside them, PEAKS at most. */
  readonly peaks: () => readonly Cell[];
  /** The best correlation of the searched places that are farther away than so many samples; -2 where there is none. */
  readonly apart: (columns: number, rows: number) => number;
}

/** Searches so far around some places. */
function levelSearch(template: Template, to: MotionLevel, middles: readonly Cell[], far: Cell): Found | null {
  const known = new Map<number, number | null>();
  const at = (column: number, row: number): number | null => {
    const place = row * 65536 + column;
    const before = known.get(place);
    if (before !== undefined) return before;
    const found = correlation(template, to, column, row);
    known.set(place, found);
    return found;
  };
  const searched: { readonly cell: Cell; readonly value: number }[] = [];
  for (const middle of middles) {
    for (let row = middle.row - far.row; row <= middle.row + far.row; row++) {
      for (let column = middle.column - far.column; column <= middle.column + far.column; column++) {
        const value = at(column, row);
        if (value !== null) searched.push({ cell: { column, row }, value });
      }
    }
  }
  const [first] = searched;
  if (first === undefined) return null;
  const top = searched.reduce((best, one) => (one.value > best.value ? one : best), first);
  const isPeak = ({ cell: { column, row }, value }: (typeof searched)[number]): boolean =>
    [-1, 0, 1].every((down) =>
      [-1, 0, 1].every((aside) => (known.get((row + down) * 65536 + column + aside) ?? -2) <= value),
    );
  return {
    cell: top.cell,
    peak: top.value,
    texture: template.texture,
    at,
    peaks: () =>
      searched
        .filter(isPeak)
        .sort((a, b) => b.value - a.value)
        .slice(0, PEAKS)
        .map(({ cell }) => cell),
    apart: (columns, rows) =>
      searched.reduce((best, { cell: { column, row }, value }) => {
        const away = Math.hypot((column - top.cell.column) / columns, (row - top.cell.row) / rows);
        return away > 1 && value > best ? value : best;
      }, -2),
  };
}

interface Template {
  readonly box: Box;
  /** Without their mean. */
  readonly values: Float32Array;
  /** Root of the sum of their squares. */
  readonly norm: number;
  /** Standard deviation. */
  readonly texture: number;
}

/** The grey levels of a neighbourhood; null where they are even, or too few of them lie in the image. */
function templateOf({ columns, grey }: MotionLevel, box: Box | null): Template | null {
  if (box === null) return null;
  const { left, top, width, height } = box;
  const values = new Float32Array(width * height);
  let sum = 0;
  for (let row = 0, i = 0; row < height; row++) {
    for (let column = 0; column < width; column++, i++) {
      values[i] = grey[(top + row) * columns + left + column]!;
      sum += values[i]!;
    }
  }
  const mean = sum / values.length;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    values[i] = values[i]! - mean;
    squares += values[i]! ** 2;
  }
  const texture = Math.sqrt(squares / values.length);
  return texture < TEXTURE_LEAST ? null : { box, values, norm: Math.sqrt(squares), texture };
}

/** Normalised cross-correlation of a neighbourhood with another image's, moved by whole samples; null where that lies outside. */
function correlation(
  { box, values, norm }: Template,
  { columns, rows, grey }: MotionLevel,
  byColumns: number,
  byRows: number,
): number | null {
  const left = box.left + byColumns;
  const top = box.top + byRows;
  if (left < 0 || top < 0 || left + box.width > columns || top + box.height > rows) return null;
  let sum = 0;
  let squares = 0;
  let product = 0;
  for (let row = 0, i = 0; row < box.height; row++) {
    const start = (top + row) * columns + left;
    for (let at = start; at < start + box.width; at++, i++) {
      const value = grey[at]!;
      sum += value;
      squares += value * value;
      product += value * values[i]!;
    }
  }
  const spread = squares - (sum * sum) / values.length;
  return spread <= 1e-6 ? 0 : product / (norm * Math.sqrt(spread));
}
