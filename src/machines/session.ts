import { type ActorRefFrom, assign, fromPromise, sendTo, setup } from 'xstate';
import type { Scenario, ScenarioCard } from '../domain/scenario/scenario.ts';
import { type Suggestion, suggestNext } from '../domain/scenario/suggest-next.ts';
import type { markingMachine } from './marking.ts';
import type { ProbeActor } from './probe.ts';
import { type ScenarioMachine, scenarioMachineCreate } from './scenario.ts';
import { type ScenarioContext, type ScenarioInput, scenarioResumeOf } from './scenario-context.ts';
import type { ScenarioOutcome } from './scenario-result.ts';
import { type ScenarioResume, scenarioResumeRead } from './scenario-resume.ts';
import {
  attemptOf,
  SESSION_VERSION,
  type SessionEffects,
  type SessionState,
  sessionStateRead,
} from './session-effects.ts';
import { type KeeperFailed, messageOf, sessionKeeperCreate } from './session-keeper.ts';

export interface SessionContext {
  readonly catalogue: readonly ScenarioCard[];
  /** Highest score (0-100) by scenario. */
  readonly best: Readonly<Record<string, number>>;
  /** What is being, or is to be, played. */
  readonly scenarioId: string | null;
  readonly scenario: Scenario | null;
  /** Where the scenario is to be taken up, as it was stored; null to begin it. */
  readonly stored: unknown;
  /** The same, checked against the loaded scenario. */
  readonly resume: ScenarioResume | null;
  /** What was left unfinished. */
  readonly resumable: SessionState | null;
  readonly outcome: ScenarioOutcome | null;
  readonly suggestion: Suggestion | null;
  /** A sentence for the learner. */
  readonly notice: string | null;
}

export interface SessionInput {
  readonly catalogue: readonly ScenarioCard[];
}

export type SessionEvent =
  | { readonly type: 'scenario.pick'; readonly scenarioId: string }
  | { readonly type: 'scenario.resume' }
  | { readonly type: 'scenario.again' }
  | { readonly type: 'menu.open' }
  | { readonly type: 'attempt.retry' }
  | KeeperFailed;

interface Stored {
  readonly best: Readonly<Record<string, number>>;
  readonly found: SessionState | null;
  readonly notice: string | null;
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
      scenarioLoad: fromPromise<Scenario, { readonly scenarioId: string }>(async ({ input }) =>
        effects.scenarioLoad(input),
      ),
      attemptSave: fromPromise<void, ScenarioOutcome>(async ({ input }) => {
        const attempt = attemptOf(input, effects.newId(), effects.now());
        if (attempt !== null) await effects.store.attemptAdd(attempt);
      }),
    },
    guards: {
      hasResumable: ({ context }) => context.resumable !== null,
      isFinished: (_, outcome: ScenarioOutcome) => outcome.isFinished,
    },
    actions: {
      apply: assign((_, change: Partial<SessionContext>) => change),
      pick: assign((_, scenarioId: string) => ({ scenarioId, stored: null, notice: null })),
      resumablePick: assign(({ context }) => ({
        scenarioId: context.resumable?.scenarioId ?? null,
        stored: context.resumable?.resume ?? null,
        notice: null,
      })),
      keep: sendTo('keeper', ({ context }) => ({ type: 'keep' as const, state: context.resumable })),
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
      resumable: null,
      outcome: null,
      suggestion: null,
      notice: null,
    }),
    invoke: { id: 'keeper', src: 'keeper' },
    on: {
      'keeper.failed': {
        actions: { type: 'apply', params: ({ event }) => ({ notice: event.message }) },
      },
    },
    initial: 'starting',
    states: {
      starting: {
        invoke: {
          src: 'storedRead',
          onDone: [
            {
              guard: ({ event }) => event.output.found?.isOpen === true,
              target: 'loading',
              actions: [{ type: 'apply', params: ({ event }) => storedTake(event.output) }, 'resumablePick'],
            },
            {
              target: 'menu',
              actions: { type: 'apply', params: ({ event }) => storedTake(event.output) },
            },
          ],
          onError: {
            target: 'menu',
            actions: { type: 'apply', params: ({ event }) => ({ notice: messageOf(event.error) }) },
          },
        },
      },
      menu: {
        on: {
          'scenario.pick': {
            target: 'loading',
            actions: { type: 'pick', params: ({ event }) => event.scenarioId },
          },
          'scenario.resume': { guard: 'hasResumable', target: 'loading', actions: 'resumablePick' },
        },
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
                params: ({ context, event }) => ({
                  notice: messageOf(event.error),
                  ...(context.stored !== null && { resumable: null }),
                }),
              },
              'keep',
            ],
          },
        },
        on: { 'menu.open': 'menu' },
      },
      playing: {
        invoke: {
          id: 'scenario',
          src: 'scenario',
          input: ({ context }) => scenarioInput(context),
          onSnapshot: {
            // A finished scenario is not gone on with: what is stored of it is forgotten when it is done.
            guard: ({ event }) => event.snapshot.status === 'active',
            actions: [
              {
                type: 'apply',
                params: ({ context, event }) => progressTake(context, event.snapshot.context),
              },
              'keep',
            ],
          },
          onDone: [
            {
              guard: { type: 'isFinished', params: ({ event }) => event.output },
              target: 'result',
              actions: [
                { type: 'apply', params: ({ context, event }) => outcomeTake(context, event.output) },
                'keep',
              ],
            },
            {
              target: 'menu',
              actions: [{ type: 'apply', params: ({ context }) => resumableShut(context) }, 'keep'],
            },
          ],
          onError: {
            target: 'menu',
            actions: { type: 'apply', params: ({ event }) => ({ notice: messageOf(event.error) }) },
          },
        },
        on: { 'menu.open': { actions: sendTo('scenario', { type: 'scenario.leave' }) } },
      },
      result: {
        initial: 'saving',
        on: {
          'scenario.again': {
            target: 'loading',
            actions: { type: 'pick', params: ({ context }) => context.scenarioId ?? '' },
          },
          'scenario.pick': {
            target: 'loading',
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
                actions: { type: 'apply', params: ({ event }) => ({ notice: messageOf(event.error) }) },
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

async function storedRead({ store }: SessionEffects): Promise<Stored> {
  const best = Object.fromEntries(await store.bestScores());
  const session = await store.sessionLoad(SESSION_VERSION);
  if (session.kind === 'none') return { best, found: null, notice: null };
  if (session.kind === 'ignored') return { best, found: null, notice: session.reason };
  const found = sessionStateRead(session.snapshot.state);
  const notice =
    found === null ? 'What was stored of your last exercise is damaged, so it was dropped.' : null;
  return { best, found, notice };
}

/** The loaded scenario, and where to take it up if what was stored still fits it. */
function scenarioTake(scenario: Scenario, stored: unknown): Partial<SessionContext> {
  const begun = { scenario, scenarioId: scenario.id, outcome: null, suggestion: null };
  if (stored === null) return { ...begun, resume: null };
  const read = scenarioResumeRead(stored, scenario);
  return 'resume' in read
    ? { ...begun, resume: read.resume, notice: null }
    : { ...begun, resume: null, notice: read.reason };
}

function scenarioInput({ scenario, resume }: SessionContext): ScenarioInput {
  if (scenario === null) throw new Error('No scenario is loaded.');
  return { scenario, resume };
}

function progressTake(context: SessionContext, child: ScenarioContext): Partial<SessionContext> {
  const { scenarioId } = context;
  if (scenarioId === null) return {};
  return { resumable: { scenarioId, resume: scenarioResumeOf(child), isOpen: true } };
}

function resumableShut({ resumable }: SessionContext): Partial<SessionContext> {
  return { resumable: resumable === null ? null : { ...resumable, isOpen: false } };
}

function storedTake({ best, found, notice }: Stored): Partial<SessionContext> {
  return { best, resumable: found, notice };
}

function outcomeTake(context: SessionContext, outcome: ScenarioOutcome): Partial<SessionContext> {
  const { scenarioId, score } = outcome;
  const before = context.best[scenarioId];
  const best =
    score === null || (before !== undefined && before >= score)
      ? context.best
      : { ...context.best, [scenarioId]: score };
  const suggestion = suggestNext(context.catalogue, best, scenarioId, outcome.isPassed);
  return { outcome, best, suggestion, resumable: null };
}

function outcomeNeeded({ outcome }: SessionContext): ScenarioOutcome {
  if (outcome === null) throw new Error('No scenario was finished.');
  return outcome;
}
