/** A place on the skin map that `ProbePose` describes. */
export interface SkinPlace {
  readonly aroundMm: number;
  readonly downMm: number;
}

/** Size of the skin map, the same for all patients: they differ in fat, muscle, ribs and what ails them. */
export const TORSO = {
  /** Round the chest: `aroundMm` runs from -girth/2 to girth/2, and the spine lies at either end. */
  girthMm: 920,
  /** From the level of the clavicles to where the skin map ends, at the flanks. */
  trunkMm: 400,
  /** Half axes of the chest's section, to the side and to the front: an ellipse with this girth. */
  halfWidthMm: 168.5,
  halfDepthMm: 122,
} as const;

/** Lines that clinicians go by, as distances from the sternum's midline. */
export const SKIN_LINES_MM = {
  sternalBorder: 18,
  midclavicular: 90,
  anteriorAxillary: 165,
  midaxillary: 230,
  posteriorAxillary: 295,
  scapular: 370,
  paravertebral: 425,
} as const;

const HALF_GIRTH = TORSO.girthMm / 2;

/** Brings a place round the chest into -girth/2 to girth/2. */
export function aroundWrap(aroundMm: number): number {
  const turns = Math.floor((aroundMm + HALF_GIRTH) / TORSO.girthMm);
  return aroundMm - turns * TORSO.girthMm;
}

/** Smooth step from 0 to 1 between two places. */
export function smoothStep(from: number, to: number, x: number): number {
  const t = x <= from ? 0 : x >= to ? 1 : (x - from) / (to - from);
  return t * t * (3 - 2 * t);
}

/** Joins points by straight lines; beyond the first and last it stays level. `points` rise in their first number. */
export function tableAt(points: readonly (readonly [x: number, y: number])[], x: number): number {
  const first = points[0]!;
  if (x <= first[0]) return first[1];
  for (let i = 1; i < points.length; i++) {
    const [right, rightY] = points[i]!;
    if (x > right) continue;
    const [left, leftY] = points[i - 1]!;
    return leftY + ((rightY - leftY) * (x - left)) / (right - left);
  }
  return points[points.length - 1]![1];
}

/**
 * Curvature of the skin round the chest, 1/mm: of an ellipse, at the place that lies at the same share of the quarter
 * girth from its flat front.
 */
export function skinCurvature(aroundMm: number): number {
  const { halfWidthMm: a, halfDepthMm: b } = TORSO;
  const quarter = HALF_GIRTH / 2;
  // 0 in front and behind, 1 at the side.
  const toSide = 1 - Math.abs(Math.abs(aroundWrap(aroundMm)) - quarter) / quarter;
  const front = b / (a * a);
  const side = a / (b * b);
  return front + (side - front) * smoothStep(0.1, 1, toSide);
}
