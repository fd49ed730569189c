/** How a tuning goes on: all in steps of Adam. */
export interface TuningSchedule {
  readonly steps: number;
  /** After which of them the result is judged, ascending; the last is `steps`. */
  readonly marks: readonly number[];
}

/** Measured on the phantom's second device, with 20 frames of ten exams. */
export const TUNING_RATE = 1e-3;
export const TUNING_BATCH = 4;
/** How many of a batch are rehearsed: fewer let findings go that the given frames do not show. */
export const TUNING_REHEARSED = 2;
/** How strongly weights are drawn back to where they began (see adamCreate). */
export const TUNING_PULL = 30;
const WARM_UP_STEPS = 10;
const MARKS = 4;

/** Few frames are learnt by heart within few steps. */
const STEPS_LEAST = 40;
const STEPS_MOST = 240;
const STEPS_PER_FRAME = 3;

export function tuningSchedule(frames: number, stepsAffordable: number): TuningSchedule {
  const wished = Math.min(STEPS_MOST, Math.max(STEPS_LEAST, STEPS_PER_FRAME * frames));
  const steps = Math.max(MARKS, Math.min(wished, Math.floor(stepsAffordable)));
  return {
    steps,
    marks: Array.from({ length: MARKS }, (_, mark) => Math.round(((mark + 1) * steps) / MARKS)),
  };
}

/** Rate of a step (from 0): a short warm-up, then half a cosine down to nothing at the end of the schedule. */
export function tuningRate(step: number, { steps }: TuningSchedule): number {
  const warm = Math.min(1, (step + 1) / WARM_UP_STEPS);
  return TUNING_RATE * warm * 0.5 * (1 + Math.cos((Math.PI * step) / steps));
}
