import type { MarkHistory } from '../../../domain/marks/history.ts';
import { markingAsked } from './scenario-need.ts';
import type { ScenarioSetup } from './scenario-setup.ts';
import { SECOND_MS, SECOND_SEEN, TICKING } from './scenario-ticking.ts';

/** Reading. */
export const briefingState = (setup: ScenarioSetup) =>
  setup.createStateConfig({
    ...TICKING,
    on: {
      'step.next': { target: 'routing', actions: 'advance' },
      'step.skip': { target: 'routing', actions: 'advance' },
    },
  });

/** A child marks the frozen image. */
export const markState = (setup: ScenarioSetup) =>
  setup.createStateConfig({
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
        actions: { type: 'historyTake', params: ({ event }) => event.output },
      },
      onError: {
        target: 'failed',
        actions: { type: 'failureTake', params: ({ event }) => ({ during: 'marking', error: event.error }) },
      },
    },
    initial: 'running',
    states: {
      running: {
        ...SECOND_SEEN,
        after: {
          [SECOND_MS]: [
            {
              guard: 'isTimeUp',
              actions: ['tick', 'marksSubmit'],
            },
            { target: 'running', reenter: true, actions: 'tick' },
          ],
        },
      },
    },
    on: {
      'marks.submit': {
        actions: [{ type: 'confidenceTake', params: ({ event }) => event }, 'marksSubmit'],
      },
      'hint.take': { guard: 'hasHint', actions: 'hintTake' },
      'step.skip': { target: 'grading', actions: 'skipBegin' },
    },
  });

/** A question is asked, and its answer shown. */
export const questionState = (setup: ScenarioSetup) =>
  setup.createStateConfig({
    tags: 'frozen',
    initial: 'asking',
    states: {
      asking: {
        ...TICKING,
        on: {
          'question.answer': {
            guard: 'canAnswer',
            target: 'answered',
            actions: [
              { type: 'confidenceTake', params: ({ event }) => event },
              { type: 'replyKeep', params: ({ event }) => event },
            ],
          },
          'hint.take': { guard: 'hasHint', actions: 'hintTake' },
          'step.skip': { target: 'answered', actions: 'replySkip' },
        },
      },
      answered: {
        // In an exam nobody is told the answer before the end.
        always: { guard: 'isUntold', target: '#scenario.routing', actions: 'advance' },
        on: {
          'step.next': { target: '#scenario.routing', actions: 'advance' },
          'step.skip': { target: '#scenario.routing', actions: 'advance' },
        },
      },
    },
  });

/** Each proposal is decided on, and then told what it was. */
export const proposalsState = (setup: ScenarioSetup) =>
  setup.createStateConfig({
    tags: 'frozen',
    initial: 'deciding',
    states: {
      deciding: {
        ...TICKING,
        on: {
          'proposal.decide': { actions: { type: 'proposalDecide', params: ({ event }) => event } },
          'missing.decide': { actions: { type: 'missingDecide', params: ({ event }) => event } },
          'proposals.submit': { guard: 'canSubmit', target: 'told', actions: 'proposalsKeep' },
          'step.skip': { target: 'told', actions: 'proposalsSkip' },
        },
      },
      told: {
        on: {
          'step.next': { target: '#scenario.routing', actions: 'advance' },
          'step.skip': { target: '#scenario.routing', actions: 'advance' },
        },
      },
    },
  });

/** The grade is shown. */
export const feedbackState = (setup: ScenarioSetup) =>
  setup.createStateConfig({
    tags: 'frozen',
    on: {
      'step.next': { target: 'routing', actions: 'advance' },
      'step.skip': { target: 'routing', actions: 'advance' },
      'step.retry': { target: 'routing', actions: 'markAgain' },
    },
  });

/** The chart of the chest is shown. */
export const reportState = (setup: ScenarioSetup) =>
  setup.createStateConfig({
    tags: 'frozen',
    on: {
      'step.next': { target: 'routing', actions: 'advance' },
      'step.skip': { target: 'routing', actions: 'advance' },
    },
  });

/** Reading at the end. */
export const debriefState = (setup: ScenarioSetup) =>
  setup.createStateConfig({
    on: {
      'step.next': { target: 'routing', actions: 'advance' },
      'step.skip': { target: 'routing', actions: 'advance' },
    },
  });
