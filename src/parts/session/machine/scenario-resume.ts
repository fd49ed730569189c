import type { ClipUsed } from '../../../domain/frame/clip-used.ts';
import { halfPlayedSchema } from '../../../domain/learning/half-played-schema.ts';
import type { BranchCounts, StepResults } from '../../../domain/learning/progress.ts';
import type { MarkHistory } from '../../../domain/marks/history.ts';
import type { MessageFact } from '../../../domain/message/message-fact.ts';
import type { ProposalDecisions } from '../../../domain/proposals/decision.ts';
import {
  imageById,
  type Scenario,
  type ScenarioSource,
  stepIndex,
} from '../../../domain/scenario/scenario.ts';
import type { SurveyState } from '../../../domain/survey/survey.ts';
import type { ProbeView } from '../../../ports/frame-source.ts';
import { resumeUpdate } from './resume-update.ts';

/**
 * Of the shape of `ScenarioResume`; raised whenever that changes. `resumeUpdate` reads the versions before, but
 * for a learner's file in those before 5: the store itself brings that over, so that no name lies there any longer.
 */
export const PLACE_VERSION = 5;

/** The learner's file that was opened for an image. */
export interface ClipOfImage extends ClipUsed {
  readonly imageId: string;
}

/** Where a scenario stood, as plain data: frames, masks and grades are made again from it. */
export interface ScenarioResume {
  readonly stepId: string;
  /** Of the step's image; null outside rounds. Marks fit no other. */
  readonly source: ScenarioSource | null;
  /** Of the image opened last, where that was a learner's own clip. */
  readonly clip: ClipOfImage | null;
  readonly frozenIndex: number | null;
  /** Of a patient scanned by hand: where the probe stands, or stood for the frozen image. */
  readonly view: ProbeView;
  readonly mLine: number | null;
  readonly misses: Readonly<Record<string, number>>;
  readonly history: MarkHistory;
  readonly historyStepId: string | null;
  readonly results: StepResults;
  readonly hintsTaken: Readonly<Record<string, number>>;
  readonly followed: BranchCounts;
  readonly elapsedS: number;
  readonly seenS?: number;
  /** Where there are limits of time. */
  readonly spentS?: number;
  readonly seed?: number | null;
  /** Of the step with proposals that the learner is in. */
  readonly decisions?: ProposalDecisions;
  readonly survey?: SurveyState | null;
  readonly isAnswered: boolean;
}

export type ResumeRead =
  | { readonly resume: ScenarioResume }
  /** Why it begins anew. */
  | { readonly reason: MessageFact };

/**
 * Checks stored data against the scenario as it is now.
 *
 * @param version of the data's shape
 */
export function scenarioResumeRead(stored: unknown, version: number, scenario: Scenario): ResumeRead {
  const { title } = scenario;
  if (version > PLACE_VERSION) {
    return { reason: { code: 'placeOfNewer', title } };
  }
  const data = resumeUpdate(stored, version, scenario);
  if (!resumeIs(data)) return { reason: { code: 'placeDamaged' } };
  const step = scenario.steps[stepIndex(scenario, data.stepId)];
  const image = step?.imageId == null ? null : imageById(scenario, step.imageId);
  const known = Object.keys(data.results).every((stepId) => stepIndex(scenario, stepId) >= 0);
  if (step === undefined || !known || !sourceEquals(image?.source ?? null, data.source)) {
    return { reason: { code: 'placeOutdated', title } };
  }
  return { resume: data };
}

/** Stored data is given as it was: further fields in it are of a version between. */
function resumeIs(data: unknown): data is ScenarioResume {
  return halfPlayedSchema.safeParse(data).success;
}

/** Both are plain data; the order of keys is that of their making, which stays the same. */
function sourceEquals(a: ScenarioSource | null, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
