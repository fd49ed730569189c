import type { LayerFilling } from '../../../domain/scan/image-layers.ts';
import type { Streak } from '../../acoustics/scene.ts';
import type { LungLayer } from '../exam.ts';

/** Unless another is asked for. */
const THICKNESS_MM = 28;

/** What lies between the chest wall and the aerated lung, around the middle of the window between two ribs. */
export function fillingLayer(
  filling: LayerFilling,
  { middleMm, widthMm }: { readonly middleMm: number; readonly widthMm: number },
  thicknessMm: number = THICKNESS_MM,
): LungLayer | null {
  if (filling === 'none') return null;
  if (filling === 'effusion') {
    return {
      kind: 'pleural_effusion',
      xMm: middleMm,
      halfWidthMm: 2.4 * widthMm,
      thicknessMm,
      raggedMm: 0.4,
      levelDb: -40,
      swing: 0.12,
    };
  }
  return {
    kind: 'consolidation',
    xMm: middleMm,
    halfWidthMm: 6 + 0.9 * widthMm,
    thicknessMm,
    raggedMm: 4.5,
    levelDb: -1,
    swing: 0,
  };
}

/** Air in the bronchi of airless lung, in shares of its half width and its thickness. */
const BRONCHOGRAMS = [
  { along: -0.45, below: 0.3, lengthMm: 6, slope: 0.25 },
  { along: -0.1, below: 0.55, lengthMm: 9, slope: -0.3 },
  { along: 0.25, below: 0.35, lengthMm: 5, slope: 0.35 },
  { along: 0.05, below: 0.25, lengthMm: 4, slope: -0.2 },
] as const;

export function fillingStreaks(layer: LungLayer | null): readonly Streak[] {
  if (layer?.kind !== 'consolidation') return [];
  return BRONCHOGRAMS.map(({ along, below, lengthMm, slope }) => ({
    xMm: layer.xMm + along * layer.halfWidthMm - lengthMm / 2,
    belowMm: below * layer.thicknessMm,
    lengthMm,
    slope,
    levelDb: 6,
    isInLayer: true,
  }));
}
