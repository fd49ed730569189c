import { assign, fromPromise, sendTo, setup } from 'xstate';
import type { Scenario } from '../../../domain/scenario/scenario.ts';
import { scenarioMachineCreate } from './scenario.ts';
import type { ScenarioContext } from './scenario-context.ts';
import type { ScenarioOutcome } from './scenario-result.ts';
import { type Claimed, scenarioClaim, scenarioTakeOver } from './session-claim.ts';
import type { SessionContext, SessionEvent, SessionInput } from './session-context.ts';
import { attemptOf, type SessionEffects } from './session-effects.ts';
import { sessionKeeperCreate } from './session-keeper.ts';
import { placeFind, placeOf, placesWith, placesWithout } from './session-places.ts';
import { type Stored, storedRead, storedRefresh } from './session-stored.ts';

/** What is as one begins to play. */
const PICKED = { isTaken: false, unkept: null, notice: null } as const;

/** The words that the states are written in: what is known, asked of the world, allowed and done. */
export function sessionSetup(effects: SessionEffects) {
  return setup({
    types: {
      context: {} as SessionContext,
      events: {} as SessionEvent,
      input: {} as SessionInput,
      children: {} as { scenario: 'scenario'; keeper: 'keeper' },
    },
    actors: {
      scenario: scenarioMachineCreate(effects),
      keeper: sessionKeeperCreate(effects),
      storedRead: fromPromise<Stored>(() => storedRead(effects)),
      claim: fromPromise<Claimed, { readonly scenarioId: string }>(({ input, signal }) =>
        scenarioClaim(effects, input.scenarioId, signal),
      ),
      takeOver: fromPromise<Stored, { readonly scenarioId: string }>(({ input, signal }) =>
        scenarioTakeOver(effects, input.scenarioId, signal),
      ),
      scenarioLoad: fromPromise<Scenario, { readonly scenarioId: string }>(async ({ input }) =>
        effects.scenarioLoad(input),
      ),
      attemptSave: fromPromise<void, ScenarioOutcome>(async ({ input }) => {
        const attempt = attemptOf(input, effects.newId(), effects.now());
        if (attempt !== null) await effects.store.attemptAdd(attempt);
      }),
    },
    guards: {
      hasPlace: ({ context }, scenarioId: string) => placeFind(context.places, scenarioId) !== null,
      isFinished: (_, outcome: ScenarioOutcome) => outcome.isFinished,
      isStale: ({ context }) => context.isStale,
      isTaken: ({ context }) => context.isTaken,
      hasUnkept: ({ context }) => context.unkept !== null,
      isOurs: (_, { claim }: Claimed) => claim !== 'elsewhere',
      isPlayed: ({ context }, scenarioId: string) => context.scenarioId === scenarioId,
    },
    actions: {
      apply: assign((_, change: Partial<SessionContext>) => change),
      refresh: assign(({ context }, read: Stored) => storedRefresh(context, read)),
      pick: assign((_, scenarioId: string) => ({ ...PICKED, scenarioId, stored: null })),
      placePick: assign(({ context }, scenarioId: string) => ({
        ...PICKED,
        scenarioId,
        stored: placeFind(context.places, scenarioId),
      })),
      takenPick: assign(({ context }) => ({
        ...PICKED,
        stored: context.unkept ?? placeFind(context.places, context.scenarioId),
      })),
      placeTake: assign(({ context }, child: ScenarioContext) => ({
        places: placesWith(context.places, placeOf(child, effects.now())),
      })),
      newestKeep: sendTo('keeper', ({ context }) => ({ type: 'keep' as const, place: context.places[0]! })),
      placesForget: assign(({ context }, ids: readonly string[]) => ({
        places: placesWithout(context.places, ids),
      })),
      placesDrop: sendTo('keeper', (_, ids: readonly string[]) => ({ type: 'drop' as const, ids })),
      unwrittenDrop: sendTo('keeper', { type: 'clear' }),
      leave: sendTo('scenario', { type: 'scenario.leave' }),
      release: sendTo('keeper', ({ context }) => ({
        type: 'release' as const,
        scenarioId: context.scenarioId ?? '',
      })),
    },
  });
}

export type SessionSetup = ReturnType<typeof sessionSetup>;
