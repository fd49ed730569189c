import { useMemo, useRef } from 'preact/hooks';
import type { ProbePose } from '../../domain/scan/probe-pose.ts';
import type { SkinPlace } from '../../domain/scan/skin.ts';
import type { Zone } from '../../domain/scan/zones.ts';
import type { ProbeEvent, TorsoSide } from './machine/probe-context.ts';
import { FIGURE_BOX, TorsoFigure } from './torso-figure.tsx';
import {
  areaPath,
  type DrawnPoint,
  linePath,
  markerWay,
  placeBeside,
  placeDraw,
  placeUnder,
  rotationTowards,
} from './torso-shape.ts';
import { TorsoZone, ZONE_FILLS_NONE, ZoneFillDefs, type ZoneFills } from './torso-zone.tsx';

/** Thickness of a probe's face, mm. */
const PROBE_THICK_MM = 18;
/** How far from the probe's middle the handle lies that turns it, mm. */
const HANDLE_MM = 66;

/** The thing that the pointer holds. */
type Grip =
  /** `off`: from the pointer to the probe's middle on the drawing. */
  { readonly kind: 'probe'; readonly off: DrawnPoint } | { readonly kind: 'handle' };

export interface TorsoProps {
  readonly side: TorsoSide;
  readonly pose: ProbePose;
  /** Where the probe stood for a still image that is not the newest; null otherwise. */
  readonly ghost: ProbePose | null;
  readonly zones: readonly Zone[];
  readonly zone: Zone | null;
  /** Names of zones that are pointed at. */
  readonly lit?: readonly string[];
  /** What zones were found to show. */
  readonly fills?: ZoneFills;
  readonly ribs: readonly (readonly SkinPlace[])[];
  /** Length of the probe's face, mm. */
  readonly faceMm: number;
  readonly send: (event: ProbeEvent) => void;
}

/** The patient's torso with the zones and the probe on it, which is put, slid and turned by the pointer. */
export function Torso({
  side,
  pose,
  ghost,
  zones,
  zone,
  lit = [],
  fills = ZONE_FILLS_NONE,
  ribs,
  faceMm,
  send,
}: TorsoProps) {
  const grip = useRef<Grip | null>(null);
  const still = useMemo(
    () => (
      <>
        <TorsoFigure side={side} />
        {ribs.map((rib, i) => (
          <path key={i} class="torso-rib" d={linePath(side, rib)} />
        ))}
      </>
    ),
    [side, ribs],
  );
  const middle = placeDraw(side, pose);

  const onDown = (event: PointerEvent): void => {
    const at = pointOf(event);
    if (at === null || event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    const part = (event.target as Element).closest('[data-grip]')?.getAttribute('data-grip');
    if (part === 'handle') {
      grip.current = { kind: 'handle' };
      return;
    }
    const off = part === 'probe' ? { x: middle.x - at.x, y: middle.y - at.y } : { x: 0, y: 0 };
    grip.current = { kind: 'probe', off };
    if (part !== 'probe') send({ type: 'pose.set', pose: placeUnder(side, at) });
  };
  const onMove = (event: PointerEvent): void => {
    const held = grip.current;
    const at = held === null ? null : pointOf(event);
    if (held === null || at === null) return;
    if (held.kind === 'handle') {
      send({ type: 'pose.set', pose: { rotationRad: rotationTowards(pose, placeUnder(side, at)) } });
    } else {
      const to = { x: at.x + held.off.x, y: at.y + held.off.y };
      send({ type: 'pose.set', pose: placeUnder(side, to) });
    }
  };
  const onEnd = (): void => {
    grip.current = null;
  };
  const onWheel = (event: WheelEvent): void => {
    event.preventDefault();
    const notch = Math.sign(event.deltaY);
    if (event.shiftKey) send({ type: 'pose.move', by: { tiltRad: notch * (Math.PI / 90) } });
    else if (event.altKey) send({ type: 'pose.move', by: { pressure: -notch * 0.05 } });
    else send({ type: 'pose.move', by: { rotationRad: notch * (Math.PI / 36) } });
  };

  return (
    <svg
      class="torso"
      viewBox={`${FIGURE_BOX.left} ${FIGURE_BOX.top} ${FIGURE_BOX.width} ${FIGURE_BOX.height}`}
      aria-hidden="true"
      focusable="false"
      data-testid="torso"
      onPointerDown={onDown}
      onPointerMove={onMove}
      onPointerUp={onEnd}
      onPointerCancel={onEnd}
      onWheel={onWheel}
    >
      {fills.size > 0 && <ZoneFillDefs />}
      {still}
      {zones.map((one) => (
        <TorsoZone
          key={one.id}
          zone={one}
          side={side}
          isUnder={one.id === zone?.id}
          litPlace={lit.indexOf(one.id)}
          fill={fills.get(one.id) ?? null}
        />
      ))}
      {ghost !== null && <path class="torso-ghost" d={areaPath(side, faceCorners(ghost, faceMm))} />}
      <Probe side={side} pose={pose} faceMm={faceMm} />
    </svg>
  );
}

function Probe({
  side,
  pose,
  faceMm,
}: {
  readonly side: TorsoSide;
  readonly pose: ProbePose;
  readonly faceMm: number;
}) {
  const { x, y } = placeDraw(side, pose);
  const way = markerWay(pose.rotationRad);
  const along = (mm: number): DrawnPoint =>
    placeDraw(side, placeBeside(pose, { aroundMm: way.aroundMm * mm, downMm: way.downMm * mm }));
  const marker = along(faceMm / 2 - 7);
  const handle = along(HANDLE_MM);
  const neck = along(faceMm / 2);
  return (
    <g class="torso-probe">
      <path class="torso-reach" d={`M${neck.x} ${neck.y}L${handle.x} ${handle.y}`} />
      <g data-grip="probe">
        <circle class="torso-grip" cx={x} cy={y} r={40} />
        <path
          class="torso-face"
          d={areaPath(side, faceCorners(pose, faceMm))}
          style={{ strokeWidth: `${3 + 4 * pose.pressure}px` }}
        />
        <circle class="torso-marker" cx={marker.x} cy={marker.y} r={4.5} />
      </g>
      <g data-grip="handle">
        <circle class="torso-grip" cx={handle.x} cy={handle.y} r={20} />
        <circle class="torso-handle" cx={handle.x} cy={handle.y} r={8} />
      </g>
    </g>
  );
}

/** Corners of the probe's face on the skin. */
function faceCorners(pose: ProbePose, faceMm: number): readonly SkinPlace[] {
  const way = markerWay(pose.rotationRad);
  const across = { aroundMm: -way.downMm, downMm: way.aroundMm };
  return (
    [
      [1, 1],
      [1, -1],
      [-1, -1],
      [-1, 1],
    ] as const
  ).map(([out, aside]) =>
    placeBeside(pose, {
      aroundMm: (out * way.aroundMm * faceMm + aside * across.aroundMm * PROBE_THICK_MM) / 2,
      downMm: (out * way.downMm * faceMm + aside * across.downMm * PROBE_THICK_MM) / 2,
    }),
  );
}

/** Where on the drawing a pointer is, mm. */
function pointOf(event: PointerEvent): DrawnPoint | null {
  const svg = event.currentTarget;
  if (!(svg instanceof SVGSVGElement)) return null;
  const matrix = svg.getScreenCTM()?.inverse();
  if (matrix === undefined) return null;
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
  return { x, y };
}
