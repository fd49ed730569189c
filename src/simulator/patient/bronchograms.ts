import { type Random, randomBell, randomBetween } from '../../domain/numbers/random.ts';
import type { SkinPlace } from '../../domain/scan/skin.ts';
import type { PatientMotion } from './breath.ts';
import type { Bronchogram } from './patient.ts';

/** Air in the bronchi of airless lung: trees that branch from the depth towards the pleura, and single bubbles. */
const TREES = 34;
const BUBBLES = 40;

/** Where the trees of a consolidation grow. */
interface Bed {
  readonly aroundMm: number;
  readonly thicknessMm: number;
}

/** A branch from a place in the plane (down the skin map, and below the pleura) outwards: `rise` mm up each mm aside. */
function branchDraw(
  random: Random,
  { aroundMm, thicknessMm }: Bed,
  from: { readonly downMm: number; readonly belowMm: number },
  way: { readonly side: -1 | 1; readonly rise: number; readonly lengthMm: number },
): { readonly branch: Bronchogram; readonly end: { readonly downMm: number; readonly belowMm: number } } {
  const { side, rise, lengthMm } = way;
  const end = {
    downMm: from.downMm + side * lengthMm,
    belowMm: Math.max(0.08 * thicknessMm, from.belowMm - rise * lengthMm),
  };
  const upper = side > 0 ? from : end;
  const branch: Bronchogram = {
    aroundMm,
    downMm: (from.downMm + end.downMm) / 2,
    belowMm: upper.belowMm,
    lengthMm,
    slope: (-side * (from.belowMm - end.belowMm)) / lengthMm,
    levelDb: randomBetween(random, 4, 12),
  };
  return { branch, end };
}

function treeDraw(random: Random, bed: Bed, downMm: number): Bronchogram[] {
  const side = random.next() < 0.5 ? -1 : 1;
  const root = { downMm, belowMm: randomBetween(random, 0.55, 0.85) * bed.thicknessMm };
  const stem = branchDraw(random, bed, root, {
    side,
    rise: randomBetween(random, 0.4, 1),
    lengthMm: randomBetween(random, 4, 9),
  });
  const steep = branchDraw(random, bed, stem.end, {
    side,
    rise: randomBetween(random, 0.9, 1.6),
    lengthMm: randomBetween(random, 2, 5),
  });
  const flat = branchDraw(random, bed, stem.end, {
    side,
    rise: randomBetween(random, 0, 0.35),
    lengthMm: randomBetween(random, 3, 7),
  });
  return [stem.branch, steep.branch, flat.branch];
}

export function bronchogramsDraw(
  random: Random,
  centre: SkinPlace,
  radiusMm: number,
  thicknessMm: number,
): Bronchogram[] {
  const aside = (): number => 0.85 * radiusMm * randomBetween(random, -1, 1);
  const air: Bronchogram[] = [];
  for (let tree = 0; tree < TREES; tree++) {
    const bed = { aroundMm: centre.aroundMm + aside(), thicknessMm };
    air.push(...treeDraw(random, bed, centre.downMm + aside()));
  }
  for (let bubble = 0; bubble < BUBBLES; bubble++) {
    air.push({
      aroundMm: centre.aroundMm + aside(),
      downMm: centre.downMm + aside(),
      belowMm: randomBetween(random, 0.12, 0.9) * thicknessMm,
      lengthMm: randomBetween(random, 1.2, 2.6),
      slope: 0.3 * randomBell(random),
      levelDb: randomBetween(random, 0, 8),
    });
  }
  return air;
}

/**
 * How far air moves along its bronchus towards the pleura from rest to the end of a quiet breath in, mm: more than 1 mm
 * is what tells a dynamic air bronchogram (Lichtenstein et al. 2009, Chest 135:1421).
 */
const MOVES_MM = 1.8;

/** How far along the skin map, mm, the air in a bronchus has been drawn at a moment; none where it does not move. */
export function bronchogramMoveMm({ slope }: Bronchogram, isDynamic: boolean, motion: PatientMotion): number {
  if (!isDynamic) return 0;
  return (slope > 0 ? -1 : 1) * MOVES_MM * motion.breath;
}
