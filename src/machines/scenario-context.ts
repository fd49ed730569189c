import type { Grade } from '../domain/grading/grade.ts';
import { HISTORY_EMPTY, type MarkHistory } from '../domain/marks/history.ts';
import type { BranchCounts, StepResults } from '../domain/scenario/progress.ts';
import {
  type AskedFinding,
  imageById,
  SCENARIO_END,
  type Scenario,
  type ScenarioImage,
  type ScenarioStep,
  stepIndex,
} from '../domain/scenario/scenario.ts';
import type { SourceFrame } from '../ports/frame-source.ts';
import type { KeyMade } from './scenario-effects.ts';
import type { ClipOfImage, ScenarioResume } from './scenario-resume.ts';

/** Where something of the world outside can fail. */
export type ScenarioStage =
  | 'opening'
  | 'playing'
  | 'freezing'
  | 'keying'
  | 'marking'
  | 'grading'
  | 'regrading';

export interface ScenarioFailure {
  readonly during: ScenarioStage;
  /** For the learner. */
  readonly message: string;
}

export interface ScenarioContext {
  readonly scenario: Scenario;
  /** A step's id, or `SCENARIO_END`. */
  readonly stepId: string;
  /** The image whose source is open. */
  readonly openedImageId: string | null;
  /** What was opened last, by the learner's choice, for a clip. */
  readonly clip: ClipOfImage | null;
  /** Which image of the source is, or is to be, frozen. */
  readonly frozenIndex: number | null;
  readonly frozen: SourceFrame | null;
  readonly keyMade: KeyMade | null;
  /** Of the round's latest mark step. */
  readonly grade: Grade | null;
  readonly history: MarkHistory;
  /** The mark step that `history` belongs to. */
  readonly historyStepId: string | null;
  readonly results: StepResults;
  /** How many rungs of each step's hint ladder were taken. */
  readonly hintsTaken: Readonly<Record<string, number>>;
  readonly followed: BranchCounts;
  /** Whole seconds spent in this step. */
  readonly elapsedS: number;
  /** Whether this question has its reply. */
  readonly isAnswered: boolean;
  /** Whether the marks being graded were given up. */
  readonly isSkipping: boolean;
  readonly failure: ScenarioFailure | null;
}

export interface ScenarioInput {
  readonly scenario: Scenario;
  readonly resume: ScenarioResume | null;
}

export type ScenarioChange = Partial<ScenarioContext>;

export function scenarioBegin({ scenario, resume }: ScenarioInput): ScenarioContext {
  const first: ScenarioResume = resume ?? {
    stepId: scenario.steps[0]?.id ?? SCENARIO_END,
    source: null,
    clip: null,
    frozenIndex: null,
    history: HISTORY_EMPTY,
    historyStepId: null,
    results: {},
    hintsTaken: {},
    followed: {},
    elapsedS: 0,
    isAnswered: false,
  };
  const { source: _, ...kept } = first;
  return {
    scenario,
    ...kept,
    openedImageId: null,
    frozen: null,
    keyMade: null,
    grade: null,
    isSkipping: false,
    failure: null,
  };
}

/** What a session stores of it. */
export function scenarioResumeOf(context: ScenarioContext): ScenarioResume {
  const { stepId, clip, frozenIndex, history, historyStepId, results } = context;
  const { hintsTaken, followed, elapsedS, isAnswered } = context;
  return {
    stepId,
    source: imageNow(context)?.source ?? null,
    clip,
    frozenIndex,
    history,
    historyStepId,
    results,
    hintsTaken,
    followed,
    elapsedS,
    isAnswered,
  };
}

/** The step the learner is in; null at the end. */
export function stepNow({ scenario, stepId }: ScenarioContext): ScenarioStep | null {
  return scenario.steps[stepIndex(scenario, stepId)] ?? null;
}

export function imageNow(context: ScenarioContext): ScenarioImage | null {
  const imageId = stepNow(context)?.imageId ?? null;
  return imageId === null ? null : imageById(context.scenario, imageId);
}

/** What the key must be good for: the findings of all mark steps on this image, each with its least tolerance. */
export function roundFindings({ scenario, stepId }: ScenarioContext): readonly AskedFinding[] {
  const imageId = scenario.steps[stepIndex(scenario, stepId)]?.imageId;
  const byFinding = new Map<string, AskedFinding>();
  for (const step of scenario.steps) {
    if (step.kind !== 'mark' || step.imageId !== imageId) continue;
    for (const asked of step.findings) {
      const known = byFinding.get(asked.finding);
      if (known === undefined || asked.toleranceMm < known.toleranceMm) byFinding.set(asked.finding, asked);
    }
  }
  return [...byFinding.values()];
}

/** Seconds until an observe step may be left; 0 when it may. */
export function observeWaitS(context: ScenarioContext): number {
  const step = stepNow(context);
  return step?.kind === 'observe' ? Math.max(0, step.minTimeS - context.elapsedS) : 0;
}

/** Seconds left to mark; null without a limit. */
export function timeLeftS(context: ScenarioContext): number | null {
  const step = stepNow(context);
  if (step?.kind !== 'mark' || step.timeLimitS === null) return null;
  return Math.max(0, step.timeLimitS - context.elapsedS);
}
