import type { Grade } from '../domain/grading/grade.ts';
import { HISTORY_EMPTY, historyMarks, type MarkHistory } from '../domain/marks/history.ts';
import { replyGrade } from '../domain/scenario/answer.ts';
import {
  type BranchCounts,
  markStepBefore,
  roundLeave,
  type StepFollowed,
  type StepResult,
  type StepResults,
  scoreMean,
  stepFollow,
} from '../domain/scenario/progress.ts';
import {
  type AskedFinding,
  type Hint,
  imageById,
  type MarkStep,
  type QuestionStep,
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

/** How a scenario ended. */
export interface ScenarioOutcome {
  readonly scenarioId: string;
  /** False when the learner left before the end. */
  readonly isFinished: boolean;
  /** 0-100; null when nothing was scored. */
  readonly score: number | null;
  readonly isPassed: boolean;
  /** In the order of the scenario. */
  readonly results: readonly StepResult[];
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

export function hintsShown(context: ScenarioContext): readonly Hint[] {
  const step = stepNow(context);
  return hintsOf(step).slice(0, context.hintsTaken[context.stepId] ?? 0);
}

export function hintNext(context: ScenarioContext): Hint | null {
  const step = stepNow(context);
  return hintsOf(step)[context.hintsTaken[context.stepId] ?? 0] ?? null;
}

function hintsOf(step: ScenarioStep | null): readonly Hint[] {
  return step?.kind === 'mark' || step?.kind === 'question' ? step.hints : [];
}

export function outcomeOf(context: ScenarioContext): ScenarioOutcome {
  const { scenario, results } = context;
  const score = scoreMean(scenario, results);
  const isFinished = context.stepId === SCENARIO_END;
  return {
    scenarioId: scenario.id,
    isFinished,
    score,
    isPassed: isFinished && score !== null && score >= scenario.passScore,
    results: scenario.steps.flatMap(({ id }) => results[id] ?? []),
  };
}

/** On to the step that follows by score and branches. */
export function stepAdvance(context: ScenarioContext): ScenarioChange {
  const step = stepNow(context);
  if (step === null) return {};
  return stepEnter(context, stepFollow(context.scenario, step, context.results, context.followed));
}

/** Past everything that needs this step's image. */
export function roundSkip(context: ScenarioContext): ScenarioChange {
  const step = stepNow(context);
  if (step === null) return {};
  const { followed } = context;
  return stepEnter(context, { stepId: roundLeave(context.scenario, step), followed });
}

/** Back to the marks that the feedback spoke of, as they were drawn. */
export function markAgain(context: ScenarioContext): ScenarioChange {
  const step = stepNow(context);
  const stepId = step === null ? null : (context.historyStepId ?? markStepBefore(context.scenario, step));
  if (stepId === null) return {};
  return { ...stepEnter(context, { stepId, followed: context.followed }), grade: null };
}

/** A new step: what belongs to another image, or to a freeze that is given up, is dropped. */
function stepEnter(context: ScenarioContext, { stepId, followed }: StepFollowed): ScenarioChange {
  const begun = { stepId, followed, elapsedS: 0, isAnswered: false, isSkipping: false, failure: null };
  const from = stepNow(context);
  const to = context.scenario.steps[stepIndex(context.scenario, stepId)];
  const runsAgain = to?.kind === 'observe' || to?.kind === 'freeze';
  if (to === undefined || to.imageId !== from?.imageId || runsAgain) {
    return { ...begun, ...FROZEN_NONE, ...historyFor(to, null, HISTORY_EMPTY) };
  }
  return { ...begun, ...historyFor(to, context.historyStepId, context.history) };
}

export const FROZEN_NONE = { frozenIndex: null, frozen: null, keyMade: null, grade: null } as const;

/** Marks belong to one mark step; another one begins with none. */
function historyFor(
  step: ScenarioStep | undefined,
  historyStepId: string | null,
  history: MarkHistory,
): Pick<ScenarioContext, 'history' | 'historyStepId'> {
  if (step?.kind !== 'mark' || step.id === historyStepId) return { history, historyStepId };
  return { history: HISTORY_EMPTY, historyStepId: step.id };
}

export function frozenTake(frozen: SourceFrame): ScenarioChange {
  return { frozen, frozenIndex: frozen.index };
}

export function hintTake(context: ScenarioContext): ScenarioChange {
  if (hintNext(context) === null) return {};
  const taken = (context.hintsTaken[context.stepId] ?? 0) + 1;
  return { hintsTaken: { ...context.hintsTaken, [context.stepId]: taken } };
}

/** Keeps the result of marks that were graded; without a grade, of marks that could not be. */
export function markResultKeep(context: ScenarioContext, grade: Grade | null): ScenarioChange {
  const step = stepNow(context);
  if (step?.kind !== 'mark' || context.frozenIndex === null) return {};
  const { isSkipping, frozenIndex, history } = context;
  return {
    grade,
    ...resultKeep(context, step, gradeScore(grade), isSkipping, {
      kind: 'mark',
      frozenIndex,
      marks: historyMarks(history),
      grade: grade === null ? null : gradeSummary(grade),
    }),
  };
}

/** Keeps a question's reply, or that it was skipped (null). */
export function replyKeep(context: ScenarioContext, reply: number | string | null): ScenarioChange {
  const step = stepNow(context);
  if (step?.kind !== 'question') return {};
  const { frozen, keyMade } = context;
  const facts = frozen === null || keyMade === null ? null : { truth: frozen.truth, key: keyMade.key };
  const graded = replyGrade(step.reply, reply ?? Number.NaN, facts);
  return {
    isAnswered: true,
    ...resultKeep(context, step, graded.score, reply === null, {
      kind: 'question',
      reply,
      expected: graded.expected?.value ?? null,
    }),
  };
}

type ResultRest<Result> = Result extends StepResult
  ? Omit<Result, 'stepId' | 'score' | 'latestScore' | 'hintCost' | 'isSkipped' | 'attempts' | 'elapsedS'>
  : never;

function resultKeep(
  context: ScenarioContext,
  step: MarkStep | QuestionStep,
  rawScore: number | null,
  isSkipped: boolean,
  rest: ResultRest<StepResult>,
): ScenarioChange {
  const before = context.results[step.id];
  const hintCost = hintsShown(context).reduce((sum, { cost }) => sum + cost, 0);
  const latestScore = rawScore === null ? null : isSkipped ? 0 : Math.max(0, rawScore - hintCost);
  const result: StepResult = {
    ...rest,
    stepId: step.id,
    score: before === undefined ? latestScore : before.score,
    latestScore,
    hintCost,
    isSkipped,
    attempts: (before?.attempts ?? 0) + 1,
    elapsedS: before?.elapsedS ?? context.elapsedS,
  };
  return { results: { ...context.results, [step.id]: result } };
}

/** Null when the key can be trusted for none of the classes: then there is nothing to score. */
function gradeScore(grade: Grade | null): number | null {
  return grade?.classes.some(({ status }) => status !== 'not_scored') ? grade.score : null;
}

function gradeSummary({ score, classes, blas }: Grade): Omit<Grade, 'hit' | 'miss' | 'extra'> {
  return { score, classes, blas };
}
