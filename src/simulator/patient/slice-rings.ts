import { exp } from '../../domain/numbers/portable-math.ts';
import { gridArc } from '../acoustics/grid.ts';
import { driftPerSample, edgeReach, type RingDown } from '../acoustics/ring-down.ts';
import type { LineRun } from '../acoustics/run.ts';
import { type BLineSource, SOURCE_CELL_MM, sourceOf } from './b-line-sources.ts';
import { isWhiteAt } from './illness.ts';
import type { ImagePlane } from './image-plane.ts';
import type { Patient } from './patient.ts';
import { patternAt } from './pattern.ts';
import type { Slice } from './slice.ts';

/** Thickness of the plane that the probe sees at the pleura (SD of the beam's power in elevation), mm. */
const SLICE_SD_MM = 1.5;

/** A ring fainter by so much is not drawn, dB. */
const FAINT_DB = 13;

/** How far beside the plane that can be, mm. */
const REACH_MM = 5.5;

const DB_PER_NEPER = 4.342944819032518;

/** Scan line (fractional) whose pleura lies at a place across the image; places rise from line to line. */
function lineAtX(slice: Slice, x: number, range: LineRun): number {
  const places = slice.x;
  let low = range.from;
  let high = range.to;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (places[middle]! <= x) low = middle;
    else high = middle;
  }
  return low + (x - places[low]!) / (places[high]! - places[low]!);
}

/** A source as the plane sees it, or null where it does not. */
function ringOf(
  plane: ImagePlane,
  slice: Slice,
  source: BLineSource,
  arcStep: number,
  range: LineRun,
): RingDown | null {
  const { lines } = slice;
  const { grid, along, across, pose } = plane;
  const middle = Math.min(range.to, Math.max(range.from, Math.round((range.from + range.to) / 2)));
  const lineNear = (atMm: number): number =>
    Math.min(range.to, Math.max(range.from, Math.round(lineAtX(slice, atMm, range))));
  const around = source.aroundMm - pose.aroundMm;
  const down = source.downMm - pose.downMm;
  const rest = around * along.aroundMm + down * along.downMm;
  // The lung slides further at the base: once more with what it does at that place.
  const x = rest + slice.slideAlongMm[lineNear(rest + slice.slideAlongMm[middle]!)]!;
  const near = lineNear(x);
  const isBeside = slice.air[near] === 1 || slice.filling[near] !== 0 || lines.organ[near]! > 0.5;
  if (isBeside) return null;
  const line = lineAtX(slice, x, range);
  const lean = lines.pleuraMm[near]! * plane.tiltSin;
  const off = around * across.aroundMm + down * across.downMm + slice.slideAcrossMm[near]! - lean;
  const variance = SLICE_SD_MM * SLICE_SD_MM + source.extentMm * source.extentMm;
  const lossDb = (DB_PER_NEPER * 0.5 * off * off) / variance;
  if (lossDb > FAINT_DB) return null;
  const { ring } = source;
  return {
    source: { ...ring, levelDb: ring.levelDb - lossDb },
    line,
    from: lines.lungMm[near]! / grid.stepMm,
    to: grid.samples,
    sigma: Math.max(0.7, source.halfWidthMm / arcStep),
    drift: driftPerSample(grid, source.tiltRad),
  };
}

/** B-lines and comet tails of the sources that lie near the plane under the scan lines of `range`. */
function sourceRings(
  patient: Patient,
  plane: ImagePlane,
  slice: Slice,
  arcStep: number,
  range: LineRun,
): RingDown[] {
  const { across } = plane;
  const seen = new Set<number>();
  const rings: RingDown[] = [];
  for (let line = range.from; line <= range.to; line += 2) {
    const around = slice.lungAroundMm[line]!;
    const down = slice.lungDownMm[line]!;
    for (let off = -REACH_MM; off <= REACH_MM; off += REACH_MM / 2) {
      const column = Math.floor((around + off * across.aroundMm) / SOURCE_CELL_MM);
      const row = Math.floor((down + off * across.downMm) / SOURCE_CELL_MM);
      const key = column * 4096 + row;
      if (seen.has(key)) continue;
      seen.add(key);
      const source = sourceOf(patient, column, row);
      if (source === null) continue;
      const ring = ringOf(plane, slice, source, arcStep, range);
      if (ring !== null) rings.push(ring);
    }
  }
  return rings;
}

/** Ring-down of white lung, stretch by stretch: its power waves gently along the lung's surface. */
function whiteRings(patient: Patient, plane: ImagePlane, slice: Slice, range: LineRun): RingDown[] {
  if (patient.illness.kind !== 'white_lung') return [];
  const { grid } = plane;
  const { lines } = slice;
  const rings: RingDown[] = [];
  let from = -1;
  let profile = new Float64Array(grid.lines);
  for (let line = range.from; line <= range.to + 1; line++) {
    let power = 0;
    if (line <= range.to && lines.organ[line]! < 0.5 && slice.filling[line] === 0) {
      const around = slice.lungAroundMm[line]!;
      const down = slice.lungDownMm[line]!;
      if (isWhiteAt(patient, around, down)) {
        power = exp(0.7 * patternAt(patient.unevenness.ragged, around, down));
      }
    }
    if (line <= range.to) profile[line] = power;
    if (power > 0 && from < 0) from = line;
    if (power > 0 || from < 0) continue;
    const half = (line - 1 - from) / 2 + 0.5;
    const middle = (from + line - 1) / 2;
    rings.push({
      source: {
        kind: 'b_line',
        phase: 0,
        flatness: 4,
        levelDb: -1,
        lossDbMm: 0.05,
        endFade: 14,
        bandMm: 7,
        bandDb: 0.4,
      },
      line: middle,
      from: lines.lungMm[Math.round(middle)]! / grid.stepMm,
      to: grid.samples,
      sigma: half / edgeReach(4),
      drift: 0,
      profile,
    });
    from = -1;
    profile = new Float64Array(grid.lines);
  }
  return rings;
}

/** All that rings down from the lung's surface under the scan lines of `range`. */
export function sliceRings(
  patient: Patient,
  plane: ImagePlane,
  slice: Slice,
  pleuralDepthMm: number,
  range: LineRun,
): RingDown[] {
  const arcStep = gridArc(plane.grid, pleuralDepthMm) * plane.grid.placeStep;
  return [...sourceRings(patient, plane, slice, arcStep, range), ...whiteRings(patient, plane, slice, range)];
}
