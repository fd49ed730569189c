import type { PxPoint } from '../domain/geometry/point.ts';
import { mmFromPx, type Sector, sectorContains } from '../domain/geometry/sector.ts';
import type { ScannerPointer } from './scanner.ts';

export interface PointerInput {
  destroy(): void;
}

/** A pointer report together with what kind of device gave it: a finger needs no hover ring. */
export type PointerReport = ScannerPointer & { readonly canHover: boolean };

/** Where an event lies on the canvas, in its device pixels. */
function canvasPoint(canvas: HTMLCanvasElement, event: { clientX: number; clientY: number }): PxPoint {
  const box = canvas.getBoundingClientRect();
  return {
    x: ((event.clientX - box.left) * canvas.width) / box.width,
    y: ((event.clientY - box.top) * canvas.height) / box.height,
  };
}

/**
 * Turns the canvas's pointer events into reports in mm. One pointer draws at a time, captured until it is let
 * go, so that a stroke may leave the canvas; a second finger meanwhile is ignored. Nothing is reported while
 * there is no image (`screenOf` gives null).
 */
export function pointerInput(
  canvas: HTMLCanvasElement,
  screenOf: () => Sector | null,
  report: (pointer: PointerReport) => void,
): PointerInput {
  const listeners = new AbortController();
  const { signal } = listeners;
  let drawing: number | null = null;

  function send(phase: ScannerPointer['phase'], event: PointerEvent): void {
    const screen = screenOf();
    if (screen === null) return;
    const point = mmFromPx(screen, canvasPoint(canvas, event));
    const canHover = event.pointerType !== 'touch';
    report({ phase, point, isInside: sectorContains(screen, point), canHover });
  }

  function end(phase: 'up' | 'cancel', event: PointerEvent): void {
    if (event.pointerId !== drawing) return;
    drawing = null;
    send(phase, event);
  }

  canvas.addEventListener(
    'pointerdown',
    (event) => {
      if (drawing !== null || event.button !== 0 || screenOf() === null) return;
      event.preventDefault();
      drawing = event.pointerId;
      canvas.setPointerCapture(event.pointerId);
      send('down', event);
    },
    { signal },
  );
  canvas.addEventListener(
    'pointermove',
    (event) => {
      if (drawing !== null && event.pointerId !== drawing) return;
      const path = drawing === null ? [] : event.getCoalescedEvents();
      for (const step of path.length > 0 ? path : [event]) send('move', step);
    },
    { signal },
  );
  canvas.addEventListener('pointerup', (event) => end('up', event), { signal });
  canvas.addEventListener('pointercancel', (event) => end('cancel', event), { signal });
  canvas.addEventListener('lostpointercapture', (event) => end('cancel', event), { signal });
  canvas.addEventListener(
    'pointerleave',
    (event) => {
      if (drawing === null) send('leave', event);
    },
    { signal },
  );
  canvas.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
  return { destroy: () => listeners.abort() };
}
