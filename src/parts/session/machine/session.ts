import { type ActorRefFrom, assign, fromPromise, sendTo, setup } from 'xstate';
import { errorSentence } from '../../../domain/errors/error-sentence.ts';
import { type BestScores, bestOfBoth, bestWith } from '../../../domain/learning/best-scores.ts';
import { type Suggestion, suggestNext } from '../../../domain/learning/suggest-next.ts';
import type { Scenario, ScenarioCard } from '../../../domain/scenario/scenario.ts';
import type { Place } from '../../../ports/store.ts';
import type { Claim } from '../../../ports/tabs.ts';
import type { markingMachine } from '../../marking/machine/marking.ts';
import type { ProbeActor } from '../../probe/machine/probe.ts';
import { type ScenarioMachine, scenarioMachineCreate } from './scenario.ts';
import type { ScenarioContext, ScenarioInput } from './scenario-context.ts';
import type { ScenarioOutcome } from './scenario-result.ts';
import { type ScenarioResume, scenarioResumeRead } from './scenario-resume.ts';
import { attemptOf, type SessionEffects, scenarioRelease } from './session-effects.ts';
import { type KeeperFailed, type KeeperRefused, sessionKeeperCreate } from './session-keeper.ts';
import { placeFind, placeOf, placesSurplus, placesWith, placesWithout } from './session-places.ts';

export interface SessionContext {
  readonly catalogue: readonly ScenarioCard[];
  readonly best: BestScores;
  /** What is being, or is to be, played. */
  readonly scenarioId: string | null;
  readonly scenario: Scenario | null;
  /** Where the scenario is to be taken up, as it was stored; null to begin it. */
  readonly stored: Place | null;
  /** The same, checked against the loaded scenario. */
  readonly resume: ScenarioResume | null;
  /** Whether what is kept was changed by another hand since it was read. */
  readonly isStale: boolean;
  /** Whether another page takes over what is played here. */
  readonly isTaken: boolean;
  /** What was done here of `scenarioId` since another page claimed it unasked, and is not kept; null where all is. */
  readonly unkept: Place | null;
  /** Of every half-played scenario, the one being played among them; newest first. */
  readonly places: readonly Place[];
  readonly outcome: ScenarioOutcome | null;
  readonly suggestion: Suggestion | null;
  /** A sentence for the learner. */
  readonly notice: string | null;
}

export interface SessionInput {
  readonly catalogue: readonly ScenarioCard[];
}

export type SessionEvent =
  /** Begins a scenario anew, whatever place of it is known here. */
  | { readonly type: 'scenario.pick'; readonly scenarioId: string }
  /** Goes on with a scenario where it was left. */
  | { readonly type: 'scenario.resume'; readonly scenarioId: string }
  | { readonly type: 'place.drop'; readonly scenarioId: string }
  | { readonly type: 'scenario.again' }
  /** Plays here what another page plays, as that one left it. */
  | { readonly type: 'scenario.take' }
  /** Plays it here as it was left here, in the stead of what the other page kept of it. */
  | { readonly type: 'scenario.restore' }
  /** Another page takes over what is played here. */
  | { readonly type: 'scenario.taken'; readonly scenarioId: string }
  | { readonly type: 'menu.open' }
  | { readonly type: 'attempt.retry' }
  /** Everything that was kept is erased: nothing of it is known here any longer. */
  | { readonly type: 'data.erased' }
  /** What is kept was changed by another hand: the menu reads it anew. */
  | { readonly type: 'data.changed' }
  | KeeperFailed
  | KeeperRefused;

interface Stored {
  readonly best: BestScores;
  readonly places: readonly Place[];
  readonly notice: string | null;
}

interface Claimed {
  readonly claim: Claim;
  /** What is kept by now; null where this page need not ask. */
  readonly read: Stored | null;
}

/** The learner's way through the game: menu, scenario, result, and what to play next. */
export function sessionMachineCreate(effects: SessionEffects) {
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
      claim: fromPromise<Claimed, { readonly scenarioId: string }>(async ({ input, signal }) => {
        const claim = await effects.tabs.claim(input.scenarioId);
        if (claim === 'new') await placeClaim(effects, input.scenarioId);
        // What this page still holds it knows better than the store, which may not have all of it yet.
        return {
          claim,
          read: claim === 'new' ? await storedClaimed(effects, input.scenarioId, signal) : null,
        };
      }),
      takeOver: fromPromise<Stored, { readonly scenarioId: string }>(async ({ input, signal }) => {
        await effects.tabs.takeOver(input.scenarioId);
        await placeClaim(effects, input.scenarioId);
        return storedClaimed(effects, input.scenarioId, signal);
      }),
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
  }).createMachine({
    id: 'session',
    context: ({ input }) => ({
      catalogue: input.catalogue,
      best: {},
      scenarioId: null,
      scenario: null,
      stored: null,
      resume: null,
      isStale: false,
      isTaken: false,
      unkept: null,
      places: [],
      outcome: null,
      suggestion: null,
      notice: null,
    }),
    invoke: { id: 'keeper', src: 'keeper' },
    on: {
      'keeper.failed': {
        actions: { type: 'apply', params: ({ event }) => ({ notice: event.sentence }) },
      },
      'keeper.refused': {
        guard: { type: 'isPlayed', params: ({ event }) => event.scenarioId },
        actions: { type: 'apply', params: ({ event }) => ({ unkept: event.place }) },
      },
      'data.changed': { actions: { type: 'apply', params: () => ({ isStale: true }) } },
      'data.erased': {
        actions: [{ type: 'apply', params: () => ({ best: {}, places: [], stored: null }) }, 'unwrittenDrop'],
      },
    },
    initial: 'starting',
    states: {
      starting: {
        invoke: {
          src: 'storedRead',
          onDone: {
            target: 'menu',
            actions: { type: 'apply', params: ({ event }) => event.output },
          },
          onError: {
            target: 'menu',
            actions: {
              type: 'apply',
              params: ({ event }) => ({ notice: errorSentence(event.error, NOT_READ) }),
            },
          },
        },
      },
      menu: {
        entry: 'release',
        on: {
          'scenario.pick': {
            target: 'claiming',
            actions: { type: 'pick', params: ({ event }) => event.scenarioId },
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
        },
        initial: 'read',
        states: {
          read: { always: { guard: 'isStale', target: 'reading' } },
          reading: {
            entry: { type: 'apply', params: () => ({ isStale: false }) },
            invoke: {
              src: 'storedRead',
              onDone: { target: 'read', actions: { type: 'apply', params: ({ event }) => event.output } },
              onError: {
                target: 'read',
                actions: {
                  type: 'apply',
                  params: ({ event }) => ({ notice: errorSentence(event.error, NOT_READ) }),
                },
              },
            },
            on: { 'data.changed': { target: 'reading', reenter: true } },
          },
        },
      },
      claiming: {
        invoke: {
          src: 'claim',
          input: ({ context }) => ({ scenarioId: context.scenarioId ?? '' }),
          onDone: [
            {
              guard: { type: 'isOurs', params: ({ event }) => event.output },
              target: 'loading',
              actions: {
                type: 'apply',
                params: ({ context, event }) =>
                  event.output === null ? {} : claimedTake(context, event.output),
              },
            },
            { target: 'elsewhere' },
          ],
          // Who cannot ask other pages plays all the same.
          onError: 'loading',
        },
        on: { 'menu.open': 'menu' },
      },
      /** Another page plays it. */
      elsewhere: {
        entry: 'release',
        on: {
          'scenario.take': {
            target: 'taking',
            actions: { type: 'apply', params: () => ({ unkept: null }) },
          },
          'scenario.restore': { guard: 'hasUnkept', target: 'taking' },
          'menu.open': 'menu',
        },
      },
      taking: {
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
                notice: errorSentence(
                  event.error,
                  'It could not be taken over from the other page: try again.',
                ),
              }),
            },
          },
        },
        on: { 'menu.open': 'menu' },
      },
      loading: {
        invoke: {
          src: 'scenarioLoad',
          input: ({ context }) => ({ scenarioId: context.scenarioId ?? '' }),
          onDone: {
            target: 'playing',
            actions: {
              type: 'apply',
              params: ({ context, event }) => scenarioTake(event.output, context.stored),
            },
          },
          // What cannot be loaded cannot be gone on with, and is not to be tried at every start.
          onError: {
            target: 'menu',
            actions: [
              {
                type: 'apply',
                params: ({ event }) => ({
                  notice: errorSentence(
                    event.error,
                    'This exercise could not be loaded: choose another, or reload the page.',
                  ),
                }),
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
            // A finished scenario is not gone on with: what is stored of it is forgotten when it is done.
            guard: ({ event }) => event.snapshot.status === 'active',
            actions: [{ type: 'placeTake', params: ({ event }) => event.snapshot.context }, 'newestKeep'],
          },
          onDone: [
            {
              guard: { type: 'isFinished', params: ({ event }) => event.output },
              target: 'result',
              actions: [
                { type: 'apply', params: ({ context, event }) => outcomeTake(context, event.output) },
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
              type: 'apply',
              params: ({ event }) => ({
                notice: errorSentence(
                  event.error,
                  'The exercise stopped unexpectedly: go on with it from the list.',
                ),
              }),
            },
          },
        },
        on: {
          'menu.open': { actions: 'leave' },
          'scenario.taken': {
            guard: { type: 'isPlayed', params: ({ event }) => event.scenarioId },
            actions: [{ type: 'apply', params: () => ({ isTaken: true }) }, 'leave'],
          },
          'keeper.refused': {
            guard: { type: 'isPlayed', params: ({ event }) => event.scenarioId },
            actions: [
              { type: 'apply', params: ({ event }) => ({ isTaken: true, unkept: event.place }) },
              'leave',
            ],
          },
        },
      },
      result: {
        entry: 'release',
        initial: 'saving',
        on: {
          'scenario.again': {
            target: 'claiming',
            actions: { type: 'pick', params: ({ context }) => context.scenarioId ?? '' },
          },
          'scenario.pick': {
            target: 'claiming',
            actions: { type: 'pick', params: ({ event }) => event.scenarioId },
          },
          'menu.open': 'menu',
        },
        states: {
          saving: {
            invoke: {
              src: 'attemptSave',
              input: ({ context }) => outcomeNeeded(context),
              onDone: 'saved',
              onError: {
                target: 'unsaved',
                actions: {
                  type: 'apply',
                  params: ({ event }) => ({
                    notice: errorSentence(event.error, 'Your result could not be kept: try again.'),
                  }),
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

const NOT_READ = 'What was saved cannot be read: reload the page and try again.';

/** What is as one begins to play. */
const PICKED = { isTaken: false, unkept: null, notice: null } as const;

/** Where nothing can be written, what cannot be claimed need not be: that it is not kept is said when it is tried. */
async function placeClaim({ store }: SessionEffects, scenarioId: string): Promise<void> {
  await store.placeClaim(scenarioId).catch(() => {});
}

async function storedRead({ store }: SessionEffects): Promise<Stored> {
  const best = await store.bestScores();
  const { places, ignored } = await store.placesList();
  const notice =
    ignored.length > 0 ? 'What was stored of a half-played exercise is damaged, so it was dropped.' : null;
  for (const { key } of ignored) await store.placeDrop(key);
  return { best, places, notice };
}

/** What is kept of a scenario that this page may play now: only now is what another one kept of it the last of it. */
async function storedClaimed(
  effects: SessionEffects,
  scenarioId: string,
  signal: AbortSignal,
): Promise<Stored> {
  try {
    return await storedRead(effects);
  } finally {
    // Nobody waits for it any longer.
    if (signal.aborted) scenarioRelease(effects, scenarioId);
  }
}

/** Scores that could not be written are still known here. */
function storedRefresh({ best }: SessionContext, read: Stored): Stored {
  return { ...read, best: bestOfBoth(best, read.best) };
}

/** Where one that was not known here was left by another page it is gone on with. */
function claimedTake(context: SessionContext, { read }: Claimed): Partial<SessionContext> {
  if (read === null) return {};
  const { scenarioId, stored, places } = context;
  const fresh = storedRefresh(context, read);
  const isAnew = stored === null && placeFind(places, scenarioId) !== null;
  return { ...fresh, stored: isAnew ? null : placeFind(fresh.places, scenarioId) };
}

/** The loaded scenario, and where to take it up if what was stored still fits it. */
function scenarioTake(scenario: Scenario, stored: Place | null): Partial<SessionContext> {
  const begun = { scenario, scenarioId: scenario.id, outcome: null, suggestion: null };
  if (stored === null) return { ...begun, resume: null };
  const read = scenarioResumeRead(stored.state, stored.version, scenario);
  return 'resume' in read
    ? { ...begun, resume: read.resume, notice: null }
    : { ...begun, resume: null, notice: read.reason };
}

function scenarioInput({ scenario, resume }: SessionContext): ScenarioInput {
  if (scenario === null) throw new Error('No scenario is loaded.');
  return { scenario, resume };
}

/** A place whose scenario cannot be loaded cannot be gone on with. */
function placesLost({ stored }: SessionContext): readonly string[] {
  return stored === null ? [] : [stored.scenarioId];
}

/** What is not kept when a scenario is left: one in which nothing was done, and the oldest unlisted ones. */
function placesLeft(
  { places, catalogue }: SessionContext,
  { scenarioId, isBegun }: ScenarioOutcome,
): readonly string[] {
  const surplus = placesSurplus(places, catalogue);
  return isBegun ? surplus : [scenarioId, ...surplus];
}

function outcomeTake(context: SessionContext, outcome: ScenarioOutcome): Partial<SessionContext> {
  const { scenarioId, score } = outcome;
  const best = bestWith(context.best, scenarioId, score);
  const suggestion = suggestNext(context.catalogue, best, scenarioId, outcome.isPassed);
  return { outcome, best, suggestion };
}

function outcomeNeeded({ outcome }: SessionContext): ScenarioOutcome {
  if (outcome === null) throw new Error('No scenario was finished.');
  return outcome;
}
