import type { ScenarioCard } from '../scenario/scenario.ts';

/** Score (0-100) that passes a scenario whose file names none. */
export const PASS_SCORE_USUAL = 60;

/** Whether a score (0-100) passes a scenario; null, no score at all, passes none. */
export function scorePasses({ passScore }: Pick<ScenarioCard, 'passScore'>, score: number | null): boolean {
  return score !== null && score >= passScore;
}
