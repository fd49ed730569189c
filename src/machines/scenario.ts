import { type AnyEventObject, assign, fromCallback, fromPromise, sendTo, setup } from 'xstate';
import type { ClipUsed } from '../domain/frame/clip-used.ts';
import type { Grade } from '../domain/grading/grade.ts';
import { historyMarks, type MarkHistory } from '../domain/marks/history.ts';
import { replyIsPossible } from '../domain/scenario/answer.ts';
import { stepFollow } from '../domain/scenario/progress.ts';
import {
  type AskedFinding,
  type MarkStep,
  SCENARIO_END,
  type ScenarioImage,
  type ScenarioStep,
  stepIndex,
} from '../domain/scenario/scenario.ts';
import type { SourceFrame } from '../ports/frame-source.ts';
import { markingMachine } from './marking.ts';
import {
  frozenTake,
  hintNext,
  hintTake,
  imageNow,
  markAgain,
  markResultKeep,
  observeWaitS,
  outcomeOf,
  replyKeep,
  roundFindings,
  roundSkip,
  type ScenarioChange,
  type ScenarioContext,
  type ScenarioInput,
  type ScenarioOutcome,
  type ScenarioStage,
  scenarioBegin,
  stepAdvance,
  stepNow,
  timeLeftS,
} from './scenario-context.ts';
import type { GradeInput, ImageOpenInput, KeyInput, KeyMade, ScenarioEffects } from './scenario-effects.ts';
import { imageAnew, openedTake, openInput } from './scenario-open.ts';

export type ScenarioEvent =
  | { readonly type: 'step.next' }
  | { readonly type: 'step.skip' }
  | { readonly type: 'step.retry' }
  | { readonly type: 'image.freeze' }
  | { readonly type: 'image.anew' }
  | { readonly type: 'marks.submit' }
  | { readonly type: 'marks.changed'; readonly history: MarkHistory }
  | { readonly type: 'marks.back' }
  | { readonly type: 'question.answer'; readonly reply: number | string }
  | { readonly type: 'hint.take' }
  | { readonly type: 'effect.retry' }
  | { readonly type: 'scenario.leave' };

/** Seconds in a step are counted one by one, so that a limit is kept over a reload and stops with the page. */
const SECOND_MS = 1000;
const TICKING = {
  initial: 'running',
  states: { running: { after: { [SECOND_MS]: { target: 'running', reenter: true, actions: 'tick' } } } },
} as const;

/**
 * Plays one scenario. `routing` looks where the learner is and makes ready whatever that step needs, so a scenario
 * that is taken up after a reload comes the same way to the same place.
 */
export function scenarioMachineCreate(effects: ScenarioEffects) {
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
      imageOpen: fromPromise<ClipUsed | null, ImageOpenInput>(async ({ input, signal }) =>
        effects.imageOpen(input, signal),
      ),
      imageFreeze: fromPromise<SourceFrame, { readonly image: ScenarioImage; readonly index: number | null }>(
        async ({ input, signal }) => effects.imageFreeze(input, signal),
      ),
      imagePlay: fromCallback<AnyEventObject, { readonly image: ScenarioImage }>(({ input }) =>
        effects.imagePlay(input),
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
      needsKeying: ({ context }) => stepUsesFrozen(context) && context.keyMade === null,
      needsRegrading: ({ context }) =>
        stepNow(context)?.kind === 'feedback' && context.grade === null && resultGraded(context) !== null,
      isAnswered: ({ context }) => context.isAnswered,
      mayLeave: ({ context }) => observeWaitS(context) === 0,
      mayLeaveToFreeze: ({ context }) => observeWaitS(context) === 0 && freezeFollows(context),
      isTimeUp: ({ context }) => (timeLeftS(context) ?? Number.POSITIVE_INFINITY) <= 1,
      hasHint: ({ context }) => hintNext(context) !== null,
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
      apply: assign((_, change: ScenarioChange) => change),
      advance: assign(({ context }) => stepAdvance(context)),
      roundSkip: assign(({ context }) => roundSkip(context)),
      markAgain: assign(({ context }) => markAgain(context)),
      hintTake: assign(({ context }) => hintTake(context)),
      tick: assign({ elapsedS: ({ context }) => context.elapsedS + 1 }),
      failureClear: assign({ failure: null }),
      skipBegin: assign({ isSkipping: true }),
      skipForget: assign({ isSkipping: false }),
      ungradedKeep: assign(({ context }) => markResultKeep(context, null)),
      replySkip: assign(({ context }) => replyKeep(context, null)),
    },
  }).createMachine({
    id: 'scenario',
    context: ({ input }) => scenarioBegin(input),
    output: ({ context }) => outcomeOf(context),
    initial: 'routing',
    invoke: { id: 'imageClose', src: 'imageClose' },
    on: {
      'scenario.leave': { target: '.over' },
      // From the child that marks; the last of them can come when its state is left already.
      'marks.changed': {
        actions: { type: 'apply', params: ({ event }) => ({ history: event.history }) },
      },
    },
    states: {
      routing: {
        always: [
          { guard: 'isAtEnd', target: 'over' },
          { guard: 'needsOpening', target: 'opening' },
          { guard: 'needsFreezing', target: 'freezing' },
          { guard: 'needsKeying', target: 'keying' },
          { guard: 'needsRegrading', target: 'regrading' },
          { guard: { type: 'isStep', params: 'briefing' }, target: 'briefing' },
          { guard: { type: 'isStep', params: 'observe' }, target: 'live.observe' },
          { guard: { type: 'isStep', params: 'freeze' }, target: 'live.freeze' },
          { guard: { type: 'isStep', params: 'mark' }, target: 'mark' },
          { guard: 'isAnswered', target: 'question.answered' },
          { guard: { type: 'isStep', params: 'question' }, target: 'question.asking' },
          { guard: { type: 'isStep', params: 'feedback' }, target: 'feedback' },
          { target: 'debrief' },
        ],
      },

      opening: {
        tags: 'busy',
        invoke: {
          src: 'imageOpen',
          input: ({ context }) => openInput(context),
          onDone: {
            target: 'routing',
            actions: {
              type: 'apply',
              params: ({ context, event }) => openedTake(context, event.output),
            },
          },
          onError: {
            target: 'failed',
            actions: { type: 'apply', params: ({ event }) => failureIn('opening', event.error) },
          },
        },
        on: {
          'step.skip': { target: 'routing', actions: 'roundSkip' },
          'image.anew': {
            guard: 'awaitsClip',
            target: 'routing',
            actions: { type: 'apply', params: ({ context }) => imageAnew(context) },
          },
        },
      },
      freezing: {
        tags: 'busy',
        invoke: {
          src: 'imageFreeze',
          input: ({ context }) => ({ image: imageNeeded(context), index: freezeIndex(context) }),
          onDone: [
            {
              guard: { type: 'isStep', params: 'freeze' },
              target: 'routing',
              actions: [{ type: 'apply', params: ({ event }) => frozenTake(event.output) }, 'advance'],
            },
            {
              target: 'routing',
              actions: { type: 'apply', params: ({ event }) => frozenTake(event.output) },
            },
          ],
          onError: {
            target: 'failed',
            actions: { type: 'apply', params: ({ event }) => failureIn('freezing', event.error) },
          },
        },
        on: { 'step.skip': { target: 'routing', actions: 'roundSkip' } },
      },
      keying: {
        tags: ['busy', 'frozen'],
        invoke: {
          src: 'keyMake',
          input: ({ context }) => ({ frozen: frozenNeeded(context), findings: roundFindings(context) }),
          onDone: {
            target: 'routing',
            actions: { type: 'apply', params: ({ event }) => ({ keyMade: event.output }) },
          },
          onError: {
            target: 'failed',
            actions: { type: 'apply', params: ({ event }) => failureIn('keying', event.error) },
          },
        },
        on: { 'step.skip': { target: 'routing', actions: 'roundSkip' } },
      },

      briefing: {
        ...TICKING,
        on: {
          'step.next': { target: 'routing', actions: 'advance' },
          'step.skip': { target: 'routing', actions: 'advance' },
        },
      },
      live: {
        tags: 'live',
        invoke: {
          src: 'imagePlay',
          input: ({ context }) => ({ image: imageNeeded(context) }),
          onError: {
            target: 'failed',
            actions: { type: 'apply', params: ({ event }) => failureIn('playing', event.error) },
          },
        },
        initial: 'observe',
        states: {
          observe: {
            ...TICKING,
            on: {
              'step.next': [
                // The image goes on running.
                { guard: 'mayLeaveToFreeze', target: 'freeze', actions: 'advance' },
                { guard: 'mayLeave', target: '#scenario.routing', actions: 'advance' },
              ],
              'step.skip': { target: '#scenario.routing', actions: 'advance' },
            },
          },
          freeze: {
            ...TICKING,
            on: {
              'image.freeze': '#scenario.freezing',
              'step.skip': { target: '#scenario.routing', actions: 'roundSkip' },
            },
          },
        },
      },
      mark: {
        tags: 'frozen',
        invoke: {
          id: 'marking',
          src: 'marking',
          input: ({ context, self }) => ({
            ...markingAsked(context),
            history: context.history,
            onEdit: (history: MarkHistory) => self.send({ type: 'marks.changed', history }),
          }),
          onDone: {
            target: 'grading',
            actions: { type: 'apply', params: ({ event }) => ({ history: event.output.history }) },
          },
          onError: {
            target: 'failed',
            actions: { type: 'apply', params: ({ event }) => failureIn('marking', event.error) },
          },
        },
        initial: 'running',
        states: {
          running: {
            after: {
              [SECOND_MS]: [
                {
                  guard: 'isTimeUp',
                  actions: ['tick', sendTo('marking', { type: 'marks.submit' })],
                },
                { target: 'running', reenter: true, actions: 'tick' },
              ],
            },
          },
        },
        on: {
          'marks.submit': { actions: sendTo('marking', { type: 'marks.submit' }) },
          'hint.take': { guard: 'hasHint', actions: 'hintTake' },
          'step.skip': { target: 'grading', actions: 'skipBegin' },
        },
      },
      grading: {
        tags: ['busy', 'frozen'],
        invoke: {
          src: 'marksGrade',
          input: ({ context }) => gradeInput(context, markingAsked(context).asked),
          onDone: {
            target: 'routing',
            actions: [
              { type: 'apply', params: ({ context, event }) => markResultKeep(context, event.output) },
              'advance',
            ],
          },
          onError: {
            target: 'failed',
            actions: { type: 'apply', params: ({ event }) => failureIn('grading', event.error) },
          },
        },
      },
      regrading: {
        tags: ['busy', 'frozen'],
        invoke: {
          src: 'marksGrade',
          input: ({ context }) => gradeInput(context, resultGraded(context)?.findings ?? []),
          onDone: {
            target: 'routing',
            actions: { type: 'apply', params: ({ event }) => ({ grade: event.output }) },
          },
          onError: {
            target: 'failed',
            actions: { type: 'apply', params: ({ event }) => failureIn('regrading', event.error) },
          },
        },
      },
      question: {
        tags: 'frozen',
        initial: 'asking',
        states: {
          asking: {
            ...TICKING,
            on: {
              'question.answer': {
                guard: 'canAnswer',
                target: 'answered',
                actions: { type: 'apply', params: ({ context, event }) => replyKeep(context, event.reply) },
              },
              'hint.take': { guard: 'hasHint', actions: 'hintTake' },
              'step.skip': { target: 'answered', actions: 'replySkip' },
            },
          },
          answered: {
            on: {
              'step.next': { target: '#scenario.routing', actions: 'advance' },
              'step.skip': { target: '#scenario.routing', actions: 'advance' },
            },
          },
        },
      },
      feedback: {
        tags: 'frozen',
        on: {
          'step.next': { target: 'routing', actions: 'advance' },
          'step.skip': { target: 'routing', actions: 'advance' },
          'step.retry': { target: 'routing', actions: 'markAgain' },
        },
      },
      debrief: {
        on: {
          'step.next': { target: 'routing', actions: 'advance' },
          'step.skip': { target: 'routing', actions: 'advance' },
        },
      },

      failed: {
        exit: 'failureClear',
        on: {
          'effect.retry': [
            { guard: { type: 'isFailedIn', params: ['grading'] }, target: 'grading' },
            // The index that was asked for is known to the freeze step alone, which routing takes as live.
            { guard: { type: 'isFailedIn', params: ['freezing'] }, target: 'freezing' },
            { target: 'routing' },
          ],
          'step.skip': [
            {
              guard: { type: 'isFailedIn', params: ['grading', 'marking'] },
              target: 'routing',
              actions: ['ungradedKeep', 'advance'],
            },
            { guard: { type: 'isFailedIn', params: ['regrading'] }, target: 'routing', actions: 'advance' },
            { target: 'routing', actions: 'roundSkip' },
          ],
          'marks.back': {
            guard: { type: 'isFailedIn', params: ['grading'] },
            target: 'mark',
            actions: 'skipForget',
          },
        },
      },
      over: { type: 'final' },
    },
  });
}

export type ScenarioMachine = ReturnType<typeof scenarioMachineCreate>;

/** Steps about a frozen image; questions outside rounds are about none. */
function stepUsesFrozen(context: ScenarioContext): boolean {
  const step = stepNow(context);
  if (step === null || step.imageId === null) return false;
  return step.kind === 'mark' || step.kind === 'question' || step.kind === 'feedback';
}

/** Whether the step that comes next stops the image that is running now. */
function freezeFollows(context: ScenarioContext): boolean {
  const { scenario } = context;
  const step = stepNow(context);
  if (step === null) return false;
  const { stepId } = stepFollow(scenario, step, context.results, context.followed);
  const following = scenario.steps[stepIndex(scenario, stepId)];
  return following?.kind === 'freeze' && following.imageId === step.imageId;
}

function freezeIndex(context: ScenarioContext): number | null {
  const step = stepNow(context);
  return step?.kind === 'freeze' ? step.frameIndex : context.frozenIndex;
}

/** The mark step that the round's marks belong to, if they were graded. */
function resultGraded(context: ScenarioContext): MarkStep | null {
  const { scenario, historyStepId, results } = context;
  if (historyStepId === null) return null;
  const step = scenario.steps[stepIndex(scenario, historyStepId)];
  const result = results[historyStepId];
  return step?.kind === 'mark' && result?.kind === 'mark' && result.grade !== null ? step : null;
}

function markingAsked(context: ScenarioContext) {
  const step = stepNow(context);
  if (step?.kind !== 'mark') throw new Error(`The step ${context.stepId} asks for no marks.`);
  return {
    sector: frozenNeeded(context).frame.sector,
    findings: step.findings.map(({ finding }) => finding),
    asked: step.findings,
    tools: step.tools,
  };
}

function gradeInput(context: ScenarioContext, findings: readonly AskedFinding[]): GradeInput {
  const frozen = frozenNeeded(context);
  if (context.keyMade === null) throw new Error('There is no key to grade by.');
  return { frozen, key: context.keyMade.key, marks: historyMarks(context.history), findings };
}

function imageNeeded(context: ScenarioContext): ScenarioImage {
  const image = imageNow(context);
  if (image === null) throw new Error(`The step ${context.stepId} has no image.`);
  return image;
}

function frozenNeeded({ frozen }: ScenarioContext): SourceFrame {
  if (frozen === null) throw new Error('No image is frozen.');
  return frozen;
}

function failureIn(during: ScenarioStage, error: unknown): ScenarioChange {
  const message =
    error instanceof Error && error.message !== '' ? error.message : 'Something went wrong here. Try again.';
  return { failure: { during, message } };
}
