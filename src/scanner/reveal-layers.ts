import type { Scene } from 'phaser';
import type { Mask } from '../domain/frame/frame.ts';
import type { Sector } from '../domain/geometry/sector.ts';
import { EXTRA_INKS, HIT_INKS, type Inks, MISS_INKS, NEUTRAL_INKS, UNSURE_INKS } from './ink.ts';
import { maskPaint, PAINT_SCALE } from './mask-paint.ts';
import { type RasterImage, rasterImage } from './raster-image.ts';
import type { RevealState } from './reveal.ts';
import type { RevealMasks } from './scanner.ts';

/** The pictures of a reveal. */
export interface RevealLayers {
  load(masks: RevealMasks): void;
  show(state: RevealState): void;
  hide(): void;
  place(screen: Sector): void;
}

interface Layer {
  readonly raster: RasterImage;
  readonly inks: Inks;
  mask: Mask | null;
}

function layerLoad(layer: Layer, mask: Mask): void {
  layer.mask = mask;
  const words = layer.raster.words(mask.width * PAINT_SCALE, mask.height * PAINT_SCALE);
  layer.raster.upload(maskPaint(mask, layer.inks, words));
}

export function revealLayers(scene: Scene, depth: number): RevealLayers {
  const layer = (name: string, inks: Inks): Layer => ({
    raster: rasterImage(scene, name, depth),
    inks,
    mask: null,
  });
  const hit = layer('reveal hit', HIT_INKS);
  const miss = layer('reveal miss', MISS_INKS);
  const extra = layer('reveal extra', EXTRA_INKS);
  const neutral = layer('reveal neutral', NEUTRAL_INKS);
  const unsure = layer('reveal unsure', UNSURE_INKS);
  const layers = [unsure, neutral, hit, miss, extra];
  return {
    load(masks) {
      layerLoad(hit, masks.hit);
      layerLoad(miss, masks.miss);
      layerLoad(extra, masks.extra);
      layerLoad(neutral, masks.neutral);
      layerLoad(unsure, masks.unsure);
    },
    show(state) {
      const { width, height } = hit.raster.image;
      hit.raster.image.setVisible(true).setCrop(0, 0, width * state.sweep, height);
      for (const quiet of [unsure, neutral]) quiet.raster.image.setVisible(true);
      miss.raster.image.setVisible(true).setAlpha(state.missOpacity);
      extra.raster.image
        .setVisible(true)
        .setAlpha(state.extraOpacity)
        .setCrop(0, 0, extra.raster.image.width, extra.raster.image.height * state.extraSweep);
    },
    hide() {
      for (const { raster } of layers) raster.image.setVisible(false);
    },
    place(screen) {
      for (const { raster, mask } of layers) {
        if (mask !== null) raster.place(screen, mask.sector, PAINT_SCALE);
      }
    },
  };
}
