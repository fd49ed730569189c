import type { MarkableFinding } from '../../../domain/findings/finding.ts';
import { arcMm } from '../../../domain/geometry/arc.ts';
import type { MmPoint } from '../../../domain/geometry/point.ts';
import { beamFromMm, mmFromBeam, type Sector } from '../../../domain/geometry/sector.ts';
import type { BeamMark, Mark } from '../../../domain/marks/mark.ts';
import type { MarkTool } from '../../../domain/scenario/tools.ts';

/** Tools that have a size, and its bounds: the width of what they draw in mm. */
export const TOOL_SIZES = {
  brush: { min: 1, max: 40, initial: 4 },
  eraser: { min: 1, max: 40, initial: 8 },
  line: { min: 0.5, max: 10, initial: 2 },
  beam: { min: 0.5, max: 40, initial: 3 },
} as const;

export type SizedTool = keyof typeof TOOL_SIZES;
export type ToolSizes = Readonly<Record<SizedTool, number>>;

export function toolIsSized(tool: MarkTool): tool is SizedTool {
  return tool !== 'region';
}

export function sizeClamp(tool: SizedTool, mm: number): number {
  const { min, max } = TOOL_SIZES[tool];
  return Math.min(max, Math.max(min, mm));
}

/** A press that moves no farther than this is a click. */
const CLICK_MM = 1.5;

/** A second click as near as this to the last point ends a line; to the first point it closes a region. */
const SAME_PLACE_MM = 2;

/** Freehand points closer together than this add nothing. */
const SPACING_MM = 0.4;

/** A beam dragged to this share of the depth or deeper runs to the bottom. */
const BOTTOM_SHARE = 0.93;

/** A mark in the making. */
export interface Stroke {
  readonly tool: MarkTool;
  /** Fixed points: those of a freehand path, or those placed one by one. */
  readonly points: readonly MmPoint[];
  /** Where the pointer went down; null while it is up. */
  readonly pressed: MmPoint | null;
  /** Whether the pointer has moved since by more than a click does. */
  readonly isDragged: boolean;
  /** Where the next point would be. */
  readonly hover: MmPoint | null;
}

/** The sector, finding and widths with which a stroke becomes a mark. */
export interface StrokeLook {
  readonly sector: Sector;
  readonly finding: MarkableFinding;
  readonly sizeMm: ToolSizes;
}

/** The nearest point of the image; null for what is no point at all. */
export function pointInside(sector: Sector, point: MmPoint): MmPoint | null {
  if (!Number.isFinite(point.x) || !Number.isFinite(point.y)) return null;
  const { lateral, depthMm } = beamFromMm(sector, point);
  const isInside = Math.abs(lateral) <= 1 && depthMm >= 0 && depthMm <= sector.depthMm;
  if (isInside) return { x: point.x, y: point.y };
  return mmFromBeam(sector, {
    lateral: Math.min(1, Math.max(-1, lateral)),
    depthMm: Math.min(sector.depthMm, Math.max(0, depthMm)),
  });
}

/** So far beside the image a stroke can begin: an outline of what the edge cuts off begins there by hand. */
const BESIDE_MM = 6;

/** Whether a stroke can begin at a point: in the image or a little beside it. */
export function strokeCanBegin(sector: Sector, point: MmPoint): boolean {
  const inside = pointInside(sector, point);
  return inside !== null && distance(inside, point) <= BESIDE_MM;
}

export function strokePress(tool: MarkTool, point: MmPoint, before: Stroke | null): Stroke {
  const points = before?.points ?? (toolIsPlaced(tool) ? [] : [point]);
  return { tool, points, pressed: point, isDragged: false, hover: point };
}

/** The pointer or the keyboard's cursor moved. */
export function strokeMove(stroke: Stroke, point: MmPoint): Stroke {
  const { pressed } = stroke;
  if (!toolIsPlaced(stroke.tool)) {
    const isDragged = stroke.isDragged || (pressed !== null && distance(pressed, point) > CLICK_MM);
    const points = stroke.tool === 'beam' ? stroke.points : pathAppend(stroke.points, point);
    return { ...stroke, points, isDragged, hover: point };
  }
  // With points placed already, a drag moves the point that is about to be placed.
  const isPlacing = stroke.points.length > 0 && !stroke.isDragged;
  if (pressed === null || isPlacing) return { ...stroke, hover: point };
  const isDragged = stroke.isDragged || distance(pressed, point) > CLICK_MM;
  if (!isDragged) return { ...stroke, hover: point };
  const path = stroke.points.length === 0 ? [pressed] : stroke.points;
  return { ...stroke, points: pathAppend(path, point), isDragged, hover: point };
}

/** A stroke after an event: it goes on, or it is to be ended. */
export interface StrokeStep {
  readonly stroke: Stroke;
  readonly isEnded: boolean;
}

/** The pointer went up: a drag ends the mark, a click places a point of a line or region. */
export function strokeRelease(stroke: Stroke, point: MmPoint, look: StrokeLook): StrokeStep {
  const moved = strokeMove(stroke, point);
  if (!toolIsPlaced(stroke.tool)) return { stroke: { ...moved, pressed: null }, isEnded: true };
  if (moved.isDragged && strokeMark(moved, look, '') !== null) {
    return { stroke: { ...moved, pressed: null, hover: null }, isEnded: true };
  }
  const points = moved.isDragged ? [] : moved.points;
  return strokePlace({ ...moved, points, pressed: null, isDragged: false }, point, look);
}

/** Places a point; the same place again, or the first point of a region, ends it. */
export function strokePlace(stroke: Stroke, point: MmPoint, look: StrokeLook): StrokeStep {
  if (!toolIsPlaced(stroke.tool)) return { stroke: strokeMove(stroke, point), isEnded: true };
  const placed = { ...stroke, hover: null };
  const isAgain = isSamePlace(stroke.points.at(-1), point);
  const isClosing = stroke.tool === 'region' && isSamePlace(stroke.points[0], point);
  if (isAgain || isClosing) return { stroke: placed, isEnded: strokeMark(placed, look, '') !== null };
  return { stroke: { ...placed, points: [...stroke.points, point] }, isEnded: false };
}

/** A stroke begun from the keyboard at the cursor. */
export function strokeBegin(tool: MarkTool, point: MmPoint): Stroke {
  return { tool, points: [point], pressed: null, isDragged: false, hover: null };
}

/** Takes the last placed point back; null when none is left. */
export function strokeBack(stroke: Stroke): Stroke | null {
  if (!toolIsPlaced(stroke.tool) || stroke.points.length <= 1) return null;
  return { ...stroke, points: stroke.points.slice(0, -1) };
}

/** The mark drawn while the stroke goes on: with the point that would come next. */
export function strokeDraft(stroke: Stroke, look: StrokeLook, id: string): Mark | null {
  const { hover } = stroke;
  const isPlacing = toolIsPlaced(stroke.tool) && !stroke.isDragged && hover !== null;
  const shown = isPlacing ? { ...stroke, points: [...stroke.points, hover] } : stroke;
  return markOf(shown, look, id, 1);
}

/** The finished mark; null while it has too few points. */
export function strokeMark(stroke: Stroke, look: StrokeLook, id: string): Mark | null {
  return markOf(stroke, look, id, pointsNeeded(stroke.tool));
}

export function pointsNeeded(tool: MarkTool): number {
  return tool === 'region' ? 3 : tool === 'line' ? 2 : 1;
}

/** Tools whose points can be placed one by one. */
export function toolIsPlaced(tool: MarkTool): boolean {
  return tool === 'line' || tool === 'region';
}

function markOf(stroke: Stroke, look: StrokeLook, id: string, needed: number): Mark | null {
  const { tool, points } = stroke;
  const { finding, sizeMm } = look;
  const first = points[0];
  if (first === undefined || points.length < needed) return null;
  switch (tool) {
    case 'brush':
      return { id, kind: 'brush', finding, points, radiusMm: sizeMm.brush / 2 };
    case 'eraser':
      return { id, kind: 'eraser', points, radiusMm: sizeMm.eraser / 2 };
    case 'line':
      return { id, kind: 'line', finding, points, widthMm: sizeMm.line };
    case 'region':
      return { id, kind: 'region', finding, points };
    case 'beam':
      return { id, kind: 'beam', finding, origin: first, ...beamShape(look, first, stroke.hover) };
  }
}

/**
 * A beam follows its scan line from the origin, by default to the bottom and as wide as the tool. A drag that
 * goes mostly across the scan lines sets the width (to both sides alike), one that goes mostly along them the end.
 */
function beamShape(
  { sector, sizeMm }: StrokeLook,
  origin: MmPoint,
  to: MmPoint | null,
): Pick<BeamMark, 'widthMm' | 'endDepthMm'> {
  const shape = { widthMm: sizeMm.beam, endDepthMm: sector.depthMm };
  if (to === null || distance(origin, to) <= CLICK_MM) return shape;
  const start = beamFromMm(sector, origin);
  const end = beamFromMm(sector, to);
  const alongMm = end.depthMm - start.depthMm;
  const acrossMm = Math.abs(arcMm(sector, end.lateral - start.lateral, end.depthMm));
  if (acrossMm > Math.abs(alongMm)) {
    const halfMm = Math.abs(arcMm(sector, end.lateral - start.lateral, start.depthMm));
    return { ...shape, widthMm: sizeClamp('beam', 2 * halfMm) };
  }
  if (alongMm <= CLICK_MM || end.depthMm >= BOTTOM_SHARE * sector.depthMm) return shape;
  return { ...shape, endDepthMm: end.depthMm };
}

function pathAppend(points: readonly MmPoint[], point: MmPoint): readonly MmPoint[] {
  const last = points.at(-1);
  return last !== undefined && distance(last, point) < SPACING_MM ? points : [...points, point];
}

function isSamePlace(a: MmPoint | undefined, b: MmPoint): boolean {
  return a !== undefined && distance(a, b) <= SAME_PLACE_MM;
}

function distance(a: MmPoint, b: MmPoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
