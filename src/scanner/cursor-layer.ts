import type { Scene } from 'phaser';
import type { MmPoint } from '../domain/geometry/point.ts';
import { pxFromMm } from '../domain/geometry/sector.ts';
import { canvasImage } from './canvas-image.ts';
import { cursorDraw, cursorReach } from './cursor-draw.ts';
import type { ScannerLayout } from './layout.ts';

/** A ring of the tool's size, with or without the keyboard's cross-hair. */
export interface CursorLayer {
  show(cursor: { readonly point: MmPoint; readonly radiusMm: number } | null, layout: ScannerLayout): void;
}

/** The largest ring in device pixels: a tool larger than the screen needs no larger canvas. */
const RADIUS_MAX_PX = 1000;

/** The ring is drawn once per size and then only moved. */
export function cursorLayer(scene: Scene, name: string, depth: number, hasArms: boolean): CursorLayer {
  const picture = canvasImage(scene, name, depth);
  picture.image.setOrigin(0.5, 0.5);
  let drawn = '';
  return {
    show(cursor, layout) {
      if (cursor === null) {
        picture.image.setVisible(false);
        return;
      }
      const { screen, pixelRatio } = layout;
      const radiusPx = Math.min(cursor.radiusMm / screen.mmPerPx, RADIUS_MAX_PX);
      const key = `${radiusPx} ${pixelRatio}`;
      if (key !== drawn) {
        const side = 2 * cursorReach(radiusPx, pixelRatio);
        picture.draw(side, side, (pen) => cursorDraw(pen, radiusPx, pixelRatio, hasArms));
        drawn = key;
      }
      const { x, y } = pxFromMm(screen, cursor.point);
      picture.image.setVisible(true).setPosition(x, y);
    },
  };
}
