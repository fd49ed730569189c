import { TORSO } from '../../domain/scan/skin.ts';
import type { TorsoSide } from './machine/probe-context.ts';
import { edgeMm, linePath } from './torso-shape.ts';

/** The visible part of the drawing, mm: the torso's axis is at 0, the clavicles at 0. */
export const FIGURE_BOX = { left: -206, top: -92, width: 412, height: 520 } as const;

const BOTTOM_MM = 440;
const TRUNK_TOP_MM = 28;
const ARMPIT_MM = 66;
const STEP_MM = 12;

function levels(from: number, to: number): number[] {
  const count = Math.ceil((to - from) / STEP_MM);
  return Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count);
}

function at(x: number, y: number): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

/** The trunk's two edges, open above and below. */
function trunkEdges(side: TorsoSide): { readonly right: string; readonly left: string } {
  const downs = levels(TRUNK_TOP_MM, BOTTOM_MM);
  return {
    right: downs.map((y) => at(edgeMm(side, y), y)).join('L'),
    left: downs
      .toReversed()
      .map((y) => at(-edgeMm(side, y), y))
      .join('L'),
  };
}

/** Neck, shoulders and trunk as one outline. */
function silhouette(side: TorsoSide): string {
  const { right, left } = trunkEdges(side);
  const edge = edgeMm(side, TRUNK_TOP_MM);
  if (side === 'front' || side === 'back') {
    const armpit = edgeMm(side, ARMPIT_MM);
    const shoulder = `C50 -44 88 -32 138 -26C178 -22 198 0 201 36C203 58 196 76 182 84Q172 88 ${at(armpit, ARMPIT_MM)}`;
    const back = `Q-172 88 -182 84C-196 76 -203 58 -201 36C-198 0 -178 -22 -138 -26C-88 -32 -50 -44 -48 -92`;
    const from = levels(ARMPIT_MM, BOTTOM_MM);
    const rightEdge = from.map((y) => at(edgeMm(side, y), y)).join('L');
    const leftEdge = from
      .toReversed()
      .map((y) => at(-edgeMm(side, y), y))
      .join('L');
    return `M48 -92${shoulder}L${rightEdge}L${leftEdge}${back}Z`;
  }
  // From the side the neck leans to the front.
  const front = side === 'left' ? -1 : 1;
  const neck = (x: number, y: number) => at(front * x, y);
  const [toFront, toBack] = front > 0 ? [right, left] : [left, right];
  const begin = front > 0 ? 1 : -1;
  const frontEdge = front > 0 ? toFront : toFront.split('L').toReversed().join('L');
  const backEdge = front > 0 ? toBack : toBack.split('L').toReversed().join('L');
  return `M${neck(58, -92)}C${neck(54, -50)} ${neck(70, -24)} ${at(begin * edge, TRUNK_TOP_MM)}L${frontEdge}L${backEdge}C${neck(-edge + 4, -18)} ${neck(-56, -34)} ${neck(-44, -92)}Z`;
}

/** Landmarks that a hand finds on the skin, each a path; drawn faintly under everything else. */
function landmarks(side: TorsoSide): readonly string[] {
  const clavicle = (sign: number) =>
    linePath(side, [
      { aroundMm: sign * 14, downMm: 8 },
      { aroundMm: sign * 60, downMm: 0 },
      { aroundMm: sign * 110, downMm: -4 },
      { aroundMm: sign * 150, downMm: -10 },
    ]);
  const sternum = linePath(side, [
    { aroundMm: 0, downMm: 6 },
    { aroundMm: 0, downMm: 178 },
  ]);
  const spine = linePath(side, [
    { aroundMm: TORSO.girthMm / 2, downMm: -10 },
    { aroundMm: TORSO.girthMm / 2, downMm: 420 },
  ]);
  const scapula = (sign: number) =>
    linePath(side, [
      { aroundMm: sign * 330, downMm: 20 },
      { aroundMm: sign * 345, downMm: 70 },
      { aroundMm: sign * 372, downMm: 150 },
      { aroundMm: sign * 408, downMm: 60 },
      { aroundMm: sign * 400, downMm: 22 },
      { aroundMm: sign * 330, downMm: 20 },
    ]);
  const navel = linePath(side, [
    { aroundMm: -4, downMm: 352 },
    { aroundMm: 0, downMm: 356 },
    { aroundMm: 4, downMm: 352 },
  ]);
  const costal = (sign: number) =>
    linePath(side, [
      { aroundMm: sign * 16, downMm: 186 },
      { aroundMm: sign * 60, downMm: 236 },
      { aroundMm: sign * 110, downMm: 278 },
      { aroundMm: sign * 170, downMm: 305 },
    ]);
  return [1, -1]
    .flatMap((sign) => [clavicle(sign), scapula(sign), costal(sign)])
    .concat(sternum, spine, navel);
}

/** The torso from one side: outline, what is under the skin at every patient, and the arm's stump in a side view. */
export function TorsoFigure({ side }: { readonly side: TorsoSide }) {
  const isSide = side === 'left' || side === 'right';
  return (
    <g class="torso-figure">
      <path class="torso-skin" d={silhouette(side)} />
      {landmarks(side).map((path, i) => path !== '' && <path key={i} class="torso-mark" d={path} />)}
      {isSide && <ellipse class="torso-arm" cx={side === 'left' ? 6 : -6} cy={10} rx={44} ry={40} />}
    </g>
  );
}
