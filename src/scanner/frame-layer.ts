import type { Scene } from 'phaser';
import type { Frame } from '../domain/frame/frame.ts';
import type { Sector } from '../domain/geometry/sector.ts';
import { sectorEquals } from '../domain/geometry/sector.ts';
import { frameInside, frameWords } from './frame-words.ts';
import { rasterImage } from './raster-image.ts';

export interface FrameLayer {
  show(frame: Frame): void;
  place(screen: Sector): void;
}

/** The ultrasound image. Its bytes are copied at once, so that a source may use them again. */
export function frameLayer(scene: Scene, depth: number): FrameLayer {
  const raster = rasterImage(scene, 'frame', depth);
  let shape: { sector: Sector; width: number; height: number; inside: Uint8Array } | null = null;
  return {
    show(frame) {
      if (
        shape === null ||
        shape.width !== frame.width ||
        shape.height !== frame.height ||
        !sectorEquals(shape.sector, frame.sector)
      ) {
        const { sector, width, height } = frame;
        shape = { sector, width, height, inside: frameInside(frame) };
      }
      frameWords(frame, shape.inside, raster.words(frame.width, frame.height));
      raster.upload();
      raster.image.setVisible(true);
    },
    place(screen) {
      if (shape !== null) raster.place(screen, shape.sector, 1);
    },
  };
}
