import type { Scene } from 'phaser';
import { MARKABLE_FINDINGS } from '../domain/findings/finding.ts';
import type { Sector } from '../domain/geometry/sector.ts';
import { glowPaint } from './glow-paint.ts';
import { OUTLINE_INKS, overlayInks, SPACE_INKS } from './ink.ts';
import { maskPaint, PAINT_SCALE } from './mask-paint.ts';
import { rasterImage } from './raster-image.ts';
import type { ScannerHint } from './scanner.ts';

export interface HintLayer {
  show(hint: ScannerHint | null): void;
  place(screen: Sector): void;
}

/** A pale blue-white, as a word without alpha. */
const GLOW_RGB = 0xffe9c8;

const INKS = {
  outline: OUTLINE_INKS,
  answer: overlayInks(new Set(MARKABLE_FINDINGS)),
  space: SPACE_INKS,
} as const;

/** A glow where to look, outlines of what is there, the whole answer, or a space and what fills it. */
export function hintLayer(scene: Scene, depth: number): HintLayer {
  const raster = rasterImage(scene, 'hint', depth);
  let shown: { sector: Sector; scale: number } | null = null;
  return {
    show(hint) {
      raster.image.setVisible(hint !== null);
      if (hint === null) return;
      const { mask, kind } = hint;
      const scale = kind === 'region' ? 1 : PAINT_SCALE;
      const words = raster.words(mask.width * scale, mask.height * scale);
      if (kind === 'region') {
        glowPaint(mask, GLOW_RGB, 0.42, words);
        raster.upload();
      } else raster.upload(maskPaint(mask, INKS[kind], words));
      shown = { sector: mask.sector, scale };
    },
    place(screen) {
      if (shown !== null) raster.place(screen, shown.sector, shown.scale);
    },
  };
}
