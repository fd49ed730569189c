import type { Frame } from '../domain/frame/frame.ts';
import type { MmPoint } from '../domain/geometry/point.ts';
import { pxFromMm, type Sector, sectorEquals } from '../domain/geometry/sector.ts';
import type { Mark } from '../domain/marks/mark.ts';
import { canvasImage } from './canvas-image.ts';
import { cursorLayer } from './cursor-layer.ts';
import { frameLayer } from './frame-layer.ts';
import { furnitureLayer } from './furniture-layer.ts';
import { hintLayer } from './hint-layer.ts';
import { type ScannerLayout, type ScreenSize, scannerLayout } from './layout.ts';
import { marksPainterCreate } from './marks-painter.ts';
import { overlayLayer } from './overlay-layer.ts';
import { parentSizeWatch } from './parent-size.ts';
import { type PointerReport, pointerInput } from './pointer-input.ts';
import { REVEAL_END, REVEAL_MS, revealState } from './reveal.ts';
import { revealLayers } from './reveal-layers.ts';
import type { Scanner, ScannerOptions, ScannerPointer } from './scanner.ts';
import { ScannerError } from './scanner-error.ts';
import { type Screen, screenCreate } from './screen.ts';
import { statusLine } from './status-line.ts';

/** The layers, from the lowest up. */
const DEPTH = { frame: 0, overlay: 1, marks: 2, reveal: 3, hint: 4, furniture: 5, cursor: 6 } as const;

interface Cursor {
  readonly point: MmPoint;
  readonly radiusMm: number;
}

/**
 * The scanner's screen in `options.parent`, drawn by Phaser.
 *
 * It redraws only when something changed. Bytes handed to it are read before the call returns.
 * Throws ScannerError when the parent is no element, or nothing can draw.
 */
export async function scannerCreate(options: ScannerOptions): Promise<Scanner> {
  const { parent, renderer, onLost = () => {} } = options;
  if (!(parent instanceof HTMLElement)) {
    throw new ScannerError('no_parent', { code: 'screenWithoutParent' });
  }
  return scannerOn(await screenCreate(parent, renderer, onLost), parent, options.isMotionReduced);
}

function scannerOn(screen: Screen, parent: HTMLElement, isMotionReduced: boolean): Scanner {
  const { scene } = screen;
  const frames = frameLayer(scene, DEPTH.frame);
  const overlay = overlayLayer(scene, DEPTH.overlay);
  const marksPicture = canvasImage(scene, 'marks', DEPTH.marks);
  const marksPainter = marksPainterCreate();
  const reveal = revealLayers(scene, DEPTH.reveal);
  const hint = hintLayer(scene, DEPTH.hint);
  const furniture = furnitureLayer(scene, DEPTH.furniture);
  const keyboardCursor = cursorLayer(scene, 'cursor', DEPTH.cursor, true);
  const hoverRing = cursorLayer(scene, 'hover', DEPTH.cursor, false);
  const status = statusLine(scene, DEPTH.furniture, screen.redraw);
  const listeners = new Set<(pointer: ScannerPointer) => void>();

  let size: ScreenSize = { width: 1, height: 1, pixelRatio: 1 };
  let sector: Sector | null = null;
  let layout: ScannerLayout | null = null;
  let drawn: { marks: readonly Mark[]; draft: Mark | null } = { marks: [], draft: null };
  let areMarksStale = false;
  let cursor: Cursor | null = null;
  let hover: { radiusMm: number | null; point: MmPoint | null } = { radiusMm: null, point: null };
  let revealStop: (() => void) | null = null;

  function place(): void {
    if (layout === null) return;
    frames.place(layout.screen);
    overlay.place(layout.screen);
    reveal.place(layout.screen);
    hint.place(layout.screen);
  }

  function furnitureRedraw(): void {
    if (layout === null) return;
    furniture.place(layout);
    status.place(layout);
    screen.redraw();
  }

  function layoutRenew(): void {
    if (sector === null) {
      const ratio = Math.min(Math.max(size.pixelRatio, 1), 2);
      screen.resize(Math.max(1, size.width * ratio), Math.max(1, size.height * ratio), ratio);
      return;
    }
    layout = scannerLayout(size, sector);
    screen.resize(layout.width, layout.height, layout.pixelRatio);
    place();
    furnitureRedraw();
    areMarksStale = true;
    cursorsShow();
  }

  function cursorsShow(): void {
    if (layout === null) return;
    keyboardCursor.show(cursor, layout);
    const { point, radiusMm } = hover;
    hoverRing.show(point === null || radiusMm === null ? null : { point, radiusMm }, layout);
    screen.redraw();
  }

  /** Many pointer moves may fall between two repaints: marks are drawn once for all of them. */
  function marksRepaint(): void {
    if (!areMarksStale || layout === null) return;
    const shown = layout;
    areMarksStale = false;
    if (drawn.marks.length === 0 && drawn.draft === null) {
      marksPicture.image.setVisible(false);
      return;
    }
    marksPicture.draw(shown.width, shown.height, (pen) =>
      marksPainter.paint(pen, shown, drawn.marks, drawn.draft),
    );
  }

  function pointerReport({ canHover, ...pointer }: PointerReport): void {
    const isOver = canHover && pointer.isInside && pointer.phase !== 'leave' && pointer.phase !== 'cancel';
    hover = { ...hover, point: isOver ? pointer.point : null };
    if (hover.radiusMm !== null) cursorsShow();
    screen.canvas.style.cursor = isOver ? 'crosshair' : 'default';
    for (const listener of [...listeners]) listener(pointer);
  }

  function revealRun(): Promise<void> {
    return new Promise((resolve) => {
      let startMs: number | null = null;
      let isStopped = false;
      revealStop = () => {
        isStopped = true;
        revealStop = null;
        resolve();
      };
      screen.animate((nowMs) => {
        if (isStopped) return false;
        startMs ??= nowMs;
        const timeMs = nowMs - startMs;
        reveal.show(timeMs >= REVEAL_MS ? REVEAL_END : revealState(timeMs));
        if (timeMs >= REVEAL_MS) revealStop?.();
        return !isStopped;
      });
    });
  }

  const input = pointerInput(screen.canvas, () => layout?.screen ?? null, pointerReport);
  const sizeStop = parentSizeWatch(parent, (next) => {
    size = next;
    layoutRenew();
  });
  screen.beforeDraw(marksRepaint);
  document.fonts.addEventListener('loadingdone', furnitureRedraw);

  return {
    frameShow(frame: Frame) {
      frames.show(frame);
      status.tick();
      if (sector === null || !sectorEquals(sector, frame.sector)) {
        sector = frame.sector;
        layoutRenew();
      }
      screen.redraw();
    },
    overlayShow(mask, look) {
      overlay.show(mask, look);
      place();
      screen.redraw();
    },
    marksShow(marks, draft, nextCursor) {
      if (marks !== drawn.marks || draft !== drawn.draft) areMarksStale = true;
      drawn = { marks, draft };
      cursor = nextCursor;
      cursorsShow();
      screen.redraw();
    },
    hoverShow(radiusMm) {
      hover = { ...hover, radiusMm };
      cursorsShow();
    },
    async revealPlay(masks) {
      revealStop?.();
      reveal.load(masks);
      place();
      reveal.show(isMotionReduced ? REVEAL_END : revealState(0));
      screen.redraw();
      if (!isMotionReduced) await revealRun();
    },
    revealClear() {
      revealStop?.();
      reveal.hide();
      screen.redraw();
    },
    hintShow(next) {
      hint.show(next);
      place();
      screen.redraw();
    },
    onPointer(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    clientFromMm(point) {
      if (layout === null) return null;
      const box = screen.canvas.getBoundingClientRect();
      const { x, y } = pxFromMm(layout.screen, point);
      return {
        x: box.left + (x * box.width) / layout.width,
        y: box.top + (y * box.height) / layout.height,
      };
    },
    destroy() {
      revealStop?.();
      document.fonts.removeEventListener('loadingdone', furnitureRedraw);
      sizeStop();
      input.destroy();
      status.destroy();
      listeners.clear();
      screen.destroy();
    },
  };
}
