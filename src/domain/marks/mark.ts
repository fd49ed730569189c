import type { MarkableFinding } from '../findings/finding.ts';
import type { MmPoint } from '../geometry/point.ts';

interface MarkBase {
  readonly id: string;
}

/** A freehand stroke with a round tip. */
export interface BrushMark extends MarkBase {
  readonly kind: 'brush';
  readonly finding: MarkableFinding;
  readonly points: readonly MmPoint[];
  readonly radiusMm: number;
}

/** Takes away whatever was marked under it before. */
export interface EraserMark extends MarkBase {
  readonly kind: 'eraser';
  readonly points: readonly MmPoint[];
  readonly radiusMm: number;
}

/** A line along a surface (pleural line, A-line): an open polyline with a thickness. */
export interface LineMark extends MarkBase {
  readonly kind: 'line';
  readonly finding: MarkableFinding;
  readonly points: readonly MmPoint[];
  readonly widthMm: number;
}

/** A ring-down artefact from a point on the pleural line, following the scan line. */
export interface BeamMark extends MarkBase {
  readonly kind: 'beam';
  readonly finding: MarkableFinding;
  readonly origin: MmPoint;
  /** Width at the origin in mm; it widens with the fan as the scan lines do. */
  readonly widthMm: number;
  /** Depth along the scan line where it ends, mm. */
  readonly endDepthMm: number;
}

/** A closed area (rib, confluence, effusion, consolidation). */
export interface RegionMark extends MarkBase {
  readonly kind: 'region';
  readonly finding: MarkableFinding;
  readonly points: readonly MmPoint[];
}

/** A trainee's drawing, in mm of the frame's own geometry; later marks lie on top of earlier ones. */
export type Mark = BrushMark | EraserMark | LineMark | BeamMark | RegionMark;
