import type { Grade, GradeSummary } from '../domain/grading/grade.ts';
import { historyMarks } from '../domain/marks/history.ts';
import { replyGrade } from '../domain/scenario/answer.ts';
import { type StepResult, scoreMean } from '../domain/scenario/progress.ts';
import { type GradedStep, SCENARIO_END } from '../domain/scenario/scenario.ts';
import { type ScenarioChange, type ScenarioContext, stepNow } from './scenario-context.ts';
import { hintsShown } from './scenario-hint.ts';

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

export function resultKeep(
  context: ScenarioContext,
  step: GradedStep,
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

/** Null when the key can be trusted for too little of the image: then there is nothing to score. */
function gradeScore(grade: Grade | null): number | null {
  if (grade === null || !grade.isJudged) return null;
  return grade.classes.some(({ status }) => status !== 'not_scored') ? grade.score : null;
}

function gradeSummary({ score, classes, blas }: Grade): GradeSummary {
  return { score, classes, blas };
}
