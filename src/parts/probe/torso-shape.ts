import { aroundWrap, type SkinPlace, TORSO } from '../../domain/scan/skin.ts';
import { TORSO_SIDES, type TorsoSide } from './machine/probe-context.ts';

/** A point of the drawing, mm: x to the right of the torso's axis, y down from the clavicles. */
export interface DrawnPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * The torso is drawn as an elliptic cylinder seen from one side, wider and narrower on its way down. `turnRad` is
 * where on the section the viewer stands: 0 in front, a quarter turn at the patient's left.
 */
const turnOf = (side: TorsoSide): number => (TORSO_SIDES.indexOf(side) * Math.PI) / 2;

const { halfWidthMm, halfDepthMm, girthMm } = TORSO;
const QUARTER_STEPS = 256;

/** Length along the section from the sternum to its parameter `i / QUARTER_STEPS` of a quarter turn, mm. */
const ARC_MM: readonly number[] = (() => {
  const lengths = [0];
  const at = (i: number) => (i / QUARTER_STEPS) * (Math.PI / 2);
  for (let i = 1; i <= QUARTER_STEPS; i++) {
    const dx = halfWidthMm * (Math.sin(at(i)) - Math.sin(at(i - 1)));
    const dz = halfDepthMm * (Math.cos(at(i)) - Math.cos(at(i - 1)));
    lengths.push(lengths[i - 1]! + Math.hypot(dx, dz));
  }
  const scale = girthMm / 4 / lengths[QUARTER_STEPS]!;
  return lengths.map((length) => length * scale);
})();

/** The section's parameter, a place `aroundMm` from the sternum: 0 in front, positive to the patient's left. */
export function sectionAngle(aroundMm: number): number {
  const around = aroundWrap(aroundMm);
  const out = Math.abs(around);
  const isBehind = out > girthMm / 4;
  const along = isBehind ? girthMm / 2 - out : out;
  let i = 1;
  while (i < QUARTER_STEPS && ARC_MM[i]! < along) i++;
  const share = (along - ARC_MM[i - 1]!) / (ARC_MM[i]! - ARC_MM[i - 1]!);
  const angle = ((i - 1 + share) / QUARTER_STEPS) * (Math.PI / 2);
  return Math.sign(around) * (isBehind ? Math.PI - angle : angle);
}

/** The other way round; any angle. */
export function aroundAt(angleRad: number): number {
  const turns = Math.floor((angleRad + Math.PI) / (2 * Math.PI));
  const angle = angleRad - turns * 2 * Math.PI;
  const out = Math.abs(angle);
  const isBehind = out > Math.PI / 2;
  const step = ((isBehind ? Math.PI - out : out) / (Math.PI / 2)) * QUARTER_STEPS;
  const i = Math.min(QUARTER_STEPS - 1, Math.floor(step));
  const along = ARC_MM[i]! + (ARC_MM[i + 1]! - ARC_MM[i]!) * (step - i);
  return Math.sign(angle) * (isBehind ? girthMm / 2 - along : along);
}

/** How wide the trunk is at a level, as a share of the section that the skin map is measured on. */
const WIDTHS: readonly (readonly [downMm: number, share: number])[] = [
  [-20, 0.9],
  [0, 0.92],
  [60, 0.97],
  [130, 1],
  [220, 0.97],
  [300, 0.9],
  [350, 0.88],
  [400, 0.91],
  [440, 0.95],
];

/** Smooth through the table, so that the outline has no corners. */
function trunkShare(downMm: number): number {
  const last = WIDTHS.length - 1;
  if (downMm <= WIDTHS[0]![0]) return WIDTHS[0]![1];
  if (downMm >= WIDTHS[last]![0]) return WIDTHS[last]![1];
  const i = WIDTHS.findIndex(([down]) => down > downMm) - 1;
  const [from, low] = WIDTHS[i]!;
  const [to, high] = WIDTHS[i + 1]!;
  const t = (downMm - from) / (to - from);
  return low + (high - low) * t * t * (3 - 2 * t);
}

/** Where a place on the skin is drawn, and how much it faces the viewer: 1 straight, 0 at the edge, below it hidden. */
export function placeDraw(side: TorsoSide, { aroundMm, downMm }: SkinPlace): DrawnPoint & { facing: number } {
  const turn = turnOf(side);
  const angle = sectionAngle(aroundMm);
  const across = halfWidthMm * Math.sin(angle);
  const ahead = halfDepthMm * Math.cos(angle);
  const share = trunkShare(downMm);
  const reach = edgeMm(side, downMm);
  const x = share * (across * Math.cos(turn) - ahead * Math.sin(turn));
  const towards = across * Math.sin(turn) + ahead * Math.cos(turn);
  return { x, y: downMm, facing: Math.sign(towards) * Math.sqrt(Math.max(0, 1 - (x / reach) ** 2)) };
}

/** Nearer to the edge than this share nothing can be put by hand: the skin runs away from the viewer there. */
const HAND_REACH = 0.985;

/** The place on the skin under a point of the drawing; beside the torso, the nearest at its edge. */
export function placeUnder(side: TorsoSide, { x, y }: DrawnPoint): SkinPlace {
  const turn = turnOf(side);
  const share = Math.min(HAND_REACH, Math.max(-HAND_REACH, x / edgeMm(side, y)));
  // x = a cos(turn) sin(t) - b sin(turn) cos(t) = R sin(t - d), with R cos d = a cos(turn), R sin d = b sin(turn).
  const shift = Math.atan2(halfDepthMm * Math.sin(turn), halfWidthMm * Math.cos(turn));
  return { aroundMm: aroundAt(Math.asin(share) + shift), downMm: y };
}

/** Half the width of the drawn trunk at a level, mm. */
export function edgeMm(side: TorsoSide, downMm: number): number {
  const turn = turnOf(side);
  return trunkShare(downMm) * Math.hypot(halfWidthMm * Math.cos(turn), halfDepthMm * Math.sin(turn));
}

/** A skin-map polyline as the data of an SVG path, without what lies on the far side. */
export function linePath(side: TorsoSide, places: readonly SkinPlace[]): string {
  let path = '';
  let isOn = false;
  for (const place of places) {
    const { x, y, facing } = placeDraw(side, place);
    if (facing > 0) path += `${isOn ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
    isOn = facing > 0;
  }
  return path;
}

/** Long edges of a polygon are bent with the skin: a point at least this often, mm. */
const STEP_MM = 12;

/** A closed skin-map polygon as the data of an SVG path, its far part folded onto the edge; empty if all of it is far. */
export function areaPath(side: TorsoSide, corners: readonly SkinPlace[]): string {
  const points = corners.flatMap((from, i) => {
    const to = corners[(i + 1) % corners.length]!;
    const steps = Math.max(
      1,
      Math.ceil(Math.hypot(to.aroundMm - from.aroundMm, to.downMm - from.downMm) / STEP_MM),
    );
    return Array.from({ length: steps }, (_, k) =>
      placeDraw(side, {
        aroundMm: from.aroundMm + ((to.aroundMm - from.aroundMm) * k) / steps,
        downMm: from.downMm + ((to.downMm - from.downMm) * k) / steps,
      }),
    );
  });
  if (points.every(({ facing }) => facing <= 0)) return '';
  const folded = points.map(({ x, y, facing }) => {
    const at = facing > 0 ? x : Math.sign(x) * edgeMm(side, y);
    return `${at.toFixed(1)} ${y.toFixed(1)}`;
  });
  return `M${folded.join('L')}Z`;
}

/** A place that lies this far from another along the skin. */
export function placeBeside(
  { aroundMm, downMm }: SkinPlace,
  { aroundMm: dAround, downMm: dDown }: SkinPlace,
): SkinPlace {
  return { aroundMm: aroundMm + dAround, downMm: downMm + dDown };
}

/** Unit step along the skin map in the direction of the probe's marker. */
export function markerWay(rotationRad: number): SkinPlace {
  return { aroundMm: -Math.sin(rotationRad), downMm: -Math.cos(rotationRad) };
}

/** How the probe is turned where its marker points from one place to another. */
export function rotationTowards(from: SkinPlace, to: SkinPlace): number {
  return Math.atan2(-aroundWrap(to.aroundMm - from.aroundMm), -(to.downMm - from.downMm));
}
