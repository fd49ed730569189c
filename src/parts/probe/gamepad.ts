import type { ProbePose } from '../../domain/scan/probe-pose.ts';

/** The part of the browser's gamepad that matters here (its standard layout). */
export interface PadState {
  /** Left stick right and down, right stick right and down: -1 to 1 each. */
  readonly axes: readonly number[];
  readonly buttons: readonly { readonly pressed: boolean; readonly value: number }[];
}

export interface PadMove {
  /** The change of the pose; null where the pad is left alone. */
  readonly by: Partial<ProbePose> | null;
  /** How hard the trigger presses the probe, 0-1; null while it is not touched. */
  readonly pressure: number | null;
  readonly isFreezePressed: boolean;
}

/** A stick at rest is never quite in its middle. */
const REST = 0.15;
const SLIDE_MM_S = 120;
const TURN_RAD_S = 1.6;
const TILT_RAD_S = 0.8;

/** Standard layout: the lower face button, and the right trigger. */
const FREEZE_BUTTON = 0;
const TRIGGER = 7;

/** 0 at rest, then rising from 0, gently at first. */
function pushed(value: number | undefined): number {
  const size = Math.abs(value ?? 0);
  if (size <= REST) return 0;
  const share = (size - REST) / (1 - REST);
  return Math.sign(value ?? 0) * share * share;
}

/** The pad's move of the probe in `elapsedMs`: left stick slides, right stick turns and tilts, trigger presses. */
export function padRead({ axes, buttons }: PadState, elapsedMs: number): PadMove {
  const s = elapsedMs / 1000;
  const [x, y, turn, tilt] = [0, 1, 2, 3].map((axis) => pushed(axes[axis])) as [
    number,
    number,
    number,
    number,
  ];
  const isMoved = x !== 0 || y !== 0 || turn !== 0 || tilt !== 0;
  const trigger = buttons[TRIGGER]?.value ?? 0;
  return {
    by: isMoved
      ? {
          aroundMm: x * SLIDE_MM_S * s,
          downMm: y * SLIDE_MM_S * s,
          rotationRad: -turn * TURN_RAD_S * s,
          tiltRad: -tilt * TILT_RAD_S * s,
        }
      : null,
    pressure: trigger > REST ? trigger : null,
    isFreezePressed: buttons[FREEZE_BUTTON]?.pressed ?? false,
  };
}
