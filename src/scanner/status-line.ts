import type { Scene } from 'phaser';
import { canvasImage } from './canvas-image.ts';
import { frameRateCreate } from './frame-rate.ts';
import { statusDraw } from './furniture.ts';
import type { ScannerLayout } from './layout.ts';

/** Probe, depth and the rate at which images truly arrive. */
export interface StatusLine {
  /** An image was shown. */
  tick(): void;
  place(layout: ScannerLayout): void;
  destroy(): void;
}

const UPDATE_MS = 500;
const WIDTH_PX = 240;

/** Written twice a second while images arrive, and once more when they stop; `written` asks for a redraw. */
export function statusLine(scene: Scene, depth: number, written: () => void): StatusLine {
  const picture = canvasImage(scene, 'status', depth);
  const rate = frameRateCreate();
  let layout: ScannerLayout | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  function write(): void {
    if (layout === null) return;
    const { pixelRatio, fontPx, status } = layout;
    const shown = layout;
    const frameRateHz = rate.read(performance.now());
    picture.draw(WIDTH_PX * pixelRatio, Math.ceil(fontPx * 1.6), (pen) =>
      statusDraw(pen, shown, frameRateHz),
    );
    picture.image.setPosition(status.x, status.y);
  }

  function update(): void {
    write();
    timer = rate.read(performance.now()) === null ? null : setTimeout(update, UPDATE_MS);
    written();
  }

  return {
    tick() {
      rate.tick(performance.now());
      timer ??= setTimeout(update, UPDATE_MS);
    },
    place(next) {
      layout = next;
      write();
    },
    destroy() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
