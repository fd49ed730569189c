import type { LayerOrgan } from '../../../domain/scan/image-layers.ts';
import { halfView } from '../draw/view.ts';
import type { Exam, Organ, OrganLayer } from '../exam.ts';

/** Deeper than any image. */
const ENDLESS_MM = 400;

function layer(thicknessMm: number, levelDb: number, frontDb: number, slope = 0): OrganLayer {
  return { thicknessMm, levelDb, frontDb, slope, waveMm: 0.8 };
}

/** Liver under the diaphragm, which the lung covers and uncovers with the breath. */
const LIVER = {
  kind: 'liver',
  softMm: 1.5,
  follows: 0.9,
  lossDbMm: 0.05,
  layers: [layer(3, -6, 4), layer(75, -7, 8, 0.1), layer(4, -8, 14, 0.3), layer(ENDLESS_MM, -20, -20)],
} as const;

/** An organ in the lung's place, on the right of the image. */
export function organLayer(organ: LayerOrgan, { probe, wall }: Exam): Organ | null {
  if (organ === 'none') return null;
  return { ...LIVER, side: 1, edgeMm: 0.45 * halfView(probe, wall.pleuralDepthMm) };
}
