import { errorFact } from '../../../domain/errors/error-fact.ts';
import { claimedTake } from './session-claim.ts';
import type { SessionSetup } from './session-setup.ts';

/** It is asked whether another page plays the scenario. */
export const claimingState = (setup: SessionSetup) =>
  setup.createStateConfig({
    invoke: {
      src: 'claim',
      input: ({ context }) => ({ scenarioId: context.scenarioId ?? '' }),
      onDone: [
        {
          guard: { type: 'isOurs', params: ({ event }) => event.output },
          target: 'loading',
          actions: {
            type: 'apply',
            params: ({ context, event }) => claimedTake(context, event.output),
          },
        },
        { target: 'elsewhere' },
      ],
      // Who cannot ask other pages plays all the same.
      onError: 'loading',
    },
    on: { 'menu.open': 'menu' },
  });

/** Another page plays it. */
export const elsewhereState = (setup: SessionSetup) =>
  setup.createStateConfig({
    entry: 'release',
    on: {
      'scenario.take': {
        target: 'taking',
        actions: { type: 'apply', params: () => ({ unkept: null }) },
      },
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
        actions: [{ type: 'refresh', params: ({ event }) => event.output }, 'takenPick'],
      },
      onError: {
        target: 'elsewhere',
        actions: {
          type: 'apply',
          params: ({ event }) => ({
            notice: errorFact(event.error, { code: 'takeOverFailed' }),
          }),
        },
      },
    },
    on: { 'menu.open': 'menu' },
  });
