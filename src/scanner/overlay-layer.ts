import type { Scene } from 'phaser';
import type { MarkableFinding } from '../domain/findings/finding.ts';
import type { Mask } from '../domain/frame/frame.ts';
import type { Sector } from '../domain/geometry/sector.ts';
import { overlayInks } from './ink.ts';
import { maskPaint, PAINT_SCALE } from './mask-paint.ts';
import { rasterImage } from './raster-image.ts';
import type { OverlayLook } from './scanner.ts';

export interface OverlayLayer {
  show(mask: Mask | null, look: OverlayLook): void;
  place(screen: Sector): void;
}

function setEquals<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  return a.size === b.size && [...a].every((value) => b.has(value));
}

/** The network's findings. Painted anew only for another mask or other classes; opacity costs nothing. */
export function overlayLayer(scene: Scene, depth: number): OverlayLayer {
  const raster = rasterImage(scene, 'overlay', depth);
  let painted: { mask: Mask; findings: ReadonlySet<MarkableFinding> } | null = null;
  return {
    show(mask, look) {
      const isShown = mask !== null && look.opacity > 0 && look.findings.size > 0;
      raster.image.setVisible(isShown).setAlpha(Math.min(1, look.opacity));
      if (!isShown) return;
      if (painted?.mask === mask && setEquals(painted.findings, look.findings)) return;
      const words = raster.words(mask.width * PAINT_SCALE, mask.height * PAINT_SCALE);
      raster.upload(maskPaint(mask, overlayInks(look.findings), words));
      painted = { mask, findings: new Set(look.findings) };
    },
    place(screen) {
      if (painted !== null) raster.place(screen, painted.mask.sector, PAINT_SCALE);
    },
  };
}
