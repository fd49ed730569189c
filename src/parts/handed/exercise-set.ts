import { BLUEPRINT_VERSION } from '../../domain/assessment/blueprint.ts';
import { hexOf } from '../../domain/digest/sha256.ts';
import { textDigest } from '../../domain/digest/text-digest.ts';
import { assessmentRead } from '../session/assessment.ts';
import { drillRead } from '../session/drill.ts';
import { roundRead } from '../session/round-id.ts';

/** Which exercise a scenario id is of, and which form of it. */
export interface ExerciseSet {
  /** The same for all who were given the same kinds of items. */
  readonly set: string;
  /** Null where the seed of the play, if any, tells forms apart. */
  readonly form: string | null;
}

/** Exams, drills and rounds are made anew for everybody: the seed, or all that they are made of, is in their ids. */
export function exerciseSet(scenarioId: string): ExerciseSet {
  const sitting = assessmentRead(scenarioId);
  if (sitting !== null) return { set: `exam-${BLUEPRINT_VERSION}`, form: sitting.seed.toString(36) };
  const run = drillRead(scenarioId);
  if (run !== null) return { set: `drill-${run.drill}`, form: run.seed.toString(36) };
  if (roundRead(scenarioId) !== null) {
    return { set: 'round', form: hexOf(textDigest(scenarioId)).slice(0, 16) };
  }
  return { set: scenarioId, form: null };
}
