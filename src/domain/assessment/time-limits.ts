import type { ScenarioLimits, ScenarioStep } from '../scenario/scenario.ts';

/** Extra time that a candidate can have, per cent of every limit. */
export const EXTRA_TIMES = [0, 25, 50, 100] as const;
export type ExtraTime = (typeof EXTRA_TIMES)[number];

/**
 * Seconds for a step of each kind. No source gives them: simulated learners take 15 s to an answer at first and 5 s in
 * the end (`lab/learners/model.ts`), and marking with the keyboard is several times slower than with a pointer.
 */
const STEP_S: Readonly<Partial<Record<ScenarioStep['kind'], number>>> = {
  observe: 30,
  mark: 90,
  question: 45,
  m_mode: 90,
};

/** Seconds for the whole: less than all the steps may take together. */
const TOTAL_S = 15 * 60;

/** The limits of an exam's steps and of the whole, with a candidate's extra time, whole seconds. */
export function timeLimits(
  steps: readonly Pick<ScenarioStep, 'id' | 'kind'>[],
  extra: ExtraTime,
): ScenarioLimits {
  const withExtra = (seconds: number): number => Math.ceil((seconds * (100 + extra)) / 100);
  const limited = steps.flatMap(({ id, kind }) => {
    const seconds = STEP_S[kind];
    return seconds === undefined ? [] : [[id, withExtra(seconds)] as const];
  });
  return { totalS: withExtra(TOTAL_S), stepS: Object.fromEntries(limited) };
}
