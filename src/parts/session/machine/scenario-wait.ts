import { roundFindings, stepNow } from './scenario-context.ts';
import {
  failureIn,
  freezeIndex,
  frozenNeeded,
  gradeInput,
  imageNeeded,
  markingAsked,
  reachInput,
  resultGraded,
} from './scenario-need.ts';
import { imageAnew, openedTake, openInput } from './scenario-open.ts';
import { markResultKeep } from './scenario-result.ts';
import { foundTake, missOf, missTake, signTake } from './scenario-scan.ts';
import type { ScenarioSetup } from './scenario-setup.ts';
import { frozenTake } from './scenario-step.ts';

/** The image's source is made ready; the learner may be asked for it. */
export const openingState = (setup: ScenarioSetup) =>
  setup.createStateConfig({
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
      }),
      onDone: [
        {
          guard: { type: 'isStep', params: 'freeze' },
          target: 'routing',
          actions: [{ type: 'apply', params: ({ event }) => frozenTake(event.output) }, 'advance'],
        },
        {
          guard: ({ context, event }) => missOf(context, event.output) !== null,
          target: 'missed',
          actions: { type: 'apply', params: ({ context, event }) => missTake(context, event.output) },
        },
        {
          guard: { type: 'isStep', params: 'scan' },
          target: 'routing',
          actions: [
            { type: 'apply', params: ({ context, event }) => foundTake(context, event.output) },
            'advance',
          ],
        },
        {
          guard: ({ context }) => stepNow(context)?.kind === 'm_mode' && !context.isAnswered,
          target: 'routing',
          actions: { type: 'apply', params: ({ context, event }) => signTake(context, event.output) },
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
  });

/** What marks are graded by is chosen. */
export const keyingState = (setup: ScenarioSetup) =>
  setup.createStateConfig({
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
        actions: { type: 'apply', params: ({ event }) => ({ grade: event.output }) },
      },
      onError: {
        target: 'failed',
        actions: { type: 'apply', params: ({ event }) => failureIn('regrading', event.error) },
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
        actions: ['lostKeep', { type: 'apply', params: ({ event }) => frozenTake(event.output) }, 'advance'],
      },
      onError: {
        target: 'failed',
        actions: { type: 'apply', params: ({ event }) => failureIn('reaching', event.error) },
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
        actions: [{ type: 'apply', params: ({ event }) => frozenTake(event.output) }, 'runOn'],
      },
      onError: {
        target: 'failed',
        actions: { type: 'apply', params: ({ event }) => failureIn('playing', event.error) },
      },
    },
  });
