import type { ActorRefFrom } from 'xstate';
import { errorFact } from '../../../domain/errors/error-fact.ts';
import type { markingMachine } from '../../marking/machine/marking.ts';
import type { ProbeActor } from '../../probe/machine/probe-machine.ts';
import type { ScenarioInput } from './scenario-context.ts';
import type { ScenarioMachine } from './scenario-machine.ts';
import type { ScenarioOutcome } from './scenario-result.ts';
import { claimingState, elsewhereState, takingState } from './session-claim-states.ts';
import { type SessionContext, sessionBegin } from './session-context.ts';
import type { SessionEffects } from './session-effects.ts';
import { placesSurplus } from './session-places.ts';
import { sessionSetup } from './session-setup.ts';

/** The learner's way through the game: menu, scenario, result, and what to play next. */
export function sessionMachineCreate(effects: SessionEffects) {
  const setup = sessionSetup(effects);
  return setup.createMachine({
    id: 'session',
    context: ({ input }) => sessionBegin(input),
    invoke: [
      { id: 'placeWriter', src: 'placeWriter' },
      { id: 'itemWriter', src: 'itemWriter' },
    ],
    on: {
      'item.unwritten': { actions: { type: 'noticeSet', params: ({ event }) => event.fact } },
      'place.unwritten': { actions: { type: 'noticeSet', params: ({ event }) => event.fact } },
      'place.refused': {
        guard: { type: 'isPlayed', params: ({ event }) => event.scenarioId },
        actions: { type: 'unkeptTake', params: ({ event }) => event },
      },
      'data.changed': { actions: 'staleMark' },
      'data.erased': { actions: ['storedForget', 'writesDrop'] },
    },
    initial: 'starting',
    states: {
      starting: {
        invoke: {
          src: 'storedRead',
          onDone: {
            target: 'menu',
            actions: { type: 'storedTake', params: ({ event }) => event.output },
          },
          onError: {
            target: 'menu',
            actions: {
              type: 'noticeSet',
              params: ({ event }) => errorFact(event.error, { code: 'storeNotRead' }),
            },
          },
        },
      },
      menu: {
        entry: 'scenarioRelease',
        on: {
          'scenario.pick': {
            target: 'claiming',
            actions: { type: 'scenarioPick', params: ({ event }) => event },
          },
          'scenario.resume': {
            guard: { type: 'hasPlace', params: ({ event }) => event.scenarioId },
            target: 'claiming',
            actions: { type: 'placePick', params: ({ event }) => event.scenarioId },
          },
          'place.drop': {
            actions: [
              { type: 'placesDrop', params: ({ event }) => [event.scenarioId] },
              { type: 'placesForget', params: ({ event }) => [event.scenarioId] },
            ],
          },
          'data.changed': '.reading',
        },
        initial: 'read',
        states: {
          // The data may have changed before the menu was opened.
          read: { always: { guard: 'isStale', target: 'reading' } },
          reading: {
            entry: 'staleClear',
            invoke: {
              src: 'storedRead',
              onDone: {
                target: 'read',
                actions: { type: 'storedTake', params: ({ event }) => event.output },
              },
              onError: {
                target: 'read',
                actions: {
                  type: 'noticeSet',
                  params: ({ event }) => errorFact(event.error, { code: 'storeNotRead' }),
                },
              },
            },
          },
        },
      },
      claiming: claimingState(setup),
      elsewhere: elsewhereState(setup),
      taking: takingState(setup),
      loading: {
        invoke: {
          src: 'scenarioLoad',
          input: ({ context }) => ({ scenarioId: context.scenarioId ?? '' }),
          onDone: {
            target: 'playing',
            actions: { type: 'scenarioTake', params: ({ event }) => event.output },
          },
          // A scenario that cannot be loaded cannot be gone on with, and is not to be tried at every start.
          onError: {
            target: 'menu',
            actions: [
              {
                type: 'noticeSet',
                params: ({ event }) => errorFact(event.error, { code: 'exerciseNotLoaded' }),
              },
              { type: 'placesDrop', params: ({ context }) => placesLost(context) },
              { type: 'placesForget', params: ({ context }) => placesLost(context) },
            ],
          },
        },
        on: {
          'scenario.taken': {
            guard: { type: 'isPlayed', params: ({ event }) => event.scenarioId },
            target: 'elsewhere',
          },
          'menu.open': 'menu',
        },
      },
      playing: {
        invoke: {
          id: 'scenario',
          src: 'scenario',
          input: ({ context }) => scenarioInput(context),
          onSnapshot: {
            // A finished scenario is not gone on with: its place is forgotten when it is done.
            guard: { type: 'isActive', params: ({ event }) => event.snapshot },
            actions: [
              { type: 'placeTake', params: ({ event }) => event.snapshot.context },
              'newestKeep',
              { type: 'itemsSend', params: ({ event }) => event.snapshot.context },
              { type: 'itemsMark', params: ({ event }) => event.snapshot.context },
            ],
          },
          onDone: [
            {
              guard: { type: 'isFinished', params: ({ event }) => event.output },
              target: 'result',
              actions: [
                { type: 'outcomeTake', params: ({ event }) => event.output },
                { type: 'placesDrop', params: ({ event }) => [event.output.scenarioId] },
                { type: 'placesForget', params: ({ event }) => [event.output.scenarioId] },
              ],
            },
            { guard: 'isTaken', target: 'elsewhere' },
            {
              target: 'menu',
              actions: [
                { type: 'placesDrop', params: ({ context, event }) => placesLeft(context, event.output) },
                { type: 'placesForget', params: ({ context, event }) => placesLeft(context, event.output) },
              ],
            },
          ],
          onError: {
            target: 'menu',
            actions: {
              type: 'noticeSet',
              params: ({ event }) => errorFact(event.error, { code: 'exerciseStopped' }),
            },
          },
        },
        on: {
          'menu.open': { actions: 'scenarioLeave' },
          'scenario.taken': {
            guard: { type: 'isPlayed', params: ({ event }) => event.scenarioId },
            actions: ['takenMark', 'scenarioLeave'],
          },
          'place.refused': {
            guard: { type: 'isPlayed', params: ({ event }) => event.scenarioId },
            actions: ['takenMark', { type: 'unkeptTake', params: ({ event }) => event }, 'scenarioLeave'],
          },
        },
      },
      result: {
        entry: 'scenarioRelease',
        initial: 'saving',
        on: {
          'scenario.again': {
            target: 'claiming',
            actions: {
              type: 'scenarioPick',
              params: ({ context }) => ({ scenarioId: context.scenarioId ?? '' }),
            },
          },
          'scenario.pick': {
            target: 'claiming',
            actions: { type: 'scenarioPick', params: ({ event }) => event },
          },
          'menu.open': 'menu',
        },
        states: {
          saving: {
            invoke: {
              src: 'attemptSave',
              input: ({ context }) => context.attempt,
              onDone: 'saved',
              onError: {
                target: 'unsaved',
                actions: {
                  type: 'noticeSet',
                  params: ({ event }) => errorFact(event.error, { code: 'resultNotKept' }),
                },
              },
            },
          },
          saved: {},
          unsaved: { on: { 'attempt.retry': 'saving' } },
        },
      },
    },
  });
}

export type SessionMachine = ReturnType<typeof sessionMachineCreate>;
export type ScenarioActor = ActorRefFrom<ScenarioMachine>;
export type MarkingActor = ActorRefFrom<typeof markingMachine>;

/** The scenario being played; null outside of `playing`. */
export function scenarioActorOf(snapshot: { readonly children: object }): ScenarioActor | null {
  return childOf<ScenarioActor>(snapshot, 'scenario');
}

/** The marking of a scenario's snapshot; null outside of `mark`. */
export function markingActorOf(snapshot: { readonly children: object }): MarkingActor | null {
  return childOf<MarkingActor>(snapshot, 'marking');
}

/** The probe of a scenario's snapshot; null where the learner holds none. */
export function probeActorOf(snapshot: { readonly children: object }): ProbeActor | null {
  return childOf<ProbeActor>(snapshot, 'probe');
}

function childOf<Actor>({ children }: { readonly children: object }, id: string): Actor | null {
  return ((children as Record<string, unknown>)[id] as Actor | undefined) ?? null;
}

function scenarioInput({ scenario, resume }: SessionContext): ScenarioInput {
  if (scenario === null) throw new Error('No scenario is loaded.');
  return { scenario, resume };
}

/** A place whose scenario cannot be loaded cannot be gone on with. */
function placesLost({ stored }: SessionContext): readonly string[] {
  return stored === null ? [] : [stored.scenarioId];
}

/** The places to drop when a scenario is left: its own where nothing was done, and the oldest unlisted ones. */
function placesLeft(
  { places, catalogue }: SessionContext,
  { scenarioId, isBegun }: ScenarioOutcome,
): readonly string[] {
  const surplus = placesSurplus(places, catalogue);
  return isBegun ? surplus : [scenarioId, ...surplus];
}
