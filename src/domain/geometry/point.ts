/** Points of different spaces cannot be mixed up: the brand is a type only, so `{ x, y }` fits either. */
interface Point<Space extends string> {
  readonly x: number;
  readonly y: number;
  readonly space?: Space;
}

/** Pixels of one raster, x to the right and y down; pixel (i, j) covers [i, i+1) x [j, j+1), centre at +0.5. */
export type PxPoint = Point<'px'>;

/**
 * Millimetres in the image plane: x to the right, y deeper; the origin is the middle of the probe's face
 * (for a convex probe, where the middle scan line leaves it).
 */
export type MmPoint = Point<'mm'>;

/** Where a point lies among the scan lines. */
export interface BeamPoint {
  /** -1 at the first scan line, 0 in the middle, +1 at the last one. */
  readonly lateral: number;
  /** Millimetres from the probe's face along the scan line. */
  readonly depthMm: number;
}
