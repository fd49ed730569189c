import type { Sector } from '../../domain/geometry/sector.ts';
import { cos, sin } from '../../domain/numbers/portable-math.ts';
import type { Probe } from './probe.ts';

/** Scan lines and samples along each: where the phantom computes, before scan conversion. */
export interface PolarGrid {
  readonly lines: number;
  readonly samples: number;
  /** Millimetres from one sample to the next. */
  readonly stepMm: number;
  /** Radius of the probe's face; infinite for a linear probe. */
  readonly radiusMm: number;
  /** Per line: angle from the middle line in radians (convex), or place across the face in mm (linear). */
  readonly place: Float64Array;
  /** Angle or millimetres from one line to the next. */
  readonly placeStep: number;
  /** Per line: 1/cos(angle) - 1; how much longer the way to a flat surface is. 0 for a linear probe. */
  readonly obliquity: Float64Array;
}

const LINES = 160;
const SAMPLES = 448;

export function gridCreate(probe: Probe): PolarGrid {
  const isConvex = probe.kind === 'convex';
  const span = isConvex ? probe.angleRad : probe.widthMm;
  const placeStep = span / LINES;
  const place = new Float64Array(LINES);
  const obliquity = new Float64Array(LINES);
  for (let line = 0; line < LINES; line++) {
    place[line] = (line + 0.5 - LINES / 2) * placeStep;
    obliquity[line] = isConvex ? 1 / cos(place[line]!) - 1 : 0;
  }
  return {
    lines: LINES,
    samples: SAMPLES,
    stepMm: probe.depthMm / SAMPLES,
    radiusMm: isConvex ? probe.radiusMm : Number.POSITIVE_INFINITY,
    place,
    placeStep,
    obliquity,
  };
}

/** Millimetres along the arc at a depth, per unit of `place`. */
export function gridArc(grid: PolarGrid, depthMm: number): number {
  return grid.radiusMm === Number.POSITIVE_INFINITY ? 1 : grid.radiusMm + depthMm;
}

/** The scan line (fractional) whose middle lies at a place. */
export function gridLineAt(grid: PolarGrid, place: number): number {
  return place / grid.placeStep + grid.lines / 2 - 0.5;
}

/** The geometry of the image before it is fitted to a raster: one pixel a millimetre. */
export function probeSector(probe: Probe): Sector {
  const common = { mmPerPx: 1, originPx: { x: 0, y: 0 }, depthMm: probe.depthMm };
  return probe.kind === 'convex'
    ? { kind: 'convex', ...common, radiusMm: probe.radiusMm, angleRad: probe.angleRad }
    : { kind: 'linear', ...common, widthMm: probe.widthMm };
}

/** A place on a scan line in mm of the image plane. */
export function gridPoint(grid: PolarGrid, line: number, depthMm: number): { x: number; y: number } {
  const place = (line + 0.5 - grid.lines / 2) * grid.placeStep;
  if (grid.radiusMm === Number.POSITIVE_INFINITY) return { x: place, y: depthMm };
  const reach = grid.radiusMm + depthMm;
  return { x: reach * sin(place), y: reach * cos(place) - grid.radiusMm };
}
