import { FINDING_LOOKS } from '../domain/findings/look.ts';
import { pxFromMm, type Sector } from '../domain/geometry/sector.ts';
import type { Mark } from '../domain/marks/mark.ts';
import { type Pen, penOf, sectorTrace, shapeBounds, shapeDraw } from './canvas-path.ts';
import { tileWords } from './ink.ts';
import type { ScannerLayout } from './layout.ts';
import { type MarkGroup, type MarkShape, markGroups, markShape } from './mark-shape.ts';

/** Draws marks on a canvas as large as the screen. */
export interface MarksPainter {
  paint(pen: Pen, layout: ScannerLayout, marks: readonly Mark[], draft: Mark | null): void;
}

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The white line round a mark and the dark one round that, in CSS pixels. */
const CASING_PX = 1.6;
const HALO_PX = 2.6;

/** A draft with more corners than this was drawn by hand, and needs no dots on them. */
const DOTTED_CORNERS = 24;

/**
 * Marks of one class melt together, take away what lies under them (as in grading, where the later mark wins)
 * and are cased in white, which the network's overlay never is. Finished marks are kept on a canvas of their
 * own, so that a growing draft costs only itself.
 */
export function marksPainterCreate(): MarksPainter {
  const finished = penOf(document.createElement('canvas'));
  const area = penOf(document.createElement('canvas'));
  const casing = penOf(document.createElement('canvas'));
  let painted: { marks: readonly Mark[]; layout: ScannerLayout } | null = null;

  function canvasesResize(layout: ScannerLayout): void {
    for (const { canvas } of [finished, area, casing]) {
      canvas.width = layout.width;
      canvas.height = layout.height;
    }
  }

  function groupDraw(pen: Pen, layout: ScannerLayout, group: MarkGroup, isDraft: boolean): void {
    const { screen, pixelRatio } = layout;
    const shapes = group.marks.map((mark) => markShape(screen, mark));
    const rect = rectWithin(shapeBounds(screen, shapes, HALO_PX * pixelRatio), layout);
    if (rect === null) return;
    rectClear(area, rect);
    rectClear(casing, rect);
    for (const shape of shapes) shapeDraw(area, screen, shape, 0);
    pen.globalCompositeOperation = 'destination-out';
    rectCopy(pen, area, rect);
    pen.globalCompositeOperation = 'source-over';
    if (group.finding === null && !isDraft) return;
    casingDraw(casing, layout, shapes, rect, area);
    if (group.finding !== null) {
      areaColour(area, rect, group.finding, pixelRatio);
      rectCopy(pen, area, rect);
    }
    pen.globalAlpha = group.finding === null ? 0.75 : 1;
    rectCopy(pen, casing, rect);
    pen.globalAlpha = 1;
  }

  return {
    paint(pen, layout, marks, draft) {
      if (painted === null || painted.layout !== layout) canvasesResize(layout);
      if (painted === null || painted.layout !== layout || painted.marks !== marks) {
        sectorClip(finished, layout, () => {
          for (const group of markGroups(marks)) groupDraw(finished, layout, group, false);
        });
        painted = { marks, layout };
      }
      sectorClip(pen, layout, () => {
        pen.drawImage(finished.canvas, 0, 0);
        if (draft === null) return;
        const finding = draft.kind === 'eraser' ? null : draft.finding;
        groupDraw(pen, layout, { finding, marks: [draft] }, true);
        cornersDraw(pen, layout, draft);
      });
    },
  };
}

/** Clears the canvas and draws within the sector only: what lies outside it is never graded. */
function sectorClip(pen: Pen, layout: ScannerLayout, draw: () => void): void {
  pen.clearRect(0, 0, layout.width, layout.height);
  pen.save();
  pen.beginPath();
  sectorTrace(pen, layout.screen);
  pen.clip();
  draw();
  pen.restore();
}

function rectWithin(
  bounds: { left: number; top: number; right: number; bottom: number },
  layout: ScannerLayout,
): Rect | null {
  const left = Math.max(0, bounds.left);
  const top = Math.max(0, bounds.top);
  const width = Math.min(layout.width, bounds.right) - left;
  const height = Math.min(layout.height, bounds.bottom) - top;
  return width > 0 && height > 0 ? { left, top, width, height } : null;
}

function rectClear(pen: Pen, rect: Rect): void {
  pen.globalCompositeOperation = 'source-over';
  pen.fillStyle = '#000';
  pen.strokeStyle = '#000';
  pen.clearRect(rect.left, rect.top, rect.width, rect.height);
}

function rectCopy(pen: Pen, from: Pen, { left, top, width, height }: Rect): void {
  pen.drawImage(from.canvas, left, top, width, height, left, top, width, height);
}

/** A white ring with a dark halo, just outside the area that counts. */
function casingDraw(
  pen: Pen,
  layout: ScannerLayout,
  shapes: readonly MarkShape[],
  rect: Rect,
  area: Pen,
): void {
  for (const [grown, colour] of [
    [HALO_PX, '#000'],
    [CASING_PX, '#fff'],
  ] as const) {
    pen.fillStyle = colour;
    pen.strokeStyle = colour;
    for (const shape of shapes) shapeDraw(pen, layout.screen, shape, grown * layout.pixelRatio);
  }
  pen.globalCompositeOperation = 'destination-out';
  rectCopy(pen, area, rect);
}

const tiles = new Map<string, HTMLCanvasElement>();

/** A tile of the class's colour and pattern for `createPattern`, `size` pixels wide. */
function tileCanvas(finding: keyof typeof FINDING_LOOKS, size: number): HTMLCanvasElement {
  const key = `${finding} ${size}`;
  const known = tiles.get(key);
  if (known !== undefined) return known;
  const { colour, pattern } = FINDING_LOOKS[finding];
  const words = tileWords(colour, pattern, size, pattern === 'solid' ? 0.36 : 0.62, 0.2);
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.height = size;
  penOf(canvas).putImageData(new ImageData(new Uint8ClampedArray(words.buffer), size, size), 0, 0);
  tiles.set(key, canvas);
  return canvas;
}

function areaColour(area: Pen, rect: Rect, finding: keyof typeof FINDING_LOOKS, pixelRatio: number): void {
  const pattern = area.createPattern(tileCanvas(finding, Math.round(10 * pixelRatio)), 'repeat');
  if (pattern === null) return;
  area.save();
  area.beginPath();
  area.rect(rect.left, rect.top, rect.width, rect.height);
  area.clip();
  area.globalCompositeOperation = 'source-in';
  area.fillStyle = pattern;
  area.fillRect(rect.left, rect.top, rect.width, rect.height);
  area.restore();
}

/** Dots on the corners of a draft that is placed point by point. */
function cornersDraw(pen: Pen, layout: ScannerLayout, draft: Mark): void {
  if (draft.kind !== 'line' && draft.kind !== 'region') return;
  if (draft.points.length > DOTTED_CORNERS) return;
  pen.fillStyle = '#fff';
  pen.strokeStyle = '#000';
  pen.lineWidth = layout.pixelRatio;
  for (const point of draft.points) dotDraw(pen, layout.screen, point, 3 * layout.pixelRatio);
}

function dotDraw(pen: Pen, screen: Sector, point: { x: number; y: number }, radiusPx: number): void {
  const { x, y } = pxFromMm(screen, point);
  pen.beginPath();
  pen.arc(x, y, radiusPx, 0, 2 * Math.PI);
  pen.fill();
  pen.stroke();
}
