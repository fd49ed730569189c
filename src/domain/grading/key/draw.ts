import { FINDING_INDEX, type MarkableFinding } from '../../findings/finding.ts';
import type { Mask } from '../../frame/frame.ts';
import { beamRasterOf } from '../../geometry/beam-raster.ts';
import type { Instance } from '../instances.ts';

/** The order of painting where findings meet: areas first, the pleural line last. */
export const PAINT_ORDER: readonly MarkableFinding[] = [
  'consolidation',
  'pleural_effusion',
  'b_line_confluence',
  'b_line',
  'a_line',
  'rib',
  'pleural_line',
];

/** Draws findings into a mask of the same raster, each class over those before it in PAINT_ORDER. */
export function findingsDraw(findings: readonly Instance[], like: Mask): Mask {
  const { width, height, sector } = like;
  const { lateral, depthMm } = beamRasterOf(sector, width, height);
  const isInside = (at: number): boolean =>
    Math.abs(lateral[at]!) <= 1 && depthMm[at]! >= 0 && depthMm[at]! <= sector.depthMm;
  const classes = new Uint8Array(width * height);
  for (const finding of PAINT_ORDER) {
    for (const { finding: own, pixels } of findings) {
      if (own !== finding) continue;
      for (const at of pixels) if (isInside(at)) classes[at] = FINDING_INDEX[finding];
    }
  }
  return { width, height, sector, classes };
}
