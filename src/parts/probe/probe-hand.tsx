import { useRef } from 'preact/hooks';
import { POSE_LIMITS } from '../../domain/scan/pose-limits.ts';
import type { ProbePose } from '../../domain/scan/probe-pose.ts';

/** The drawing's own units: the skin lies at 0, the probe's tail this far above it. */
const TAIL = 62;
const BOX = { left: -55, top: -84, width: 110, height: 112 } as const;
/** How far a drag of one unit downwards presses. */
const PRESS_PER_UNIT = 1 / 60;
/** How deep full pressure dents the skin. */
const DENT = 11;

/** The probe seen along the image plane, on the skin: dragging its tail tilts it, pushing it down presses. */
export function ProbeHand({
  pose,
  onHold,
}: {
  readonly pose: ProbePose;
  readonly onHold: (change: Partial<ProbePose>) => void;
}) {
  const from = useRef<{ readonly y: number; readonly pressure: number } | null>(null);
  const dent = DENT * pose.pressure;
  const onDown = (event: PointerEvent): void => {
    const at = pointOf(event);
    if (at === null || event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    from.current = { y: at.y, pressure: pose.pressure };
  };
  const onMove = (event: PointerEvent): void => {
    const begun = from.current;
    const at = begun === null ? null : pointOf(event);
    if (begun === null || at === null) return;
    const { least, most } = POSE_LIMITS.tiltRad;
    const tiltRad = Math.min(most, Math.max(least, Math.asin(Math.min(1, Math.max(-1, at.x / TAIL)))));
    onHold({ tiltRad, pressure: begun.pressure + (at.y - begun.y) * PRESS_PER_UNIT });
  };
  const onEnd = (): void => {
    from.current = null;
  };
  return (
    <svg
      class="probe-hand"
      viewBox={`${BOX.left} ${BOX.top} ${BOX.width} ${BOX.height}`}
      aria-hidden="true"
      focusable="false"
      data-testid="probe-hand"
      onPointerDown={onDown}
      onPointerMove={onMove}
      onPointerUp={onEnd}
      onPointerCancel={onEnd}
    >
      <path
        class="hand-skin"
        d={`M-55 0C-34 0 -26 0 -17 ${dent * 0.7}Q0 ${dent * 1.3} 17 ${dent * 0.7}C26 0 34 0 55 0V28H-55Z`}
      />
      <path
        class="hand-plane"
        d={`M0 ${dent}L${-26 * Math.sin(pose.tiltRad)} ${dent + 26 * Math.cos(pose.tiltRad)}`}
      />
      <g transform={`translate(0 ${dent}) rotate(${(pose.tiltRad * 180) / Math.PI})`}>
        <path
          class="hand-probe"
          d="M-9 0Q0 2.5 9 0L10 -16Q10 -22 7 -28L6 -58Q0 -63 -6 -58L-7 -28Q-10 -22 -10 -16Z"
        />
        <path class="hand-cable" d="M0 -61V-76" />
        <circle class="torso-handle" cy={-52} r={5} />
      </g>
    </svg>
  );
}

function pointOf(event: PointerEvent): DOMPoint | null {
  const svg = event.currentTarget;
  if (!(svg instanceof SVGSVGElement)) return null;
  const matrix = svg.getScreenCTM()?.inverse();
  return matrix === undefined ? null : new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
}
