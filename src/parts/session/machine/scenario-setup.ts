import { type AnyEventObject, assign, fromCallback, fromPromise, raise, sendTo, setup } from 'xstate';
import type { Grade } from '../../../domain/grading/grade.ts';
import type { Confidence } from '../../../domain/learning/confidence-level.ts';
import type { MarkHistory } from '../../../domain/marks/history.ts';
import { replyIsPossible } from '../../../domain/scenario/answer.ts';
import { SCENARIO_END, type ScenarioImage, type ScenarioStep } from '../../../domain/scenario/scenario.ts';
import type { ProbeView, SourceFrame } from '../../../ports/frame-source.ts';
import type {
  FreezeInput,
  GoalReachInput,
  GradeInput,
  ImageOpened,
  ImageOpenInput,
  KeyInput,
  KeyMade,
  ScenarioEffects,
} from '../../../ports/scenario-effects.ts';
import { markingMachine } from '../../marking/machine/marking.ts';
import { probeMachine } from '../../probe/machine/probe-machine.ts';
import {
  attemptsLeft,
  imageNow,
  mModeWaitS,
  observeWaitS,
  type ScenarioContext,
  type ScenarioInput,
  type ScenarioStage,
  stepNow,
  timeLeftS,
  totalLeftS,
} from './scenario-context.ts';
import type { ScenarioEvent } from './scenario-event.ts';
import { hintNext, hintsShown, hintTake } from './scenario-hint.ts';
import {
  failureIn,
  freezeFollows,
  resultGraded,
  signOf,
  stepUsesFrozen,
  stepUsesKey,
} from './scenario-need.ts';
import { clipForget, imageOpenedTake, openInput } from './scenario-open.ts';
import {
  keyTake,
  missingDecide,
  proposalDecide,
  proposalsAreDecided,
  proposalsKeep,
} from './scenario-proposals.ts';
import { markResultKeep, replyKeep, type ScenarioOutcome } from './scenario-result.ts';
import { foundTake, lostKeep, missOf, missTake, scanOn, signSay, signTake } from './scenario-scan.ts';
import { frozenTake, markAgain, roundSkip, stepAdvance } from './scenario-step.ts';
import { surveyIsEnough, surveyKeep, zoneFreeze, zoneKeep, zoneLeave } from './scenario-survey.ts';
import { secondShare } from './scenario-ticking.ts';

/** An event of one type. */
type Of<Type extends ScenarioEvent['type']> = Extract<ScenarioEvent, { readonly type: Type }>;

/** An error of the world outside, and the stage in which it came. */
interface ScenarioFailed {
  readonly during: ScenarioStage;
  readonly error: unknown;
}

/** Context, events, actors, guards and actions, by the names that the states use. */
export function scenarioSetup(effects: ScenarioEffects) {
  return setup({
    types: {
      context: {} as ScenarioContext,
      events: {} as ScenarioEvent,
      input: {} as ScenarioInput,
      output: {} as ScenarioOutcome,
      tags: {} as 'busy' | 'live' | 'frozen',
    },
    // Each effect is called inside an async function, so that one that throws at once rejects like any other.
    actors: {
      marking: markingMachine,
      imageOpen: fromPromise<ImageOpened, ImageOpenInput>(async ({ input, signal }) =>
        effects.imageOpen(input, signal),
      ),
      imageFreeze: fromPromise<SourceFrame, FreezeInput>(async ({ input, signal }) =>
        effects.imageFreeze(input, signal),
      ),
      imagePlay: fromCallback<AnyEventObject, { readonly image: ScenarioImage; readonly view: ProbeView }>(
        ({ input }) => effects.imagePlay(input),
      ),
      probe: probeMachine,
      mModeRun: fromCallback<AnyEventObject, { readonly lateral: number }>(({ input }) => {
        effects.mModeSet(input.lateral);
        return () => effects.mModeSet(null);
      }),
      goalReach: fromPromise<SourceFrame, GoalReachInput>(async ({ input, signal }) =>
        effects.goalReach(input, signal),
      ),
      imageClose: fromCallback(() => () => effects.imageClose()),
      keyMake: fromPromise<KeyMade, KeyInput>(async ({ input, signal }) => effects.keyMake(input, signal)),
      marksGrade: fromPromise<Grade, GradeInput>(async ({ input, signal }) =>
        effects.marksGrade(input, signal),
      ),
    },
    guards: {
      isAtEnd: ({ context }) => context.stepId === SCENARIO_END,
      isStep: ({ context }, kind: ScenarioStep['kind']) => stepNow(context)?.kind === kind,
      isFailedIn: ({ context }, stages: readonly ScenarioStage[]) =>
        context.failure !== null && stages.includes(context.failure.during),
      needsOpening: ({ context }) => {
        const image = imageNow(context);
        return image !== null && image.id !== context.openedImageId;
      },
      awaitsClip: ({ context }) => openInput(context).clip !== null,
      needsFreezing: ({ context }) => stepUsesFrozen(context) && context.frozen === null,
      needsKeying: ({ context }) => stepUsesKey(context) && context.keyMade === null,
      needsRegrading: ({ context }) =>
        stepNow(context)?.kind === 'feedback' && context.grade === null && resultGraded(context) !== null,
      isAnswered: ({ context }) => context.isAnswered,
      isOver: ({ context }) => totalLeftS(context) === 0,
      isUntold: ({ context }) => context.scenario.limits !== undefined,
      mayLeave: ({ context }) => observeWaitS(context) === 0,
      mayLeaveToFreeze: ({ context }) => observeWaitS(context) === 0 && freezeFollows(context),
      awaitsImage: () => !effects.hasImage(),
      isTimeUp: ({ context }) => (timeLeftS(context) ?? Number.POSITIVE_INFINITY) <= 1,
      // A freeze costs nothing but in a scan.
      hasAttempts: ({ context }) => attemptsLeft(context) > 0 || stepNow(context)?.kind !== 'scan',
      isGoalShown: ({ context }) => hintsShown(context).some(({ kind }) => kind === 'answer'),
      hintShowsGoal: ({ context }) => hintNext(context)?.kind === 'answer',
      canSay: ({ context, event }) =>
        event.type === 'm_mode.answer' && mModeWaitS(context) === 0 && signOf(context, event.reply) !== null,
      isMiss: ({ context }, frozen: SourceFrame) => missOf(context, frozen) !== null,
      awaitsSign: ({ context }) => stepNow(context)?.kind === 'm_mode' && !context.isAnswered,
      isZoneFrozen: ({ context }, answers: 'marks' | 'named') => {
        const step = stepNow(context);
        if (step?.kind !== 'survey' || context.frozen === null) return false;
        return (step.answers === 'marks') === (answers === 'marks');
      },
      isZoneFailed: ({ context }) =>
        context.failure?.during === 'marking' && stepNow(context)?.kind === 'survey',
      isSurveyEnough: ({ context }) => surveyIsEnough(context),
      hasHint: ({ context }) => hintNext(context) !== null,
      canSubmit: ({ context }) => proposalsAreDecided(context),
      isTold: ({ context }) => context.isAnswered && stepNow(context)?.kind === 'proposals',
      canAnswer: ({ context, event }) => {
        const step = stepNow(context);
        return (
          event.type === 'question.answer' &&
          step?.kind === 'question' &&
          replyIsPossible(step.reply, event.reply)
        );
      },
    },
    actions: {
      openedTake: assign(({ context }, opened: ImageOpened) => imageOpenedTake(context, opened)),
      clipForget: assign(({ context }) => clipForget(context)),
      standTake: assign((_, { stand }: Of<'probe.rested'>) => stand),
      frozenTake: assign((_, frozen: SourceFrame) => frozenTake(frozen)),
      missTake: assign(({ context }, frozen: SourceFrame) => missTake(context, frozen)),
      foundTake: assign(({ context }, frozen: SourceFrame) => foundTake(context, frozen)),
      zoneFreeze: assign(({ context }, frozen: SourceFrame) => zoneFreeze(context, frozen)),
      zoneName: assign(({ context }, { reading }: Of<'zone.answer'>) => zoneKeep(context, reading)),
      zoneDraw: assign(({ context }) => zoneKeep(context, null)),
      zoneLeave: assign(() => zoneLeave()),
      surveyKeep: assign(({ context }) => surveyKeep(context)),
      signSay: assign(({ context }, { reply, lateral }: Of<'m_mode.answer'>) =>
        signSay(signOf(context, reply), lateral),
      ),
      signTake: assign(({ context }, frozen: SourceFrame) => signTake(context, frozen)),
      keyTake: assign(({ context }, keyMade: KeyMade) => keyTake(context, keyMade)),
      historyTake: assign((_, { history }: { readonly history: MarkHistory }) => ({ history })),
      marksSubmit: sendTo('marking', { type: 'marks.submit' }),
      gradeKeep: assign(({ context }, grade: Grade) => markResultKeep(context, grade)),
      gradeTake: assign((_, grade: Grade) => ({ grade })),
      failureTake: assign((_, { during, error }: ScenarioFailed) => failureIn(during, error)),
      advance: assign(({ context }) => stepAdvance(context)),
      roundSkip: assign(({ context }) => roundSkip(context)),
      stepLeave: raise({ type: 'step.skip' }),
      timeEnd: assign({ stepId: SCENARIO_END }),
      markAgain: assign(({ context }) => markAgain(context)),
      hintTake: assign(({ context }) => hintTake(context)),
      tick: assign({
        elapsedS: ({ context }) => context.elapsedS + 1,
        spentS: ({ context }) => context.spentS + 1,
      }),
      secondBegin: assign({ secondMs: () => effects.nowMs() }),
      secondEnd: assign({
        seenS: ({ context }) => {
          const isLooking = effects.isSeen() && (effects.hasImage() || !stepIsScanned(stepNow(context)));
          return isLooking ? context.seenS + secondShare(context, effects.nowMs()) : context.seenS;
        },
      }),
      confidenceTake: assign((_, { confidence }: { readonly confidence?: Confidence }) => ({
        confidence: confidence ?? null,
      })),
      failureClear: assign({ failure: null }),
      runOn: assign(() => scanOn()),
      lostKeep: assign(({ context }) => lostKeep(context)),
      skipBegin: assign({ isSkipping: true }),
      skipForget: assign({ isSkipping: false }),
      ungradedKeep: assign(({ context }) => markResultKeep(context, null)),
      replyKeep: assign(({ context }, { reply }: Of<'question.answer'>) => replyKeep(context, reply)),
      proposalDecide: assign(({ context }, event: Of<'proposal.decide'>) => proposalDecide(context, event)),
      missingDecide: assign(({ context }, event: Of<'missing.decide'>) => missingDecide(context, event)),
      proposalsKeep: assign(({ context }) => proposalsKeep(context, false)),
      proposalsSkip: assign(({ context }) => proposalsKeep(context, true)),
      replySkip: assign(({ context }) => replyKeep(context, null)),
    },
  });
}

/** In a step that scans a patient nothing is to be seen at first. */
function stepIsScanned(step: ScenarioStep | null): boolean {
  return step?.kind === 'scan' || step?.kind === 'survey' || step?.kind === 'm_mode';
}

export type ScenarioSetup = ReturnType<typeof scenarioSetup>;
