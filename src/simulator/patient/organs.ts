import { sin } from '../../domain/numbers/portable-math.ts';
import { lungEdgeMm } from '../../domain/scan/lung-edge.ts';
import { aroundWrap, smoothStep } from '../../domain/scan/skin.ts';
import type { OrganEchoes } from '../acoustics/media.ts';
import { edgeMoveMm, type PatientMotion } from './breath.ts';
import { recessMm } from './illness.ts';
import { type BodyPlace, type ImagePlane, planePlace } from './image-plane.ts';
import type { Patient } from './patient.ts';

/** All that can lie where no lung does, in the order in which a scan line can meet it. */
const LAYERS = [
  'pericardium',
  'right_wall',
  'right_blood',
  'septum',
  'left_blood',
  'left_wall',
  'behind_heart',
  'diaphragm',
  'liver',
  'spleen',
  'bowel',
  'deep',
] as const;
type LayerName = (typeof LAYERS)[number];

const LEVELS: Readonly<Record<LayerName, readonly [levelDb: number, frontDb: number]>> = {
  pericardium: [-8, 4],
  right_wall: [-12, -1],
  right_blood: [-34, -10],
  septum: [-11, 1],
  left_blood: [-35, -8],
  left_wall: [-11, 2],
  behind_heart: [-18, 11],
  diaphragm: [-14, 8],
  liver: [-10, 4],
  spleen: [-9, 3],
  bowel: [-15, 13],
  deep: [-20, 9],
};

const LAYER_INDEX = Object.fromEntries(LAYERS.map((name, index) => [name, index])) as Readonly<
  Record<LayerName, number>
>;

/** All that can lie beside the lung; where each of it begins, a slice says for every scan line. */
export const PATIENT_ORGAN: OrganEchoes = {
  layers: LAYERS.map((name) => {
    const [levelDb, frontDb] = LEVELS[name];
    return { levelDb, frontDb };
  }),
  lossDbMm: 0.06,
};

const DIAPHRAGM_MM = 2.6;

/** The dome of the diaphragm: how high it stands above where it leaves the chest wall, and how far inside, mm. */
const DOME_HIGH_MM = 62;
const DOME_PRESSED_MM = 48;
const DOME_DEEP_MM = 92;

/** How far from the lung's edge it takes for the organ to be there alone, mm. */
const EDGE_SOFT_MM = 1.6;

/** Where the heart lies against the chest wall with no lung before it, and how breath draws the lung over it, mm. */
const NOTCH = { aroundMm: 36, downMm: 138, acrossMm: 42, highMm: 40, covers: 5 } as const;

/** Signed distance into the cardiac notch, mm; below 0 there is lung. */
function notchMm(motion: PatientMotion, aroundMm: number, downMm: number): number {
  const around = aroundWrap(aroundMm);
  const draw = NOTCH.covers * motion.breath;
  const across = (around - NOTCH.aroundMm) / (NOTCH.acrossMm - draw);
  const high = (downMm - NOTCH.downMm) / (NOTCH.highMm - draw);
  return (1 - Math.sqrt(across * across + high * high)) * (NOTCH.highMm - draw);
}

/** Level of the skin map below which no lung lies against the chest wall. */
export function lungEndMm(motion: PatientMotion, aroundMm: number): number {
  return lungEdgeMm(aroundMm) + edgeMoveMm(motion);
}

/** Share of a place on the chest wall that no lung lies behind: the heart's, and the belly's. */
export function heartShareAt(motion: PatientMotion, aroundMm: number, downMm: number): number {
  return smoothStep(-EDGE_SOFT_MM, EDGE_SOFT_MM, notchMm(motion, aroundMm, downMm));
}

export function bellyShareAt(motion: PatientMotion, aroundMm: number, downMm: number): number {
  return smoothStep(-EDGE_SOFT_MM, EDGE_SOFT_MM, downMm - lungEndMm(motion, aroundMm));
}

/** How deep below the pleura the diaphragm lies at a place, mm; 0 where it lies against the chest wall. */
export function diaphragmMm(
  patient: Patient,
  motion: PatientMotion,
  aroundMm: number,
  downMm: number,
): number {
  const recess = recessMm(patient, aroundMm);
  const leaves = lungEndMm(motion, aroundMm) + recess;
  // Fluid presses it flat.
  const up = (leaves - downMm) / (recess > 0 ? DOME_PRESSED_MM : DOME_HIGH_MM);
  if (up <= 0) return 0;
  if (up >= 1) return DOME_DEEP_MM;
  return DOME_DEEP_MM * (1 - Math.sqrt(1 - up * up));
}

/** Which organ lies under the diaphragm: liver on the right and before the midline, spleen behind on the left. */
export function underDiaphragm(aroundMm: number): 'liver' | 'spleen' | 'bowel' {
  const around = aroundWrap(aroundMm);
  if (around < 45) return 'liver';
  return around < 185 ? 'bowel' : 'spleen';
}

/** How deep below the skin the spine ends all view, by the way round the chest, mm: vertebrae are a row of bumps. */
export function spineMm(aroundMm: number, downMm: number): number {
  const out = Math.abs(aroundWrap(aroundMm));
  return 126 - 42 * smoothStep(280, 430, out) + 2.5 * sin((6.283185307179586 * downMm) / 28);
}

function frontsClear(fronts: readonly Float64Array[], line: number): void {
  for (const front of fronts) front[line] = Number.POSITIVE_INFINITY;
}

/** Writes the fronts of what lies under the diaphragm on a scan line that meets it at `fromMm`. */
export function bellyFrontsFill(
  plane: ImagePlane,
  line: number,
  fromMm: number,
  fronts: readonly Float64Array[],
): void {
  frontsClear(fronts, line);
  const place: BodyPlace = { aroundMm: 0, downMm: 0, belowMm: 0 };
  planePlace(plane, line, fromMm, place);
  fronts[LAYER_INDEX.diaphragm]![line] = fromMm;
  fronts[LAYER_INDEX[underDiaphragm(place.aroundMm)]]![line] = fromMm + DIAPHRAGM_MM;
  const deep = spineMm(place.aroundMm, place.downMm) - place.belowMm;
  fronts[LAYER_INDEX.deep]![line] = fromMm + Math.max(20, deep / plane.tiltCos);
}

/** Writes the front of the spine on a scan line that reaches it through fluid. */
export function spineFrontFill(line: number, fromMm: number, fronts: readonly Float64Array[]): void {
  frontsClear(fronts, line);
  fronts[LAYER_INDEX.deep]![line] = fromMm;
}

/** An ellipsoid of the heart, in body coordinates. */
interface Chamber {
  readonly centre: readonly [aroundMm: number, downMm: number, belowMm: number];
  readonly radii: readonly [number, number, number];
}

const HEART: Chamber = { centre: [52, 140, 78], radii: [58, 60, 54] };
const RIGHT: Chamber = { centre: [40, 136, 50], radii: [34, 40, 15] };
const LEFT: Chamber = { centre: [62, 146, 92], radii: [32, 40, 24] };

/** Share by which a heartbeat narrows the chambers. */
const BEAT = 0.22;

/** Depths at which a scan line enters and leaves an ellipsoid, or null where it misses it. */
function chamberCut(
  plane: ImagePlane,
  line: number,
  { centre, radii }: Chamber,
  shrink: number,
): readonly [number, number] | null {
  const near: BodyPlace = { aroundMm: 0, downMm: 0, belowMm: 0 };
  const far: BodyPlace = { aroundMm: 0, downMm: 0, belowMm: 0 };
  const SPAN = 100;
  planePlace(plane, line, 30, near);
  planePlace(plane, line, 30 + SPAN, far);
  let a = 0;
  let b = 0;
  let c = -1;
  const add = (from: number, to: number, middle: number, radius: number): void => {
    const start = (from - middle) / (radius * shrink);
    const step = (to - from) / SPAN / (radius * shrink);
    a += step * step;
    b += 2 * start * step;
    c += start * start;
  };
  add(near.aroundMm, far.aroundMm, centre[0], radii[0]);
  add(near.downMm, far.downMm, centre[1], radii[1]);
  add(near.belowMm, far.belowMm, centre[2], radii[2]);
  const root = b * b - 4 * a * c;
  if (root <= 0) return null;
  const half = Math.sqrt(root);
  return [30 + (-b - half) / (2 * a), 30 + (-b + half) / (2 * a)];
}

/** Writes the fronts of the heart's walls and chambers on a scan line whose pleura lies at `fromMm`. */
export function heartFrontsFill(
  plane: ImagePlane,
  motion: PatientMotion,
  line: number,
  fromMm: number,
  fronts: readonly Float64Array[],
): void {
  frontsClear(fronts, line);
  const put = (name: LayerName, depthMm: number): void => {
    fronts[LAYER_INDEX[name]]![line] = depthMm;
  };
  const heart = chamberCut(plane, line, HEART, 1);
  put('pericardium', fromMm);
  if (heart === null) {
    put('behind_heart', fromMm + 6);
    return;
  }
  const wall = Math.max(fromMm + 1.5, heart[0]);
  put('right_wall', wall);
  const narrow = 1 - BEAT * motion.beat;
  const right = chamberCut(plane, line, RIGHT, narrow);
  const left = chamberCut(plane, line, LEFT, narrow);
  if (right !== null && right[1] > wall + 3) {
    put('right_blood', Math.max(wall + 3, right[0]));
    put('septum', right[1]);
  }
  if (left !== null && left[1] > wall + 6) {
    put('left_blood', Math.max(left[0], right === null ? wall + 3 : Math.max(wall + 3, right[1] + 6)));
    put('left_wall', left[1]);
  }
  put('behind_heart', Math.max(heart[1], fromMm + 12));
}

/** Length of the list of layers. */
export const ORGAN_LAYERS = LAYERS.length;
