import { errorFact } from '../../../domain/errors/error-fact.ts';
import type { SessionSetup } from './session-setup.ts';

/** Other pages are asked whether they play the scenario. */
export const claimingState = (setup: SessionSetup) =>
  setup.createStateConfig({
    invoke: {
      src: 'claim',
      input: ({ context }) => ({ scenarioId: context.scenarioId ?? '' }),
      onDone: [
        {
          guard: { type: 'isOurs', params: ({ event }) => event.output },
          target: 'loading',
          actions: { type: 'claimedTake', params: ({ event }) => event.output },
        },
        { target: 'elsewhere' },
      ],
      // A page that cannot ask the others plays all the same.
      onError: 'loading',
    },
    on: { 'menu.open': 'menu' },
  });

/** Another page plays it. */
export const elsewhereState = (setup: SessionSetup) =>
  setup.createStateConfig({
    entry: 'scenarioRelease',
    on: {
      'scenario.take': { target: 'taking', actions: 'unkeptForget' },
      'scenario.restore': { guard: 'hasUnkept', target: 'taking' },
      'menu.open': 'menu',
    },
  });

/** The other page is asked for it. */
export const takingState = (setup: SessionSetup) =>
  setup.createStateConfig({
    invoke: {
      src: 'takeOver',
      input: ({ context }) => ({ scenarioId: context.scenarioId ?? '' }),
      onDone: {
        target: 'loading',
        actions: [{ type: 'storedRefresh', params: ({ event }) => event.output }, 'unkeptPick'],
      },
      onError: {
        target: 'elsewhere',
        actions: {
          type: 'noticeSet',
          params: ({ event }) => errorFact(event.error, { code: 'takeOverFailed' }),
        },
      },
    },
    on: { 'menu.open': 'menu' },
  });
