import { FINDING_INDEX } from '../findings/finding.ts';
import type { Mask } from '../frame/frame.ts';
import { mmFromBeam, pxFromMm, type Sector } from '../geometry/sector.ts';
import type { BlasPair } from './grade.ts';

const PLEURA = FINDING_INDEX.pleural_line;
const RIB = FINDING_INDEX.rib;
const B_VALUES = [FINDING_INDEX.b_line, FINDING_INDEX.b_line_confluence] as const;

/** Scan lines along which the second score is sampled. */
const SCAN_LINES = 192;

/**
 * The B-line artefact score both ways, each 0-1: the share of the intercostal space that B-lines and
 * confluences fill. Without any of these both are 0, whatever else is seen.
 *
 * `box` is that of Howell et al. 2024 (Ultrasonics 140:107251): in the columns from the first to the last pleural
 * pixel, for each row below the lowest pleural row down to the lowest B-line row, the share of B-line pixels; the
 * mean over the rows. In a fan it is wrong by construction: lines that lean leave the box. Where no
 * pleural line is visible the box is as wide as the sector and starts at the highest B-line row.
 *
 * `scanline` follows the scan lines from the first to the last with pleura or B-line on it, but for those that a rib
 * lies on, since its shadow is no intercostal space: of the
 * stretch from the pleura (where a line lacks it, from the mean pleural depth) to the depth of the lowest B-line
 * pixel, the share that is B-line; the mean over the scan lines, so that the fan's widening does not weigh. Where
 * no pleural line is visible it starts at the shallowest B-line pixel and takes all scan lines.
 */
export function blasMeasure(mask: Mask): BlasPair {
  if (!B_VALUES.some((value) => mask.classes.includes(value))) return { box: 0, scanline: 0 };
  return { box: boxMeasure(mask), scanline: scanlineMeasure(mask) };
}

function valueIsB(value: number): boolean {
  return value === FINDING_INDEX.b_line || value === FINDING_INDEX.b_line_confluence;
}

function boxMeasure(mask: Mask): number {
  const { width, height, classes } = mask;
  let left = width;
  let right = -1;
  let pleuraBottom = -1;
  let bTop = -1;
  let bBottom = -1;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const value = classes[row * width + column]!;
      if (value === PLEURA) {
        left = Math.min(left, column);
        right = Math.max(right, column);
        pleuraBottom = row;
      } else if (valueIsB(value)) {
        if (bTop < 0) bTop = row;
        bBottom = row;
      }
    }
  }
  if (bBottom < 0) return 0;
  const seen = pleuraBottom >= 0;
  if (!seen) [left, right] = sectorColumns(mask);
  const top = seen ? pleuraBottom + 1 : bTop;
  const rows = bBottom - top + 1;
  const columns = right - left + 1;
  if (rows <= 0 || columns <= 0) return 0;
  let filled = 0;
  for (let row = top; row <= bBottom; row++) {
    for (let column = left; column <= right; column++) {
      if (valueIsB(classes[row * width + column]!)) filled += 1;
    }
  }
  return filled / (rows * columns);
}

/** First and last column the sector reaches. */
function sectorColumns(mask: Mask): [number, number] {
  const { sector, width } = mask;
  const half =
    sector.kind === 'linear'
      ? sector.widthMm / 2
      : mmFromBeam(sector, { lateral: Math.min(1, Math.PI / sector.angleRad), depthMm: sector.depthMm }).x;
  const from = Math.ceil(sector.originPx.x - half / sector.mmPerPx - 0.5);
  const to = Math.floor(sector.originPx.x + half / sector.mmPerPx - 0.5);
  return [Math.max(0, from), Math.min(width - 1, to)];
}

interface ScanLine {
  /** Deepest pleural sample, -1 where there is none. */
  readonly pleura: number;
  /** Whether a rib lies on it above everything else. */
  readonly isShaded: boolean;
  /** 1 where the sample is a B-line. */
  readonly filled: Uint8Array;
  readonly first: number;
  readonly last: number;
}

function scanlineMeasure(mask: Mask): number {
  const lines = Array.from({ length: SCAN_LINES }, (_, i) =>
    scanLineRead(mask, ((i + 0.5) / SCAN_LINES) * 2 - 1),
  );
  const deepest = Math.max(...lines.map((line) => line.last));
  if (deepest < 0) return 0;
  const pleural = lines.filter((line) => line.pleura >= 0).map((line) => line.pleura);
  const shown = lines.map((line) => line.pleura >= 0 || line.last >= 0);
  const reach = pleural.length === 0 ? lines : lines.slice(shown.indexOf(true), shown.lastIndexOf(true) + 1);
  const between = reach.filter((line) => !line.isShaded || line.last >= 0);
  const start =
    pleural.length === 0
      ? Math.min(...lines.filter((line) => line.last >= 0).map((line) => line.first))
      : Math.round(pleural.reduce((sum, depth) => sum + depth, 0) / pleural.length) + 1;
  let sum = 0;
  for (const line of between) {
    const from = line.pleura >= 0 ? line.pleura + 1 : start;
    const stretch = deepest - from + 1;
    if (stretch <= 0) continue;
    let filled = 0;
    for (let i = from; i <= deepest; i++) filled += line.filled[i]!;
    sum += filled / stretch;
  }
  return sum / between.length;
}

/** Reads one scan line by the nearest pixel, a sample every pixel's width. */
function scanLineRead(mask: Mask, lateral: number): ScanLine {
  const { sector } = mask;
  const samples = Math.max(1, Math.floor(sector.depthMm / sector.mmPerPx));
  const filled = new Uint8Array(samples);
  const start = scanLinePx(sector, lateral, 0.5 * sector.mmPerPx);
  const next = scanLinePx(sector, lateral, 1.5 * sector.mmPerPx);
  let pleura = -1;
  let isShaded = false;
  let first = -1;
  let last = -1;
  for (let i = 0; i < samples; i++) {
    const column = Math.floor(start.x + i * (next.x - start.x));
    const row = Math.floor(start.y + i * (next.y - start.y));
    if (column < 0 || column >= mask.width || row < 0 || row >= mask.height) continue;
    const value = mask.classes[row * mask.width + column]!;
    if (value === PLEURA) pleura = i;
    if (value === RIB) isShaded = true;
    if (!valueIsB(value)) continue;
    filled[i] = 1;
    if (first < 0) first = i;
    last = i;
  }
  return { pleura, isShaded: isShaded && pleura < 0, filled, first, last };
}

function scanLinePx(sector: Sector, lateral: number, depthMm: number) {
  return pxFromMm(sector, mmFromBeam(sector, { lateral, depthMm }));
}
