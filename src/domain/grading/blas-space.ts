import { FINDING_INDEX } from '../findings/finding.ts';
import type { Mask } from '../frame/frame.ts';
import { beamFromMm, mmFromPx, type Sector } from '../geometry/sector.ts';

/** Values of a pixel of a `BlasSpace`. */
export const SPACE_COUNTED = 1;
export const SPACE_FILLED = 2;

/**
 * The space that the B-line artefact score is counted in, and what fills it, to be drawn: `classes` holds 0 outside of
 * it, `SPACE_COUNTED` in it, and `SPACE_FILLED` where a B-line or confluence lies in it.
 */
export type BlasSpace = Mask;

/** As many as the score is sampled along. */
const SCAN_LINES = 192;

interface Line {
  /** Deepest pleura, in samples of a pixel's width along the scan line; -1 where there is none. */
  pleura: number;
  firstB: number;
  lastB: number;
  hasRib: boolean;
}

/**
 * By the rules of `blasMeasure` along the scan lines: from the first to the last one with pleura or B-line on it, but
 * for those in a rib's shadow, from
 * the pleura (where a line lacks it, from its mean depth) to the depth of the lowest B-line pixel.
 *
 * @returns null where there is no B-line, so that nothing fills anything
 */
export function blasSpace(mask: Mask): BlasSpace | null {
  const { classes } = mask;
  const places = placesOf(mask);
  const lines = linesRead(mask, places);
  const withB = lines.filter(({ lastB }) => lastB >= 0);
  if (withB.length === 0) return null;
  const deepest = Math.max(...withB.map(({ lastB }) => lastB));
  const pleural = lines.filter(({ pleura }) => pleura >= 0);
  const isShown = ({ pleura, lastB }: Line) => pleura >= 0 || lastB >= 0;
  const isSeen = pleural.length > 0;
  const from = isSeen ? lines.findIndex(isShown) : 0;
  const to = isSeen ? lines.findLastIndex(isShown) : SCAN_LINES - 1;
  const start = isSeen
    ? Math.round(pleural.reduce((sum, { pleura }) => sum + pleura, 0) / pleural.length) + 1
    : Math.min(...withB.map(({ firstB }) => firstB));
  const space = classes.map((value, at) => {
    const line = places.line[at]!;
    const sample = places.sample[at]!;
    if (line < from || line > to || sample > deepest) return 0;
    const { pleura, lastB, hasRib } = lines[line]!;
    if (hasRib && pleura < 0 && lastB < 0) return 0;
    if (sample < (pleura >= 0 ? pleura + 1 : start)) return 0;
    return valueIsB(value) ? SPACE_FILLED : SPACE_COUNTED;
  });
  return { ...mask, classes: space };
}

/** By pixel: its scan line, -1 outside the sector, and how deep it lies on it, in samples. */
interface Places {
  readonly line: Int16Array;
  readonly sample: Int16Array;
}

function placesOf({ width, height, sector }: { width: number; height: number; sector: Sector }): Places {
  const line = new Int16Array(width * height).fill(-1);
  const sample = new Int16Array(width * height);
  for (let at = 0; at < line.length; at++) {
    const point = mmFromPx(sector, { x: (at % width) + 0.5, y: Math.floor(at / width) + 0.5 });
    const { lateral, depthMm } = beamFromMm(sector, point);
    if (Math.abs(lateral) >= 1 || depthMm < 0 || depthMm >= sector.depthMm) continue;
    line[at] = Math.floor(((lateral + 1) / 2) * SCAN_LINES);
    sample[at] = Math.floor(depthMm / sector.mmPerPx);
  }
  return { line, sample };
}

function linesRead({ classes }: Mask, { line, sample }: Places): readonly Line[] {
  const lines: Line[] = Array.from({ length: SCAN_LINES }, () => ({
    pleura: -1,
    firstB: -1,
    lastB: -1,
    hasRib: false,
  }));
  for (const [at, value] of classes.entries()) {
    const on = lines[line[at]!];
    if (on === undefined) continue;
    const depth = sample[at]!;
    if (value === FINDING_INDEX.rib) on.hasRib = true;
    if (value === FINDING_INDEX.pleural_line) on.pleura = Math.max(on.pleura, depth);
    if (!valueIsB(value)) continue;
    on.firstB = on.firstB < 0 ? depth : Math.min(on.firstB, depth);
    on.lastB = Math.max(on.lastB, depth);
  }
  return lines;
}

function valueIsB(value: number): boolean {
  return value === FINDING_INDEX.b_line || value === FINDING_INDEX.b_line_confluence;
}
