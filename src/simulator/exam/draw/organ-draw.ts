import { type Random, randomBetween, randomChance, randomWeighted } from '../../../domain/numbers/random.ts';
import type { PhantomPattern } from '../../../domain/scan/phantom-request.ts';
import type { Organ, OrganLayer } from '../exam.ts';

/** Deeper than any image. */
const ENDLESS_MM = 400;

function layerDraw(
  random: Random,
  thicknessMm: readonly [number, number],
  levelDb: readonly [number, number],
  frontDb: readonly [number, number],
  slope: number,
): OrganLayer {
  return {
    thicknessMm: randomBetween(random, ...thicknessMm),
    levelDb: randomBetween(random, ...levelDb),
    frontDb: randomBetween(random, ...frontDb),
    slope: randomBetween(random, -slope, slope),
    waveMm: randomBetween(random, 0.2, 2.5),
  };
}

/** Liver or spleen behind the diaphragm, and deep down the diaphragm's dome. */
function liverDraw(random: Random): Pick<Organ, 'layers' | 'follows' | 'lossDbMm'> {
  const layers = [
    layerDraw(random, [1.5, 6], [-10, 0], [-4, 7], 0),
    layerDraw(random, [40, 110], [-12, 0], [-2, 12], 0.3),
  ];
  if (randomChance(random, 0.6)) layers.push(layerDraw(random, [2, 8], [-16, -4], [8, 18], 0.6));
  return {
    layers: [...layers, layerDraw(random, [ENDLESS_MM, ENDLESS_MM], [-26, -10], [-20, 0], 0)],
    follows: randomBetween(random, 0.5, 1),
    lossDbMm: randomBetween(random, 0.02, 0.12),
  };
}

function heartDraw(random: Random): Pick<Organ, 'layers' | 'follows' | 'lossDbMm'> {
  return {
    layers: [
      layerDraw(random, [1, 6], [-10, 0], [-2, 10], 0),
      layerDraw(random, [6, 14], [-10, -2], [-2, 10], 0.4),
      layerDraw(random, [18, 55], [-42, -24], [-4, 4], 0.4),
      layerDraw(random, [7, 14], [-10, -2], [-2, 10], 0.4),
      layerDraw(random, [ENDLESS_MM, ENDLESS_MM], [-24, -6], [6, 16], 0.3),
    ],
    follows: randomBetween(random, 0, 0.3),
    lossDbMm: randomBetween(random, 0.02, 0.1),
  };
}

/** Muscle and bowel: planes one under another, no lung at all. */
function muscleDraw(random: Random): Pick<Organ, 'layers' | 'follows' | 'lossDbMm'> {
  const planes = 1 + Math.floor(randomBetween(random, 0, 5));
  const layers = Array.from({ length: planes }, () => layerDraw(random, [3, 18], [-10, 2], [-4, 12], 0.25));
  return {
    layers: [...layers, layerDraw(random, [ENDLESS_MM, ENDLESS_MM], [-20, -2], [-4, 12], 0.2)],
    follows: 0,
    lossDbMm: randomBetween(random, 0.04, 0.25),
  };
}

/**
 * The organ beside the lung, if there is one: fluid often shows liver or spleen too. `mayLackLung`: whether a view
 * with no lung may come up.
 */
export function organDraw(
  random: Random,
  shown: Exclude<PhantomPattern, 'any'>,
  mayLackLung: boolean,
  halfViewMm: number,
): Organ | null {
  const chance = shown === 'effusion' ? 0.4 : 0.12;
  const isThere = randomChance(random, chance);
  const lacksLung = mayLackLung && shown === 'a_lines' && randomChance(random, 0.12);
  const side = randomChance(random, 0.5) ? 1 : -1;
  const edge = randomBetween(random, -0.1, 0.85) * halfViewMm;
  const softMm = randomBetween(random, 0.8, 4);
  const kind = (['liver', 'heart', 'muscle'] as const)[randomWeighted(random, [0.65, 0.25, 0.1])]!;
  if (lacksLung) return { kind: 'muscle', side, edgeMm: -side * 1000, softMm, ...muscleDraw(random) };
  if (!isThere) return null;
  const made =
    kind === 'liver' ? liverDraw(random) : kind === 'heart' ? heartDraw(random) : muscleDraw(random);
  return { kind, side, edgeMm: side * edge, softMm, ...made };
}
