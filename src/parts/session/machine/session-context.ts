import type { BestScores } from '../../../domain/learning/best-scores.ts';
import type { Suggestion } from '../../../domain/learning/suggest-next.ts';
import type { MessageFact } from '../../../domain/message/message-fact.ts';
import type { Scenario, ScenarioCard } from '../../../domain/scenario/scenario.ts';
import type { Attempt, Place } from '../../../ports/store.ts';
import type { ItemUnwritten } from './item-writer.ts';
import type { WriteFailed, WriteRefused } from './place-writer.ts';
import type { ScenarioOutcome } from './scenario-result.ts';
import type { ScenarioResume } from './scenario-resume.ts';

export interface SessionContext {
  readonly catalogue: readonly ScenarioCard[];
  readonly best: BestScores;
  /** The scenario that is being, or is to be, played. */
  readonly scenarioId: string | null;
  readonly scenario: Scenario | null;
  /** What its images are to be drawn from; null where they are as they were written. */
  readonly seed: number | null;
  /** Ids of steps whose answers were sent to be kept. */
  readonly sent: readonly string[];
  /** Where the scenario is to be taken up, as it was stored; null to begin it. */
  readonly stored: Place | null;
  /** The same, checked against the loaded scenario. */
  readonly resume: ScenarioResume | null;
  /** Whether the stored scores and places were changed outside of the session since they were read. */
  readonly isStale: boolean;
  /** Whether another page takes over the scenario that is played here. */
  readonly isTaken: boolean;
  /** The unsaved place of `scenarioId`, reached here since another page claimed it unasked; null where all is kept. */
  readonly unkept: Place | null;
  /** Of every half-played scenario, the one being played among them; newest first. */
  readonly places: readonly Place[];
  readonly outcome: ScenarioOutcome | null;
  /** What is to be kept of it, the same however often that is tried; null where nothing is. */
  readonly attempt: Attempt | null;
  readonly suggestion: Suggestion | null;
  /** The fact that the learner is told. */
  readonly notice: MessageFact | null;
}

export interface SessionInput {
  readonly catalogue: readonly ScenarioCard[];
}

export type SessionEvent =
  /** Begins a scenario anew, whatever place of it is known here. */
  | {
      readonly type: 'scenario.pick';
      readonly scenarioId: string;
      /** The images of a play of before; left out for those of a first play, or new ones after it. */
      readonly seed?: number | null;
    }
  /** Goes on with a scenario where it was left. */
  | { readonly type: 'scenario.resume'; readonly scenarioId: string }
  | { readonly type: 'place.drop'; readonly scenarioId: string }
  | { readonly type: 'scenario.again' }
  /** Plays here the scenario that another page plays, as that one left it. */
  | { readonly type: 'scenario.take' }
  /** Plays it here as it was left here, in place of the state that the other page kept. */
  | { readonly type: 'scenario.restore' }
  /** Another page takes over the scenario that is played here. */
  | { readonly type: 'scenario.taken'; readonly scenarioId: string }
  | { readonly type: 'menu.open' }
  | { readonly type: 'attempt.retry' }
  /** Everything that was kept is erased: nothing of it is known here any longer. */
  | { readonly type: 'data.erased' }
  /** Stored scores or places were changed outside of the session: the menu reads them anew. */
  | { readonly type: 'data.changed' }
  | ItemUnwritten
  | WriteFailed
  | WriteRefused;

export function sessionBegin({ catalogue }: SessionInput): SessionContext {
  return {
    catalogue,
    best: {},
    scenarioId: null,
    scenario: null,
    seed: null,
    sent: [],
    stored: null,
    resume: null,
    isStale: false,
    isTaken: false,
    unkept: null,
    places: [],
    outcome: null,
    attempt: null,
    suggestion: null,
    notice: null,
  };
}
