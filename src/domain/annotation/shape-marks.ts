import type { MarkableFinding } from '../findings/finding.ts';
import { MASK_SIZE } from '../frame/resample.ts';
import { arcMm } from '../geometry/arc.ts';
import type { MmPoint, PxPoint } from '../geometry/point.ts';
import { beamFromMm, mmFromBeam, mmFromPx, type Sector, sectorFit } from '../geometry/sector.ts';
import { PAINT_ORDER } from '../grading/key/draw.ts';
import { keyOfExperts } from '../grading/key/key-experts.ts';
import type { KeyChoice } from '../grading/key.ts';
import type { BeamMark, Mark } from '../marks/mark.ts';
import { cos, sin } from '../numbers/portable-math.ts';
import type { KeySignature } from '../scenario/expert-key.ts';
import type { AnnotatedFrame, PolylineShape, Shape } from './annotation.ts';
import { shapeCorners } from './clip-fit.ts';
import { findingOfLabel } from './label-map.ts';
import { lineWay } from './line-way.ts';
import { maskOutline } from './mask-runs.ts';

/** Breadth in mm of what was drawn as a mere line, as broad as the marking tools draw at first. */
export const LINE_BREADTH_MM = 2;
export const BEAM_BREADTH_MM = 3;

/** A line whose ends come so near to each other, in pixels, closes an area. */
const CLOSED_PX = 2;

/** Marks made of a frame's shapes, and the shapes that cannot be marks. */
export interface ShapeMarks {
  readonly marks: readonly Mark[];
  /** Of no finding, rejected by who looked them over, or an open line where the finding is an area. */
  readonly left: readonly Shape[];
}

/**
 * The shapes of one frame as marks, in the order in which findings cover each other. Their labels have to be mapped to
 * findings before (`labelsApply`).
 *
 * A line along the pleural line, an A-line or a rib gets its breadth, or LINE_BREADTH_MM where none is known. A line
 * along a B-line gets the like. A line across a B-line (see `lineWay`) becomes one as broad as it, from the pleural line
 * that was drawn above it, or else from itself, to the bottom of the image. Everything else becomes an area.
 *
 * @param sector the geometry of the clip's images, in their pixels
 * @param rater only what this rater drew; everybody's unless given
 */
export function marksFromShapes(frame: AnnotatedFrame, sector: Sector, rater?: string): ShapeMarks {
  const own = frame.shapes.filter((shape) => rater === undefined || shape.rater === rater);
  const pleura = own.filter(
    (shape): shape is PolylineShape => shape.kind === 'polyline' && shape.label === 'pleural_line',
  );
  const marks: Mark[] = [];
  const left: Shape[] = [];
  for (const [i, shape] of own.entries()) {
    const finding = findingOfLabel(shape.label);
    const isRejected = shape.status?.verdict === 'invalidated';
    const mark =
      finding === null || isRejected ? null : markOf(shape, finding, `shape-${i + 1}`, sector, pleura);
    if (mark === null) left.push(shape);
    else marks.push(mark);
  }
  return { marks: marks.sort((a, b) => markOrder(a) - markOrder(b)), left };
}

/**
 * The key that an expert's annotation of one frame makes, on the raster that marks are graded on; labels have to be
 * mapped to findings before.
 * @param sector the geometry of the clip's images, in their pixels
 * @param signed by whom it was drawn, and when
 */
export function keyFromShapes(
  frame: AnnotatedFrame,
  sector: Sector,
  signed: KeySignature,
  rater?: string,
): KeyChoice {
  const { marks } = marksFromShapes(frame, sector, rater);
  const drawings = [{ ...signed, marks }];
  return keyOfExperts({ drawings, sector: sectorFit(sector, MASK_SIZE), size: MASK_SIZE });
}

/** Where a mark comes in the order in which findings cover each other. */
export function markOrder(mark: Mark): number {
  return mark.kind === 'eraser' ? 0 : PAINT_ORDER.indexOf(mark.finding);
}

function markOf(
  shape: Shape,
  finding: MarkableFinding,
  id: string,
  sector: Sector,
  pleura: readonly PolylineShape[],
): Mark | null {
  if (shape.kind !== 'polyline') {
    const corners = shape.kind === 'mask' ? maskOutline(shape) : shapeCorners(shape);
    return regionOf(corners, finding, id, sector);
  }
  switch (finding) {
    case 'b_line':
    case 'b_line_confluence':
      return { id, finding, ...beamOf(shape, sector, pleura) };
    case 'rib':
    case 'pleural_line':
    case 'a_line': {
      const points = shape.points.map((point) => mmFromPx(sector, point));
      const widthMm = shape.breadthPx === null ? LINE_BREADTH_MM : shape.breadthPx * sector.mmPerPx;
      return { id, kind: 'line', finding, points, widthMm };
    }
    case 'pleural_effusion':
    case 'consolidation':
      return isClosed(shape.points) ? regionOf(shape.points, finding, id, sector) : null;
  }
}

function isClosed(points: readonly PxPoint[]): boolean {
  const [first, last] = [points[0]!, points.at(-1)!];
  return points.length > 3 && Math.hypot(last.x - first.x, last.y - first.y) <= CLOSED_PX;
}

function regionOf(
  corners: readonly PxPoint[],
  finding: MarkableFinding,
  id: string,
  sector: Sector,
): Mark | null {
  if (corners.length < 3) return null;
  return { id, kind: 'region', finding, points: corners.map((corner) => mmFromPx(sector, corner)) };
}

type BeamShape = Pick<BeamMark, 'kind' | 'origin' | 'widthMm' | 'endDepthMm'>;

function beamOf(shape: PolylineShape, sector: Sector, pleura: readonly PolylineShape[]): BeamShape {
  const beams = shape.points.map((point) => beamFromMm(sector, mmFromPx(sector, point)));
  const depths = beams.map(({ depthMm }) => depthMm);
  const top = Math.min(...depths);
  if (lineWay(shape.points, sector) === 'along') {
    const lateral = (beams[0]!.lateral + beams.at(-1)!.lateral) / 2;
    const widthMm = shape.breadthPx === null ? BEAM_BREADTH_MM : shape.breadthPx * sector.mmPerPx;
    return {
      kind: 'beam',
      origin: mmFromBeam(sector, { lateral, depthMm: top }),
      widthMm,
      endDepthMm: Math.max(...depths),
    };
  }
  const laterals = beams.map(({ lateral }) => lateral);
  const [from, to] = [Math.min(...laterals), Math.max(...laterals)];
  const lateral = (from + to) / 2;
  const depthMm = pleuraDepth(pleura, lateral, sector) ?? top;
  return {
    kind: 'beam',
    origin: mmFromBeam(sector, { lateral, depthMm }),
    widthMm: arcMm(sector, to - from, depthMm),
    endDepthMm: sector.depthMm,
  };
}

/** Depth in mm of the pleural line on a scan line; null where none was drawn there. */
function pleuraDepth(pleura: readonly PolylineShape[], lateral: number, sector: Sector): number | null {
  for (const { points } of pleura) {
    const path = points.map((point) => mmFromPx(sector, point));
    for (let i = 1; i < path.length; i++) {
      const [a, b] = [path[i - 1]!, path[i]!];
      const [fromA, fromB] = [besideScanLine(a, lateral, sector), besideScanLine(b, lateral, sector)];
      if (fromA * fromB > 0) continue;
      const share = fromA === fromB ? 0 : fromA / (fromA - fromB);
      return beamFromMm(sector, { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) }).depthMm;
    }
  }
  return null;
}

/** How far a point lies right of a scan line, mm. */
function besideScanLine(point: MmPoint, lateral: number, sector: Sector): number {
  if (sector.kind === 'linear') return point.x - (lateral * sector.widthMm) / 2;
  const angle = (lateral * sector.angleRad) / 2;
  return point.x * cos(angle) - (point.y + sector.radiusMm) * sin(angle);
}
