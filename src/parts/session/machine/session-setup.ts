import { assign, fromPromise, sendTo, setup } from 'xstate';
import type { MessageFact } from '../../../domain/message/message-fact.ts';
import type { Scenario } from '../../../domain/scenario/scenario.ts';
import type { Attempt } from '../../../ports/store.ts';
import { itemWriterCreate } from './item-writer.ts';
import { placeWriterCreate, type WriteRefused } from './place-writer.ts';
import type { ScenarioContext } from './scenario-context.ts';
import { scenarioMachineCreate } from './scenario-machine.ts';
import type { ScenarioOutcome } from './scenario-result.ts';
import { type Claimed, claimedTake, scenarioClaim, scenarioTakeOver } from './session-claim.ts';
import type { SessionContext, SessionEvent, SessionInput } from './session-context.ts';
import { attemptOf, type SessionEffects } from './session-effects.ts';
import { itemsNew } from './session-items.ts';
import { outcomeTake, scenarioTake } from './session-outcome.ts';
import { placeFind, placesWith, placesWithout, scenarioPlace } from './session-places.ts';
import { type Stored, storedProgressRead, storedRefresh } from './session-stored.ts';

interface ScenarioPicked {
  readonly scenarioId: string;
  readonly seed?: number | null;
}

/** The part of the context that is as at the start whenever a scenario is picked. */
const PICKED = { isTaken: false, unkept: null, notice: null } as const;

/** Context, events, actors, guards and actions, by the names that the states use. */
export function sessionSetup(effects: SessionEffects) {
  return setup({
    types: {
      context: {} as SessionContext,
      events: {} as SessionEvent,
      input: {} as SessionInput,
      children: {} as { scenario: 'scenario'; placeWriter: 'placeWriter'; itemWriter: 'itemWriter' },
    },
    actors: {
      scenario: scenarioMachineCreate(effects),
      placeWriter: placeWriterCreate(effects),
      itemWriter: itemWriterCreate(effects),
      storedRead: fromPromise<Stored>(() => storedProgressRead(effects)),
      claim: fromPromise<Claimed, { readonly scenarioId: string }>(({ input, signal }) =>
        scenarioClaim(effects, input.scenarioId, signal),
      ),
      takeOver: fromPromise<Stored, { readonly scenarioId: string }>(({ input, signal }) =>
        scenarioTakeOver(effects, input.scenarioId, signal),
      ),
      scenarioLoad: fromPromise<Scenario, { readonly scenarioId: string }>(async ({ input }) =>
        effects.scenarioLoad(input),
      ),
      attemptSave: fromPromise<void, Attempt | null>(async ({ input }) => {
        if (input !== null) await effects.store.attemptAdd(input);
      }),
    },
    guards: {
      hasPlace: ({ context }, scenarioId: string) => placeFind(context.places, scenarioId) !== null,
      isFinished: (_, outcome: ScenarioOutcome) => outcome.isFinished,
      isStale: ({ context }) => context.isStale,
      isTaken: ({ context }) => context.isTaken,
      isActive: (_, { status }: { readonly status: string }) => status === 'active',
      hasUnkept: ({ context }) => context.unkept !== null,
      isOurs: (_, { claim }: Claimed) => claim !== 'elsewhere',
      isPlayed: ({ context }, scenarioId: string) => context.scenarioId === scenarioId,
    },
    actions: {
      storedTake: assign((_, read: Stored) => read),
      storedRefresh: assign(({ context }, read: Stored) => storedRefresh(context, read)),
      storedForget: assign({ best: {}, places: [], stored: null }),
      staleMark: assign({ isStale: true }),
      staleClear: assign({ isStale: false }),
      noticeSet: assign((_, notice: MessageFact) => ({ notice })),
      takenMark: assign({ isTaken: true }),
      unkeptTake: assign((_, { place }: WriteRefused) => ({ unkept: place })),
      unkeptForget: assign({ unkept: null }),
      claimedTake: assign(({ context }, claimed: Claimed) => claimedTake(context, claimed)),
      scenarioTake: assign(({ context }, scenario: Scenario) => scenarioTake(scenario, context)),
      outcomeTake: assign(({ context }, outcome: ScenarioOutcome) => ({
        ...outcomeTake(context, outcome),
        attempt: attemptOf(outcome, effects.newId(), effects.now()),
      })),
      // A first play has the images that its author chose; those after it have new ones.
      scenarioPick: assign(({ context }, { scenarioId, seed }: ScenarioPicked) => ({
        ...PICKED,
        scenarioId,
        seed: seed !== undefined ? seed : context.best[scenarioId] === undefined ? null : effects.newSeed(),
        stored: null,
      })),
      placePick: assign(({ context }, scenarioId: string) => ({
        ...PICKED,
        scenarioId,
        stored: placeFind(context.places, scenarioId),
      })),
      unkeptPick: assign(({ context }) => ({
        ...PICKED,
        stored: context.unkept ?? placeFind(context.places, context.scenarioId),
      })),
      placeTake: assign(({ context }, child: ScenarioContext) => ({
        places: placesWith(context.places, scenarioPlace(child, effects.now())),
      })),
      newestKeep: sendTo('placeWriter', ({ context }) => ({
        type: 'keep' as const,
        place: context.places[0]!,
      })),
      itemsSend: sendTo('itemWriter', ({ context }, child: ScenarioContext) => ({
        type: 'keep' as const,
        drafts: itemsNew(child, context.sent),
      })),
      itemsMark: assign((_, { results }: ScenarioContext) => ({ sent: Object.keys(results) })),
      placesForget: assign(({ context }, ids: readonly string[]) => ({
        places: placesWithout(context.places, ids),
      })),
      placesDrop: sendTo('placeWriter', (_, ids: readonly string[]) => ({ type: 'drop' as const, ids })),
      writesDrop: sendTo('placeWriter', { type: 'clear' }),
      scenarioLeave: sendTo('scenario', { type: 'scenario.leave' }),
      scenarioRelease: sendTo('placeWriter', ({ context }) => ({
        type: 'release' as const,
        scenarioId: context.scenarioId ?? '',
      })),
    },
  });
}

export type SessionSetup = ReturnType<typeof sessionSetup>;
