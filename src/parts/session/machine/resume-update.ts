import type { HintKind, Scenario } from '../../../domain/scenario/scenario.ts';
import { stepIndex, stepIsGraded } from '../../../domain/scenario/scenario.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Brings a place of version 3 to the shape of today. There each result lay flat and held its latest try alone, beside
 * the first one's score and time: of a first try that was practised after, the marks or the reply are not known.
 *
 * @returns the data as it came where it is none that can be read; `scenarioResumeRead` says so
 */
export function resumeUpdate(data: unknown, version: number, scenario: Scenario): unknown {
  if (version !== 3 || !fieldsIs(data) || !fieldsIs(data.results)) return data;
  const taken = fieldsIs(data.hintsTaken) ? data.hintsTaken : {};
  const results = Object.entries(data.results).map(([stepId, result]) => [
    stepId,
    fieldsIs(result) ? resultUpdate(result, hintsOf(scenario, stepId, taken[stepId])) : result,
  ]);
  return { ...data, results: Object.fromEntries(results) };
}

function resultUpdate(result: Fields, hints: readonly HintKind[]): Fields {
  const { stepId, kind, score, latestScore, hintCost, isSkipped, attempts, elapsedS, ...made } = result;
  const latest = { ...made, score: latestScore, hints, hintCost, isSkipped, elapsedS };
  const isOnly = attempts === 1;
  const first = isOnly ? latest : { ...latest, ...madeUnknown(made), score, isSkipped: false };
  const practice = isOnly ? [] : [{ ...latest, elapsedS: 0 }];
  const count = 1 + practice.length;
  return { kind, stepId, first, practice, score, latestScore, hintCost, isSkipped, attempts: count };
}

function madeUnknown(made: Fields): Fields {
  if ('marks' in made) return { marks: null, grade: null };
  return 'reply' in made ? { reply: null } : {};
}

function hintsOf(scenario: Scenario, stepId: string, taken: unknown): readonly HintKind[] {
  const step = scenario.steps[stepIndex(scenario, stepId)];
  if (step === undefined || !stepIsGraded(step) || typeof taken !== 'number') return [];
  return step.hints.slice(0, taken).map(({ kind }) => kind);
}

function fieldsIs(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
