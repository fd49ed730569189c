import { bestWith } from '../../../domain/learning/best-scores.ts';
import { suggestNext } from '../../../domain/learning/suggest-next.ts';
import type { Scenario } from '../../../domain/scenario/scenario.ts';
import type { Place } from '../../../ports/store.ts';
import type { ScenarioOutcome } from './scenario-result.ts';
import { scenarioResumeRead } from './scenario-resume.ts';
import type { SessionContext } from './session-context.ts';

/** The loaded scenario, and where to take it up if what was stored still fits it. */
export function scenarioTake(scenario: Scenario, stored: Place | null): Partial<SessionContext> {
  const begun = { scenario, scenarioId: scenario.id, outcome: null, suggestion: null };
  if (stored === null) return { ...begun, resume: null };
  const read = scenarioResumeRead(stored.state, stored.version, scenario);
  return 'resume' in read
    ? { ...begun, resume: read.resume, notice: null }
    : { ...begun, resume: null, notice: read.reason };
}

/** The outcome of a finished scenario, the best scores with it, and the scenario to play next. */
export function outcomeTake(context: SessionContext, outcome: ScenarioOutcome): Partial<SessionContext> {
  const { scenarioId, score } = outcome;
  const best = bestWith(context.best, scenarioId, score);
  const suggestion = suggestNext(context.catalogue, best, scenarioId, outcome.isPassed);
  return { outcome, best, suggestion };
}
