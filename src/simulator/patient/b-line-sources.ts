import type { RingSource } from '../acoustics/ring-down.ts';
import { bLinesPerSpaceAt, isWhiteAt } from './illness.ts';
import type { Patient } from './patient.ts';

/** A place on the lung's surface (at rest, on the skin map) that rings down. */
export interface BLineSource {
  readonly aroundMm: number;
  readonly downMm: number;
  /** Its extent (SD), mm. */
  readonly extentMm: number;
  readonly ring: RingSource;
  /** Half width of its ring-down at the pleura (SD), mm, and its deviation from the scan line, radians. */
  readonly halfWidthMm: number;
  readonly tiltRad: number;
}

/**
 * Sources lie one to a cell, so that they keep some distance. A longitudinal view sees those within some 4 mm of its
 * plane, over the 17 mm that an intercostal space leaves between shadows: seven cells in all, so as many cells of seven
 * hold one as B-lines are asked for.
 */
export const SOURCE_CELL_MM = 4.5;
const CELLS_PER_SPACE = 7;

/** A healthy lung has a comet tail here and there. */
const TAIL_CHANCE = 0.05;

function hash(a: number, b: number, c: number): number {
  let h = Math.imul(a ^ 0x27d4eb2f, 0x85ebca6b) ^ Math.imul(b + 0x165667b1, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) ^ Math.imul(c + 1, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 13), 0x297a2d39);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Numbers from 0 to 1 that belong to a cell: `which` tells its uses apart. */
function cellNumber(patient: Patient, column: number, row: number, which: number): number {
  return hash(patient.request.seed + 97 * which, column, row) / 4294967296;
}

/** The source of a cell, or null where there is none. */
export function sourceOf(patient: Patient, column: number, row: number): BLineSource | null {
  const number = (which: number): number => cellNumber(patient, column, row, which);
  const aroundMm = (column + 0.15 + 0.7 * number(1)) * SOURCE_CELL_MM;
  const downMm = (row + 0.15 + 0.7 * number(2)) * SOURCE_CELL_MM;
  // White lung rings everywhere by itself.
  if (isWhiteAt(patient, aroundMm, downMm)) return null;
  const isIll = number(3) * CELLS_PER_SPACE < bLinesPerSpaceAt(patient, aroundMm, downMm);
  if (!isIll && number(4) >= TAIL_CHANCE) return null;
  const lossDbMm = isIll ? 0.03 * number(5) : 0.7 + 0.9 * number(5);
  return {
    aroundMm,
    downMm,
    extentMm: isIll ? 0.5 + 0.7 * number(6) : 0.5,
    halfWidthMm: isIll ? 0.5 + 0.5 * number(6) : 0.5,
    tiltRad: 0.03 * (number(9) - 0.5),
    ring: {
      kind: isIll ? 'b_line' : 'comet_tail',
      phase: 40 * number(7),
      flatness: 2,
      levelDb: (isIll ? 2 : -4) + 5 * number(8),
      lossDbMm,
      endFade: 14,
      bandMm: 3 + 5 * number(10),
      bandDb: 0.3 + 1.1 * number(11),
      hasUnevenBands: true,
    },
  };
}
