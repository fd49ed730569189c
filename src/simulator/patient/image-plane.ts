import { cos, sin } from '../../domain/numbers/portable-math.ts';
import type { ProbePose } from '../../domain/scan/probe-pose.ts';
import { skinCurvature } from '../../domain/scan/skin.ts';
import type { PolarGrid } from '../acoustics/grid.ts';

/**
 * The plane that a probe looks along, in coordinates of the body: place on the skin map, and depth below the skin. The
 * skin map is taken as flat but for the skin's curvature, which makes the body fall away to either side of the probe.
 */
export interface ImagePlane {
  readonly grid: PolarGrid;
  readonly pose: ProbePose;
  /** On the skin map: along the image from left to right, and across it (the way a positive tilt looks). */
  readonly along: SkinVector;
  readonly across: SkinVector;
  /** Of the probe's fanning. */
  readonly tiltSin: number;
  readonly tiltCos: number;
  /** Half of the skin's curvature along the image, 1/mm. */
  readonly bow: number;
  /** Per scan line: sine and cosine of its angle; for a linear probe its place in mm, and 1. */
  readonly side: Float64Array;
  readonly ahead: Float64Array;
}

export interface SkinVector {
  readonly aroundMm: number;
  readonly downMm: number;
}

/** A place in the body. */
export interface BodyPlace {
  aroundMm: number;
  downMm: number;
  belowMm: number;
}

export function imagePlane(grid: PolarGrid, pose: ProbePose): ImagePlane {
  const c = cos(pose.rotationRad);
  const s = sin(pose.rotationRad);
  const isLinear = grid.radiusMm === Number.POSITIVE_INFINITY;
  const side = new Float64Array(grid.lines);
  const ahead = new Float64Array(grid.lines);
  for (let line = 0; line < grid.lines; line++) {
    side[line] = isLinear ? grid.place[line]! : sin(grid.place[line]!);
    ahead[line] = isLinear ? 1 : cos(grid.place[line]!);
  }
  return {
    grid,
    pose,
    along: { aroundMm: s, downMm: c },
    across: { aroundMm: c, downMm: -s },
    tiltSin: sin(pose.tiltRad),
    tiltCos: cos(pose.tiltRad),
    bow: 0.5 * skinCurvature(pose.aroundMm) * s * s,
    side,
    ahead,
  };
}

/** Place across the image, mm, of a depth on a scan line. */
export function planeX({ grid, side }: ImagePlane, line: number, depthMm: number): number {
  return grid.radiusMm === Number.POSITIVE_INFINITY ? side[line]! : (grid.radiusMm + depthMm) * side[line]!;
}

/** Writes where in the body a depth on a scan line lies. */
export function planePlace(plane: ImagePlane, line: number, depthMm: number, out: BodyPlace): void {
  const { grid, pose, along, across } = plane;
  const isLinear = grid.radiusMm === Number.POSITIVE_INFINITY;
  const x = planeX(plane, line, depthMm);
  const y = isLinear ? depthMm : (grid.radiusMm + depthMm) * plane.ahead[line]! - grid.radiusMm;
  const off = y * plane.tiltSin;
  out.aroundMm = pose.aroundMm + x * along.aroundMm + off * across.aroundMm;
  out.downMm = pose.downMm + x * along.downMm + off * across.downMm;
  out.belowMm = y * plane.tiltCos - plane.bow * x * x;
}

/** Depth on a scan line at which it lies `belowMm` below the skin, given about how far across the image that is. */
export function planeDepth(plane: ImagePlane, line: number, belowMm: number, x: number): number {
  const { grid } = plane;
  const y = (belowMm + plane.bow * x * x) / plane.tiltCos;
  return grid.radiusMm === Number.POSITIVE_INFINITY
    ? y
    : (y + grid.radiusMm) / plane.ahead[line]! - grid.radiusMm;
}
