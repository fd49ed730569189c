import { signGrade } from '../../../domain/scenario/answer.ts';
import type { LineSign } from '../../../domain/scenario/answer-source.ts';
import { goalGap } from '../../../domain/scenario/goal.ts';
import { lineSignRead } from '../../../domain/scenario/in-view.ts';
import { mModeGrade } from '../../../domain/scenario/m-mode-grade.ts';
import type { SourceFrame } from '../../../ports/frame-source.ts';
import {
  attemptsLeft,
  type ScanMiss,
  type ScenarioChange,
  type ScenarioContext,
  stepNow,
  timeLeftS,
} from './scenario-context.ts';
import { resultKeep } from './scenario-result.ts';
import { FROZEN_NONE, frozenTake } from './scenario-step.ts';
import { surveyMissOf } from './scenario-survey.ts';

/** Why an image is not what the step asks for; null where it is. */
export function missOf(context: ScenarioContext, frozen: SourceFrame): ScanMiss | null {
  const { truth, view } = frozen;
  const step = stepNow(context);
  if (step?.kind === 'm_mode') {
    const isLung = signGrade(null, lineSignRead(truth, context.mLine ?? 0)).expected !== null;
    return isLung || context.isSkipping ? null : { kind: 'no_pleura' };
  }
  if (step?.kind === 'survey') return surveyMissOf(step, frozen);
  if (step?.kind !== 'scan' || truth === null || view === undefined) return null;
  const gap = goalGap(step.goal, step.zones, view.pose, truth);
  return gap === null ? null : { kind: 'goal', gap };
}

/** The image is not what the step asks for: it is shown with the reason, and counted where attempts are. */
export function missTake(context: ScenarioContext, frozen: SourceFrame): ScenarioChange {
  const { stepId, misses } = context;
  const isCounted = stepNow(context)?.kind === 'scan';
  return {
    ...frozenTake(frozen),
    miss: missOf(context, frozen),
    signSaid: null,
    ...(isCounted && { misses: { ...misses, [stepId]: (misses[stepId] ?? 0) + 1 } }),
  };
}

/** The image runs on from where the probe stands. */
export function scanOn(): ScenarioChange {
  return { ...FROZEN_NONE, miss: null };
}

/** The learner found the place: each miss before takes an equal share off. */
export function foundTake(context: ScenarioContext, frozen: SourceFrame): ScenarioChange {
  const step = stepNow(context);
  if (step?.kind !== 'scan') return {};
  const score = (100 * attemptsLeft(context)) / step.attempts;
  const misses = context.misses[step.id] ?? 0;
  return {
    ...frozenTake(frozen),
    miss: null,
    ...resultKeep(context, step, score, false, { kind: 'scan', made: { misses, isFound: true } }, frozen),
  };
}

/** The learner gave up, or has no attempts or no time left: the place is shown. Only who gave up has skipped it. */
export function lostKeep(context: ScenarioContext): ScenarioChange {
  const step = stepNow(context);
  if (step?.kind !== 'scan') return {};
  const misses = context.misses[step.id] ?? 0;
  const isGivenUp = attemptsLeft(context) > 0 && timeLeftS(context) !== 0;
  return {
    miss: null,
    ...resultKeep(context, step, 0, isGivenUp, { kind: 'scan', made: { misses, isFound: false } }, null),
  };
}

/** The learner's reply on the M-mode of a line; it is graded when the image stands still. */
export function signSay(reply: LineSign | null, lateral: number): ScenarioChange {
  return { signSaid: reply, mLine: lateral };
}

/** Grades the reply on the M-mode's line. */
export function signTake(context: ScenarioContext, frozen: SourceFrame): ScenarioChange {
  const step = stepNow(context);
  if (step?.kind !== 'm_mode') return {};
  const { signSaid, isSkipping } = context;
  const graded = mModeGrade(frozen.truth, context.mLine ?? 0, step.goal, signSaid);
  return {
    ...frozenTake(frozen),
    isAnswered: true,
    ...resultKeep(
      context,
      step,
      isSkipping ? 0 : graded.score,
      isSkipping,
      {
        kind: 'question',
        made: { reply: signSaid, expected: graded.expected?.value ?? null },
      },
      frozen,
    ),
  };
}
