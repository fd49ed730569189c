import type { GameObjects, Scene } from 'phaser';
import type { Pen } from './canvas-path.ts';
import { canvasTexture } from './canvas-texture.ts';

/** A picture drawn with a 2D pen, one canvas pixel per screen pixel. */
export interface CanvasImage {
  readonly image: GameObjects.Image;
  /** Makes the canvas this large, lets `draw` fill it, and shows it. */
  draw(width: number, height: number, draw: (pen: Pen) => void): void;
}

/** An invisible, empty canvas picture named `name`, drawn at `depth`. */
export function canvasImage(scene: Scene, name: string, depth: number): CanvasImage {
  const texture = canvasTexture(scene.game.textures, name, 1, 1);
  const image = scene.add.image(0, 0, name).setOrigin(0, 0).setDepth(depth).setVisible(false);
  return {
    image,
    draw(width, height, draw) {
      texture.setSize(width, height);
      image.setFrame('__BASE');
      draw(texture.context);
      texture.refresh();
      image.setVisible(true);
    },
  };
}
