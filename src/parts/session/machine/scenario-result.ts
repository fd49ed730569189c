import type { Grade, GradeSummary } from '../../../domain/grading/grade.ts';
import { scorePasses } from '../../../domain/learning/pass.ts';
import {
  type MarkTry,
  type ProposalsTry,
  type QuestionTry,
  type ScanTry,
  type StepResult,
  type SurveyTry,
  scoreMean,
  surveyResultOf,
} from '../../../domain/learning/progress.ts';
import type { TryImage } from '../../../domain/learning/try-image.ts';
import { historyMarks } from '../../../domain/marks/history.ts';
import { replyGrade } from '../../../domain/scenario/answer.ts';
import type { AnswerFacts } from '../../../domain/scenario/answer-facts.ts';
import { answerIsTold } from '../../../domain/scenario/answer-told.ts';
import { hintsCost } from '../../../domain/scenario/hint-cost.ts';
import { type GradedStep, SCENARIO_END } from '../../../domain/scenario/scenario.ts';
import { readingsTrue } from '../../../domain/survey/survey.ts';
import type { SourceFrame } from '../../../ports/frame-source.ts';
import { type ScenarioChange, type ScenarioContext, stepNow } from './scenario-context.ts';
import { hintsShown } from './scenario-hint.ts';
import { tenthsRound } from './scenario-ticking.ts';

/** The end of a scenario. */
export interface ScenarioOutcome {
  readonly scenarioId: string;
  /** Of the play; null where its images were as written. */
  readonly seed: number | null;
  /** False when the learner left before the end. */
  readonly isFinished: boolean;
  /** False when it was left at once, with nothing to go on with. */
  readonly isBegun: boolean;
  /** 0-100; null when nothing was scored. */
  readonly score: number | null;
  readonly isPassed: boolean;
  /** In the order of the scenario. */
  readonly results: readonly StepResult[];
}

export function outcomeOf(context: ScenarioContext): ScenarioOutcome {
  const { scenario, results } = context;
  const score = scoreMean(scenario, results);
  const isFinished = context.stepId === SCENARIO_END;
  return {
    scenarioId: scenario.id,
    seed: scenario.seed,
    isFinished,
    isBegun: !progressIsNone(context),
    score,
    isPassed: isFinished && scorePasses(scenario, score),
    results: scenario.steps.flatMap(({ id }) => results[id] ?? []),
  };
}

/** Whether there is nothing to go on with: the first step, and nothing answered or drawn. */
function progressIsNone({ scenario, stepId, results, history }: ScenarioContext): boolean {
  const isFirst = stepId === scenario.steps[0]?.id;
  return isFirst && Object.keys(results).length === 0 && history.edits.length === 0;
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
      made: {
        frozenIndex,
        marks: historyMarks(history),
        grade: grade === null ? null : gradeSummary(grade),
      },
    }),
  };
}

/** Keeps a question's reply, or that it was skipped (null). */
export function replyKeep(context: ScenarioContext, reply: number | string | null): ScenarioChange {
  const step = stepNow(context);
  if (step?.kind !== 'question') return {};
  const graded = replyGrade(step.reply, reply ?? Number.NaN, answerFactsOf(context));
  const isTold = answerIsTold(context.scenario, step, context.results);
  return {
    isAnswered: true,
    ...resultKeep(context, step, isTold ? null : graded.score, reply === null, {
      kind: 'question',
      made: { reply, expected: graded.expected?.value ?? null },
    }),
  };
}

/** The facts that the answer to a question is computed from; null while no image is frozen. */
export function answerFactsOf(context: ScenarioContext): AnswerFacts | null {
  const { frozen, keyMade, scenario, results } = context;
  const step = stepNow(context);
  if (frozen === null || keyMade === null || step === null) return null;
  const survey = surveyResultOf(scenario, step, results)?.first;
  const zones = survey === undefined ? null : readingsTrue(survey.visits, survey.left);
  return { truth: frozen.truth, key: keyMade.key, zones };
}

/** The fields of a try that its kind alone has; the rest is the same for all. */
type TryMade =
  | { readonly kind: 'mark'; readonly made: Omit<MarkTry, keyof TryCommon> }
  | { readonly kind: 'question'; readonly made: Omit<QuestionTry, keyof TryCommon> }
  | { readonly kind: 'proposals'; readonly made: Omit<ProposalsTry, keyof TryCommon> }
  | { readonly kind: 'scan'; readonly made: Omit<ScanTry, keyof TryCommon> }
  | { readonly kind: 'survey'; readonly made: Omit<SurveyTry, keyof TryCommon> };
type TryCommon = Pick<
  ScanTry,
  'score' | 'hints' | 'hintCost' | 'isSkipped' | 'elapsedS' | 'seenS' | 'confidence' | 'image'
>;

/**
 * Keeps one more try of a step. The first stays the one that counts.
 *
 * @param image which one the try is about; null for none
 */
export function resultKeep(
  context: ScenarioContext,
  step: GradedStep,
  rawScore: number | null,
  isSkipped: boolean,
  { kind, made }: TryMade,
  image: SourceFrame | null = context.frozen,
): ScenarioChange {
  const hints = hintsShown(context);
  const hintCost = hintsCost(hints);
  const score = rawScore === null ? null : isSkipped ? 0 : Math.max(0, rawScore - hintCost);
  const { elapsedS, confidence, mLine } = context;
  const one = {
    ...made,
    score,
    hints: hints.map((hint) => hint.kind),
    hintCost,
    isSkipped,
    elapsedS,
    seenS: tenthsRound(context.seenS),
    ...(confidence !== null && { confidence }),
    ...(image !== null && { image: tryImageOf(image, mLine) }),
  };
  const before = context.results[step.id];
  const first = before?.first ?? one;
  const practice = before === undefined ? [] : [...before.practice, one];
  const result = {
    kind,
    stepId: step.id,
    first,
    practice,
    score: first.score,
    latestScore: score,
    hintCost,
    isSkipped,
    attempts: 1 + practice.length,
    // A step is of one kind, and so are all its tries.
  } as unknown as StepResult;
  return { results: { ...context.results, [step.id]: result } };
}

function tryImageOf({ index, view }: SourceFrame, mLine: number | null): TryImage {
  return { index, ...(view !== undefined && { view }), ...(mLine !== null && { mLine }) };
}

/** Null when the key can be trusted for too little of the image: then there is nothing to score. */
function gradeScore(grade: Grade | null): number | null {
  if (grade === null || !grade.isJudged) return null;
  return grade.classes.some(({ status }) => status !== 'not_scored') ? grade.score : null;
}

function gradeSummary({ score, classes, blas }: Grade): GradeSummary {
  return { score, classes, blas };
}
