import { roundFindings } from './scenario-context.ts';
import {
  freezeIndex,
  frozenNeeded,
  gradeInput,
  imageNeeded,
  markingAsked,
  reachInput,
  resultGraded,
} from './scenario-need.ts';
import { openInput } from './scenario-open.ts';
import type { ScenarioSetup } from './scenario-setup.ts';

/** The image's source is made ready; the learner may be asked for it. */
export const openingState = (setup: ScenarioSetup) =>
  setup.createStateConfig({
    tags: 'busy',
    invoke: {
      src: 'imageOpen',
      input: ({ context }) => openInput(context),
      onDone: {
        target: 'routing',
        actions: { type: 'openedTake', params: ({ event }) => event.output },
      },
      onError: {
        target: 'failed',
        actions: { type: 'failureTake', params: ({ event }) => ({ during: 'opening', error: event.error }) },
      },
    },
    on: {
      'step.skip': { target: 'routing', actions: 'roundSkip' },
      'image.anew': {
        guard: 'awaitsClip',
        target: 'routing',
        actions: 'clipForget',
      },
    },
  });

/** The image is stopped, or one that was frozen before is fetched again. */
export const freezingState = (setup: ScenarioSetup) =>
  setup.createStateConfig({
    tags: 'busy',
    invoke: {
      src: 'imageFreeze',
      input: ({ context }) => ({
        image: imageNeeded(context),
        index: freezeIndex(context),
        view: context.view,
        mLine: context.mLine,
      }),
      onDone: [
        {
          guard: { type: 'isStep', params: 'freeze' },
          target: 'routing',
          actions: [{ type: 'frozenTake', params: ({ event }) => event.output }, 'advance'],
        },
        {
          guard: { type: 'isMiss', params: ({ event }) => event.output },
          target: 'missed',
          actions: { type: 'missTake', params: ({ event }) => event.output },
        },
        {
          guard: { type: 'isStep', params: 'survey' },
          target: 'routing',
          actions: { type: 'zoneFreeze', params: ({ event }) => event.output },
        },
        {
          guard: { type: 'isStep', params: 'scan' },
          target: 'routing',
          actions: [{ type: 'foundTake', params: ({ event }) => event.output }, 'advance'],
        },
        {
          guard: 'awaitsSign',
          target: 'routing',
          actions: { type: 'signTake', params: ({ event }) => event.output },
        },
        {
          target: 'routing',
          actions: { type: 'frozenTake', params: ({ event }) => event.output },
        },
      ],
      onError: {
        target: 'failed',
        actions: { type: 'failureTake', params: ({ event }) => ({ during: 'freezing', error: event.error }) },
      },
    },
    on: { 'step.skip': { target: 'routing', actions: 'roundSkip' } },
  });

/** The key that marks are graded by is made. */
export const keyingState = (setup: ScenarioSetup) =>
  setup.createStateConfig({
    tags: ['busy', 'frozen'],
    invoke: {
      src: 'keyMake',
      input: ({ context }) => ({
        image: imageNeeded(context),
        frozen: frozenNeeded(context),
        findings: roundFindings(context),
      }),
      onDone: {
        target: 'routing',
        actions: { type: 'keyTake', params: ({ event }) => event.output },
      },
      onError: {
        target: 'failed',
        actions: { type: 'failureTake', params: ({ event }) => ({ during: 'keying', error: event.error }) },
      },
    },
    on: { 'step.skip': { target: 'routing', actions: 'roundSkip' } },
  });

/** The marks handed in are graded. */
export const gradingState = (setup: ScenarioSetup) =>
  setup.createStateConfig({
    tags: ['busy', 'frozen'],
    invoke: {
      src: 'marksGrade',
      input: ({ context }) => gradeInput(context, markingAsked(context).asked),
      onDone: {
        target: 'routing',
        actions: [{ type: 'gradeKeep', params: ({ event }) => event.output }, 'advance'],
      },
      onError: {
        target: 'failed',
        actions: { type: 'failureTake', params: ({ event }) => ({ during: 'grading', error: event.error }) },
      },
    },
  });

/** Marks that were graded before a reload are graded again, to be shown. */
export const regradingState = (setup: ScenarioSetup) =>
  setup.createStateConfig({
    tags: ['busy', 'frozen'],
    invoke: {
      src: 'marksGrade',
      input: ({ context }) => gradeInput(context, resultGraded(context)?.findings ?? []),
      onDone: {
        target: 'routing',
        actions: { type: 'gradeTake', params: ({ event }) => event.output },
      },
      onError: {
        target: 'failed',
        actions: {
          type: 'failureTake',
          params: ({ event }) => ({ during: 'regrading', error: event.error }),
        },
      },
    },
  });

/** The place that a scan step asks for is shown, for good: the learner gave up or has no attempts left. */
export const reachingState = (setup: ScenarioSetup) =>
  setup.createStateConfig({
    tags: 'busy',
    invoke: {
      src: 'goalReach',
      input: ({ context }) => reachInput(context),
      onDone: {
        target: 'routing',
        actions: ['lostKeep', { type: 'frozenTake', params: ({ event }) => event.output }, 'advance'],
      },
      onError: {
        target: 'failed',
        actions: { type: 'failureTake', params: ({ event }) => ({ during: 'reaching', error: event.error }) },
      },
    },
  });

/** A hint puts the probe where the goal is met; the learner goes on from there. */
export const placingState = (setup: ScenarioSetup) =>
  setup.createStateConfig({
    tags: 'busy',
    invoke: {
      src: 'goalReach',
      input: ({ context }) => reachInput(context),
      onDone: {
        target: 'routing',
        actions: [{ type: 'frozenTake', params: ({ event }) => event.output }, 'runOn'],
      },
      onError: {
        target: 'failed',
        actions: { type: 'failureTake', params: ({ event }) => ({ during: 'playing', error: event.error }) },
      },
    },
  });
