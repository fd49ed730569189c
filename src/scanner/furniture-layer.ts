import type { Scene } from 'phaser';
import { type CanvasImage, canvasImage } from './canvas-image.ts';
import { furniturePieces } from './furniture.ts';
import type { ScannerLayout } from './layout.ts';

export interface FurnitureLayer {
  place(layout: ScannerLayout): void;
}

/** The scale, grey bar and orientation marker round the image; drawn when the layout changes and not per frame. */
export function furnitureLayer(scene: Scene, depth: number): FurnitureLayer {
  const pictures: CanvasImage[] = [];
  return {
    place(layout) {
      furniturePieces(layout).forEach((piece, at) => {
        const { left, top, width, height } = piece.box;
        pictures[at] ??= canvasImage(scene, `furniture ${at}`, depth);
        pictures[at].draw(Math.max(1, width), Math.max(1, height), (pen) => {
          pen.clearRect(0, 0, width, height);
          piece.draw(pen);
        });
        pictures[at].image.setPosition(left, top);
      });
    },
  };
}
