import type { ScenarioEffects } from '../../../ports/scenario-effects.ts';
import type { ProbeStand } from '../../probe/machine/probe-machine.ts';
import { imageNeeded } from './scenario-need.ts';
import type { ScenarioSetup } from './scenario-setup.ts';
import { SECOND_MS, SECOND_SEEN, TICKING, TICKING_SCANNED } from './scenario-ticking.ts';

/** The image runs; in some steps a child holds the probe. */
export const liveState = (setup: ScenarioSetup, effects: ScenarioEffects) =>
  setup.createStateConfig({
    tags: 'live',
    invoke: {
      src: 'imagePlay',
      input: ({ context }) => ({ image: imageNeeded(context), view: context.view }),
      onError: {
        target: 'failed',
        actions: { type: 'failureTake', params: ({ event }) => ({ during: 'playing', error: event.error }) },
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
      scan: {
        initial: 'running',
        states: {
          running: {
            ...SECOND_SEEN,
            after: {
              [SECOND_MS]: [
                // Nobody finds a place while nothing is to be seen.
                { guard: 'awaitsImage', target: 'running', reenter: true },
                { guard: 'isTimeUp', target: '#scenario.reaching', actions: 'tick' },
                { target: 'running', reenter: true, actions: 'tick' },
              ],
            },
          },
        },
        invoke: {
          id: 'probe',
          src: 'probe',
          input: ({ context, self }) => ({
            view: context.view,
            mLine: null,
            onMove: ({ view }: ProbeStand) => effects.viewSet(view),
            onRest: (stand: ProbeStand) => self.send({ type: 'probe.rested', stand }),
          }),
        },
        on: {
          'image.freeze': '#scenario.freezing',
          'hint.take': [
            { guard: 'hintShowsGoal', target: '#scenario.placing', actions: 'hintTake' },
            { guard: 'hasHint', actions: 'hintTake' },
          ],
          'goal.show': { guard: 'isGoalShown', target: '#scenario.placing' },
          'step.skip': '#scenario.reaching',
        },
      },
      survey: {
        ...TICKING_SCANNED,
        invoke: {
          id: 'probe',
          src: 'probe',
          input: ({ context, self }) => ({
            view: context.view,
            mLine: null,
            onMove: ({ view }: ProbeStand) => effects.viewSet(view),
            onRest: (stand: ProbeStand) => self.send({ type: 'probe.rested', stand }),
          }),
        },
        on: {
          'image.freeze': '#scenario.freezing',
          'survey.finish': {
            guard: 'isSurveyEnough',
            target: '#scenario.routing',
            actions: ['surveyKeep', 'advance'],
          },
          'step.skip': { target: '#scenario.routing', actions: ['surveyKeep', 'advance'] },
        },
      },
      mMode: {
        ...TICKING_SCANNED,
        invoke: [
          {
            id: 'probe',
            src: 'probe',
            input: ({ context, self }) => ({
              view: context.view,
              mLine: context.mLine ?? 0,
              onMove: ({ mLine }: ProbeStand) => effects.mModeSet(mLine),
              onRest: (stand: ProbeStand) => self.send({ type: 'probe.rested', stand }),
            }),
          },
          { src: 'mModeRun', input: ({ context }) => ({ lateral: context.mLine ?? 0 }) },
        ],
        on: {
          'm_mode.answer': {
            guard: 'canSay',
            target: '#scenario.freezing',
            actions: [
              { type: 'confidenceTake', params: ({ event }) => event },
              { type: 'signSay', params: ({ event }) => event },
            ],
          },
          'hint.take': { guard: 'hasHint', actions: 'hintTake' },
          'step.skip': { target: '#scenario.freezing', actions: 'skipBegin' },
        },
      },
    },
  });

/** The frozen image is not what the step asks for: it stands still beside the reason. */
export const missedState = (setup: ScenarioSetup) =>
  setup.createStateConfig({
    tags: 'frozen',
    on: {
      'step.next': [{ guard: 'hasAttempts', target: 'routing', actions: 'runOn' }, { target: 'reaching' }],
      'step.skip': [
        { guard: { type: 'isStep', params: 'scan' }, target: 'reaching' },
        { target: 'routing', actions: 'runOn' },
      ],
    },
  });
