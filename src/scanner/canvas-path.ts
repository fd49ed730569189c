import type { PxPoint } from '../domain/geometry/point.ts';
import { pxFromMm, type Sector } from '../domain/geometry/sector.ts';
import type { MarkShape } from './mark-shape.ts';

export type Pen = CanvasRenderingContext2D;

/** A 2D context whose pixels stay in main memory: they are uploaded as a texture each time they change. */
export function penOf(canvas: HTMLCanvasElement): Pen {
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('This browser cannot draw on a canvas.');
  return pen;
}

/** Adds the sector's outline to the current path, in pixels of its raster. */
export function sectorTrace(pen: Pen, sector: Sector): void {
  const px = (mm: number) => mm / sector.mmPerPx;
  if (sector.kind === 'linear') {
    const corner = pxFromMm(sector, { x: -sector.widthMm / 2, y: 0 });
    pen.rect(corner.x, corner.y, px(sector.widthMm), px(sector.depthMm));
    return;
  }
  const apex = pxFromMm(sector, { x: 0, y: -sector.radiusMm });
  const from = Math.PI / 2 - sector.angleRad / 2;
  const to = Math.PI / 2 + sector.angleRad / 2;
  pen.arc(apex.x, apex.y, px(sector.radiusMm + sector.depthMm), from, to);
  pen.arc(apex.x, apex.y, px(sector.radiusMm), to, from, true);
  pen.closePath();
}

/** A stroke of no length at all would not be drawn: one that never moved is this long, in device pixels. */
const DOT_PX = 0.01;

/** Begins a path along a mark's line or outline. */
function shapeTrace(pen: Pen, screen: Sector, shape: MarkShape): void {
  pen.beginPath();
  shape.points.forEach((point, at) => {
    const { x, y } = pxFromMm(screen, point);
    if (at === 0) pen.moveTo(x, y);
    pen.lineTo(at === 0 ? x + DOT_PX : x, y);
  });
  if (shape.kind === 'polygon') pen.closePath();
}

/** Fills a shape with the current styles, `grownPx` device pixels larger all round. */
export function shapeDraw(pen: Pen, screen: Sector, shape: MarkShape, grownPx: number): void {
  shapeTrace(pen, screen, shape);
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  if (shape.kind === 'stroke') {
    pen.lineWidth = 2 * (Math.max(shape.radiusMm / screen.mmPerPx, 0.5) + grownPx);
    pen.stroke();
    return;
  }
  pen.fill('evenodd');
  if (grownPx > 0) {
    pen.lineWidth = 2 * grownPx;
    pen.stroke();
  }
}

/** The shape's bounds in device pixels, as whole pixels `grownPx` larger all round. */
export function shapeBounds(
  screen: Sector,
  shapes: readonly MarkShape[],
  grownPx: number,
): { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number } {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const shape of shapes) {
    const reach = grownPx + 1 + (shape.kind === 'stroke' ? shape.radiusMm / screen.mmPerPx : 0);
    for (const point of shape.points) {
      const px: PxPoint = pxFromMm(screen, point);
      left = Math.min(left, px.x - reach);
      right = Math.max(right, px.x + reach);
      top = Math.min(top, px.y - reach);
      bottom = Math.max(bottom, px.y + reach);
    }
  }
  return {
    left: Math.floor(left),
    top: Math.floor(top),
    right: Math.ceil(right),
    bottom: Math.ceil(bottom),
  };
}
