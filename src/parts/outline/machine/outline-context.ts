import type { PxPoint } from '../../../domain/geometry/point.ts';
import type { Sector } from '../../../domain/geometry/sector.ts';
import {
  ASSUMED_DEPTH_MM,
  type KnownScale,
  type SectorScale,
  sectorWithDepth,
  sectorWithScale,
} from '../../../domain/geometry/sector-scale.ts';
import { clicksFromSector, sectorFromClicks } from '../../../sector/sector-clicks.ts';
import { CONFIDENCE_SURE, type SectorFound } from '../../../sector/sector-found.ts';
import { type ScaleMarks, scaleBegin, scaleDown, scaleMove, scaleRead } from './outline-scale.ts';

/** Lengths of a scan line that can be set, mm. */
export const DEPTH_MM = { min: 20, max: 300 } as const;

/** The number of points that fix an outline. */
export const POINTS = 3;

export interface OutlineInput {
  /** The sector finder's answer, in pixels of the whole picture; null where it found nothing. */
  readonly found: SectorFound | null;
  /** Pixels of the whole picture. */
  readonly width: number;
  readonly height: number;
  /** Millimetres per pixel of the whole picture where they are known, and by what; nothing where they are not. */
  readonly known?: KnownScale;
}

export interface OutlineContext extends OutlineInput {
  /** Whether the learner took a guess for right after looking at it. */
  readonly isGuessTaken: boolean;
  readonly probe: Sector['kind'];
  /** Counts while no scale in mm per pixel does. */
  readonly depthMm: number;
  /** Wins over the depth: the outline may change, the scale stays. */
  readonly scale: KnownScale | null;
  /** While the scale is being set by two of its marks. */
  readonly scaling: ScaleMarks | null;
  /** Up to POINTS, in pixels of the whole picture, in the order of `SectorClicks`. */
  readonly points: readonly PxPoint[];
  /** The point that follows pointer or cross-hair; null for none. */
  readonly moved: number | null;
  /** The keyboard's cross-hair, or where the pointer is. */
  readonly cursor: PxPoint;
  readonly isCursorShown: boolean;
}

export type OutlineEvent =
  /** The guess fits after all. */
  | { readonly type: 'guess.take' }
  /** Puts points on the outline that was found, to be moved. */
  | { readonly type: 'outline.correct' }
  /** Back to the outline that was found. */
  | { readonly type: 'outline.restore' }
  | { readonly type: 'outline.use' }
  /** `reachPx`: how near a point counts as hit. */
  | { readonly type: 'pointer.down'; readonly point: PxPoint; readonly reachPx: number }
  | { readonly type: 'pointer.move'; readonly point: PxPoint }
  | { readonly type: 'pointer.up' }
  | { readonly type: 'cursor.move'; readonly dxPx: number; readonly dyPx: number }
  /** Sets the next point at the cross-hair, or lets go of the one that follows it. */
  | { readonly type: 'point.place' }
  | { readonly type: 'point.pick'; readonly place: number }
  | { readonly type: 'points.clear' }
  | { readonly type: 'probe.pick'; readonly probe: Sector['kind'] }
  | { readonly type: 'depth.set'; readonly depthMm: number }
  /** Two marks of the depth scale are asked for. */
  | { readonly type: 'scale.begin' }
  /** The length between them. */
  | { readonly type: 'scale.distance'; readonly distanceMm: number }
  | { readonly type: 'scale.end' };

export interface OutlineOutput {
  /** In pixels of the whole picture. */
  readonly sector: Sector;
}

export type OutlineChange = Partial<OutlineContext>;

export function outlineBegin(input: OutlineInput): OutlineContext {
  const probe = input.found?.sector.kind ?? 'convex';
  return {
    ...input,
    isGuessTaken: false,
    probe,
    depthMm: input.found?.sector.depthMm ?? ASSUMED_DEPTH_MM[probe],
    scale: input.known ?? null,
    scaling: null,
    points: [],
    moved: null,
    cursor: { x: input.width / 2, y: input.height / 2 },
    isCursorShown: false,
  };
}

/** Whether the outline that was found may be used as it is. */
export function foundIsSure({ found, isGuessTaken }: OutlineContext): boolean {
  return found !== null && (isGuessTaken || found.confidence >= CONFIDENCE_SURE);
}

/** The outline that was found, at the depth that is set; null where there is none. */
export function foundSector({ found, depthMm, scale }: OutlineContext): Sector | null {
  if (found === null) return null;
  return scale === null
    ? sectorWithDepth(found.sector, depthMm)
    : sectorWithScale(found.sector, scale.mmPerPx);
}

/** The outline of the points that are set, the cross-hair standing for the last one; null while there is none. */
export function pointsSector({ points, cursor, probe, depthMm, scale }: OutlineContext): Sector | null {
  const [first, second, third = cursor] = points;
  if (first === undefined || second === undefined) return null;
  const known: SectorScale = scale === null ? { depthMm } : { mmPerPx: scale.mmPerPx };
  return sectorFromClicks([first, second, third], probe, known);
}

export function pointsAreSet({ points }: OutlineContext): boolean {
  return points.length === POINTS;
}

export function foundCorrect({ found, width, height }: OutlineContext): OutlineChange {
  if (found === null) return {};
  return { points: clicksFromSector(found.sector, width, height), moved: null, probe: found.sector.kind };
}

export function foundRestore({ found }: OutlineContext): OutlineChange {
  return { ...pointsClear(), ...(found !== null && { probe: found.sector.kind }) };
}

export function pointsClear(): OutlineChange {
  return { points: [], moved: null };
}

export function probePick(probe: Sector['kind']): OutlineChange {
  return { ...pointsClear(), probe, depthMm: ASSUMED_DEPTH_MM[probe] };
}

/** A depth that somebody sets goes before any scale. */
export function depthSet(depthMm: number): OutlineChange {
  return depthMm >= DEPTH_MM.min && depthMm <= DEPTH_MM.max ? { depthMm, scale: null } : {};
}

export function scalingBegin(): OutlineChange {
  return { scaling: scaleBegin(), moved: null };
}

export function scalingDistance(context: OutlineContext, distanceMm: number): OutlineChange {
  return context.scaling === null ? {} : scalingChange(context, { ...context.scaling, distanceMm });
}

export function scalingEnd(): OutlineChange {
  return { scaling: null, isCursorShown: false };
}

/** As soon as both marks are set, they are the scale, and stay it while they are moved. */
function scalingChange({ scale }: OutlineContext, scaling: ScaleMarks): OutlineChange {
  const mmPerPx = scaleRead(scaling);
  return { scaling, scale: mmPerPx === null ? scale : { mmPerPx, origin: 'given' } };
}

/**
 * Takes hold of a point that is hit, or else sets the next one, which then follows the pointer: one of the outline,
 * or while the scale is being set one of its marks.
 */
export function pointerDown(context: OutlineContext, at: PxPoint, reachPx: number): OutlineChange {
  const { points, scaling } = context;
  const point = pointInside(context, at);
  if (scaling !== null) {
    return {
      cursor: point,
      isCursorShown: false,
      ...scalingChange(context, scaleDown(scaling, point, reachPx)),
    };
  }
  const near = points.findIndex(({ x, y }) => Math.hypot(x - point.x, y - point.y) <= reachPx);
  const shown = { cursor: point, isCursorShown: false };
  if (near !== -1) return { ...shown, moved: near };
  if (points.length === POINTS) return { ...shown, moved: null };
  return { ...shown, points: [...points, point], moved: points.length };
}

export function pointerMove(context: OutlineContext, at: PxPoint): OutlineChange {
  return { ...cursorTo(context, at), isCursorShown: false };
}

export function crosshairMove(context: OutlineContext, dxPx: number, dyPx: number): OutlineChange {
  const { x, y } = context.cursor;
  return { ...cursorTo(context, { x: x + dxPx, y: y + dyPx }), isCursorShown: true };
}

export function pointerUp(context: OutlineContext): OutlineChange {
  const { scaling } = context;
  return scaling === null ? { moved: null } : { scaling: { ...scaling, moved: null } };
}

export function outlinePointPlace(context: OutlineContext): OutlineChange {
  const { points, moved, cursor, scaling } = context;
  if (scaling !== null) {
    const isHeld = scaling.moved !== null;
    const placed = isHeld ? scaling : scaleDown(scaling, cursor, 0);
    return { ...scalingChange(context, { ...placed, moved: null }), isCursorShown: true };
  }
  if (moved !== null) return { moved: null };
  return points.length === POINTS ? {} : { points: [...points, cursor], isCursorShown: true };
}

export function pointPick({ points }: OutlineContext, place: number): OutlineChange {
  const point = points[place];
  return point === undefined ? {} : { moved: place, cursor: point, isCursorShown: true };
}

/** Moves the cross-hair, and with it the point that follows. */
function cursorTo(context: OutlineContext, at: PxPoint): OutlineChange {
  const cursor = pointInside(context, at);
  const { points, moved, scaling } = context;
  if (scaling !== null) return { cursor, ...scalingChange(context, scaleMove(scaling, cursor)) };
  return moved === null ? { cursor } : { cursor, points: points.with(moved, cursor) };
}

function pointInside({ width, height }: OutlineContext, { x, y }: PxPoint): PxPoint {
  return { x: Math.min(width, Math.max(0, x)), y: Math.min(height, Math.max(0, y)) };
}
