import {
  markStepBefore,
  roundLeave,
  type StepFollowed,
  stepFollow,
} from '../../../domain/learning/progress.ts';
import { HISTORY_EMPTY, type MarkHistory } from '../../../domain/marks/history.ts';
import { DECISIONS_NONE } from '../../../domain/proposals/decision.ts';
import { type ScenarioStep, stepIndex, stepIsGraded } from '../../../domain/scenario/scenario.ts';
import { SURVEY_NONE } from '../../../domain/survey/survey.ts';
import type { SourceFrame } from '../../../ports/frame-source.ts';
import {
  type ScenarioChange,
  type ScenarioContext,
  stepNow,
  VIEW_START,
  viewStart,
} from './scenario-context.ts';
import { resultKeep } from './scenario-result.ts';

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
  const { followed, scenario } = context;
  const left = stepEnter(context, { stepId: roundLeave(scenario, step), followed });
  // Where time is limited, an image that could not be shown is told from one that was not reached.
  return scenario.limits === undefined ? left : { ...left, ...unshownKeep(context, step) };
}

/** The result of the step that was to be graded on an image that could not be shown: no score. */
function unshownKeep(context: ScenarioContext, { imageId }: ScenarioStep): ScenarioChange {
  const asked = context.scenario.steps.filter(stepIsGraded).find((step) => step.imageId === imageId);
  if (asked?.kind === 'mark') {
    const made = { frozenIndex: 0, marks: null, grade: null };
    return resultKeep(context, asked, null, true, { kind: 'mark', made });
  }
  if (asked?.kind !== 'question' && asked?.kind !== 'm_mode') return {};
  return resultKeep(context, asked, null, true, { kind: 'question', made: { reply: null, expected: null } });
}

/** Back to the marks that the feedback spoke of, as they were drawn. */
export function markAgain(context: ScenarioContext): ScenarioChange {
  const step = stepNow(context);
  const stepId = step === null ? null : (context.historyStepId ?? markStepBefore(context.scenario, step));
  if (stepId === null) return {};
  return { ...stepEnter(context, { stepId, followed: context.followed }), grade: null };
}

/** A new step: all that belongs to another image, or to a freeze that is given up, is dropped. */
function stepEnter(context: ScenarioContext, { stepId, followed }: StepFollowed): ScenarioChange {
  const from = stepNow(context);
  const to = context.scenario.steps[stepIndex(context.scenario, stepId)];
  const isSameImage = to !== undefined && to.imageId === from?.imageId;
  const begun = {
    stepId,
    followed,
    view: viewStart(to, isSameImage ? context.view : VIEW_START),
    mLine: isSameImage ? context.mLine : null,
    signSaid: null,
    miss: null,
    survey: to?.kind === 'survey' ? SURVEY_NONE : null,
    elapsedS: 0,
    seenS: 0,
    confidence: null,
    decisions: DECISIONS_NONE,
    isAnswered: false,
    isSkipping: false,
    failure: null,
  };
  if (!isSameImage || stepRuns(to)) {
    return { ...begun, ...FROZEN_NONE, ...historyFor(to, null, HISTORY_EMPTY) };
  }
  return { ...begun, ...historyFor(to, context.historyStepId, context.history) };
}

/** Whether the image runs in a step. */
function stepRuns({ kind }: ScenarioStep): boolean {
  return kind === 'observe' || kind === 'freeze' || kind === 'scan' || kind === 'm_mode' || kind === 'survey';
}

export const FROZEN_NONE = {
  frozenIndex: null,
  frozen: null,
  keyMade: null,
  plan: null,
  grade: null,
} as const;

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
  return {
    frozen,
    frozenIndex: frozen.index,
    ...(frozen.view !== undefined && { view: frozen.view }),
  };
}
