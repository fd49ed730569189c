import { bestWith } from '../../../domain/learning/best-scores.ts';
import { suggestNext } from '../../../domain/learning/suggest-next.ts';
import type { Scenario } from '../../../domain/scenario/scenario.ts';
import { scenarioSeeded } from '../../../domain/scenario/scenario-seeded.ts';
import type { ScenarioOutcome } from './scenario-result.ts';
import { scenarioResumeRead } from './scenario-resume.ts';
import type { SessionContext } from './session-context.ts';
import { placeSeed } from './session-places.ts';

/** The loaded scenario, and where to take it up if what was stored still fits it. */
export function scenarioTake(
  written: Scenario,
  { stored, seed }: Pick<SessionContext, 'stored' | 'seed'>,
): Partial<SessionContext> {
  const scenario = scenarioSeeded(written, stored === null ? seed : placeSeed(stored));
  const begun = {
    scenario,
    scenarioId: scenario.id,
    outcome: null,
    attempt: null,
    suggestion: null,
    sent: [],
  };
  if (stored === null) return { ...begun, resume: null };
  const read = scenarioResumeRead(stored.state, stored.version, scenario);
  return 'resume' in read
    ? { ...begun, resume: read.resume, sent: Object.keys(read.resume.results), notice: null }
    : { ...begun, resume: null, notice: read.reason };
}

/** The outcome of a finished scenario, the best scores with it, and the scenario to play next. */
export function outcomeTake(context: SessionContext, outcome: ScenarioOutcome): Partial<SessionContext> {
  const { scenarioId, score } = outcome;
  const best = bestWith(context.best, scenarioId, score);
  const suggestion = suggestNext(context.catalogue, best, scenarioId, outcome.isPassed);
  return { outcome, best, suggestion };
}
