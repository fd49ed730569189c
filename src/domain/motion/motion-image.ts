import type { Frame } from '../frame/frame.ts';
import { arcMm } from '../geometry/arc.ts';
import { mmFromBeam, pxFromMm, type Sector } from '../geometry/sector.ts';

/** Of the finest level, mm along a scan line, and about as much across at a third of the depth. */
const SAMPLE_MM = 0.4;

/** Each has half the samples of the one before in both directions. */
const LEVELS = 3;

/** Grey levels along and across the scan lines. */
export interface MotionLevel {
  /** Across: from the first scan line to the last, samples in the middle of their cells. */
  readonly columns: number;
  /** Along: from the face to the bottom. */
  readonly rows: number;
  /** Row-major, 0-255, `columns * rows` of them. */
  readonly grey: Float32Array;
}

/**
 * An image as its motion is measured: unrolled, so that a B-line is upright wherever it stands, at levels from fine to
 * coarse (a pyramid of means of 2 x 2: Burt and Adelson, IEEE Trans Commun 1983;31:532-540).
 */
export interface MotionImage {
  readonly sector: Sector;
  readonly levels: readonly MotionLevel[];
}

/** Unrolls an image; nothing outside of its sector is read. */
export function motionImage({ width, height, grey, sector }: Frame): MotionImage {
  const rows = samplesOf(sector.depthMm);
  const columns = samplesOf(arcMm(sector, 2, sector.depthMm / 3));
  const unrolled = new Float32Array(columns * rows);
  for (let column = 0; column < columns; column++) {
    // A scan line is straight: its ends tell where all of its samples lie.
    const lateral = (2 * (column + 0.5)) / columns - 1;
    const face = pxFromMm(sector, mmFromBeam(sector, { lateral, depthMm: 0 }));
    const end = pxFromMm(sector, mmFromBeam(sector, { lateral, depthMm: sector.depthMm }));
    for (let row = 0; row < rows; row++) {
      const share = (row + 0.5) / rows;
      const x = Math.max(0, Math.min(face.x + share * (end.x - face.x) - 0.5, width - 1));
      const y = Math.max(0, Math.min(face.y + share * (end.y - face.y) - 0.5, height - 1));
      const left = Math.floor(x);
      const top = Math.floor(y);
      const right = Math.min(left + 1, width - 1);
      const below = Math.min(top + 1, height - 1) * width;
      const upper = grey[top * width + left]! * (left + 1 - x) + grey[top * width + right]! * (x - left);
      const lower = grey[below + left]! * (left + 1 - x) + grey[below + right]! * (x - left);
      unrolled[row * columns + column] = upper * (top + 1 - y) + lower * (y - top);
    }
  }
  const levels: MotionLevel[] = [{ columns, rows, grey: unrolled }];
  for (let i = 1; i < LEVELS; i++) levels.push(levelHalve(levels[i - 1]!));
  return { sector, levels };
}

/** So many samples that each level has just half of those of the one before. */
function samplesOf(lengthMm: number): number {
  const coarsest = 2 ** (LEVELS - 1);
  return coarsest * Math.max(1, Math.round(lengthMm / SAMPLE_MM / coarsest));
}

function levelHalve({ columns, rows, grey }: MotionLevel): MotionLevel {
  const half = { columns: columns / 2, rows: rows / 2 };
  const means = new Float32Array(half.columns * half.rows);
  for (let row = 0; row < half.rows; row++) {
    for (let column = 0; column < half.columns; column++) {
      const at = 2 * row * columns + 2 * column;
      means[row * half.columns + column] =
        (grey[at]! + grey[at + 1]! + grey[at + columns]! + grey[at + columns + 1]!) / 4;
    }
  }
  return { ...half, grey: means };
}
