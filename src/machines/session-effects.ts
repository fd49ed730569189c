import type { Scenario } from '../domain/scenario/scenario.ts';
import type { Attempt, AttemptStep, SessionSnapshot, Store } from '../ports/store.ts';
import type { ScenarioEffects } from './scenario-effects.ts';
import type { ScenarioOutcome } from './scenario-result.ts';

/** Of the shape of `SessionState`; raised whenever that changes, so that older ones are dropped. */
export const SESSION_VERSION = 3;

/** What a reload needs: plain data. */
export interface SessionState {
  readonly scenarioId: string;
  /** A `ScenarioResume`, checked against its scenario (`scenarioResumeRead`) when that is loaded. */
  readonly resume: unknown;
  /** Whether it was being played: then a reload goes on with it; else the menu offers it. */
  readonly isOpen: boolean;
}

export type SessionStore = Pick<
  Store,
  'sessionLoad' | 'sessionSave' | 'sessionClear' | 'bestScores' | 'attemptAdd'
>;

/** What the session asks of the world. Rejections carry a sentence for the learner. */
export interface SessionEffects extends ScenarioEffects {
  scenarioLoad(input: { readonly scenarioId: string }): Promise<Scenario>;
  readonly store: SessionStore;
  /** Milliseconds since 1970. */
  now(): number;
  /** Never the same twice, e.g. a UUID. */
  newId(): string;
}

export function snapshotOf(state: SessionState, savedAtMs: number): SessionSnapshot {
  return { version: SESSION_VERSION, savedAtMs, state };
}

/** A stored session as far as it can be checked without its scenario; null when it is none. */
export function sessionStateRead(state: unknown): SessionState | null {
  if (typeof state !== 'object' || state === null) return null;
  const { scenarioId, resume, isOpen } = state as Partial<Record<keyof SessionState, unknown>>;
  if (typeof scenarioId !== 'string' || resume === undefined || typeof isOpen !== 'boolean') return null;
  return { scenarioId, resume, isOpen };
}

/** What is kept of a finished scenario; null when nothing in it was scored. */
export function attemptOf(outcome: ScenarioOutcome, id: string, atMs: number): Attempt | null {
  if (outcome.score === null) return null;
  const steps = outcome.results.flatMap((result): AttemptStep[] => {
    if (result.kind !== 'mark' || result.grade === null) return [];
    const { stepId, frozenIndex, marks, grade } = result;
    return [{ stepId, frameIndex: frozenIndex, marks, grade }];
  });
  return { id, scenarioId: outcome.scenarioId, atMs, score: outcome.score, steps };
}
