import { type ActorRefFrom, assign, type SnapshotFrom, setup } from 'xstate';
import type { Sector } from '../domain/geometry/sector.ts';
import {
  cursorMove,
  depthSet,
  foundCorrect,
  foundIsSure,
  foundRestore,
  foundSector,
  type OutlineChange,
  type OutlineContext,
  type OutlineEvent,
  type OutlineInput,
  type OutlineOutput,
  outlineBegin,
  pointerDown,
  pointerMove,
  pointPick,
  pointPlace,
  pointsAreSet,
  pointsClear,
  pointsSector,
  probePick,
} from './outline-context.ts';

const outlineSetup = setup({
  types: {
    context: {} as OutlineContext,
    events: {} as OutlineEvent,
    input: {} as OutlineInput,
    output: {} as OutlineOutput,
  },
  guards: {
    isSure: ({ context }) => foundIsSure(context),
    isFound: ({ context }) => context.found !== null,
    isBegun: ({ context }) => context.points.length > 0,
    isWhole: ({ context }) => pointsAreSet(context),
    isPart: ({ context }) => !pointsAreSet(context),
    fits: ({ context }) => pointsSector(context) !== null,
  },
  actions: {
    apply: assign((_, change: OutlineChange) => change),
  },
});

/**
 * Where the ultrasound image lies in a learner's own picture. `found`: the finder is sure, or the learner took its
 * guess. `byHand`: three points are asked for; `doubted` while the finder's guess is still shown, `pointing` while
 * points are missing, `placed` when all are set and can be moved. `used`: done, with the sector as output.
 */
export const outlineMachine = outlineSetup.createMachine({
  id: 'outline',
  context: ({ input }) => outlineBegin(input),
  initial: 'looking',
  output: ({ context }) => ({ sector: sectorNeeded(context) }),
  on: {
    'depth.set': { actions: { type: 'apply', params: ({ event }) => depthSet(event.depthMm) } },
  },
  states: {
    looking: {
      always: [
        { guard: 'isSure', target: 'found' },
        { guard: 'isFound', target: 'byHand.doubted' },
        { target: 'byHand.pointing' },
      ],
    },
    found: {
      on: {
        'outline.correct': {
          target: 'byHand.placed',
          actions: { type: 'apply', params: ({ context }) => foundCorrect(context) },
        },
        'outline.use': 'used',
      },
    },
    byHand: {
      initial: 'pointing',
      on: {
        'pointer.down': {
          actions: {
            type: 'apply',
            params: ({ context, event }) => pointerDown(context, event.point, event.reachPx),
          },
        },
        'pointer.move': {
          actions: { type: 'apply', params: ({ context, event }) => pointerMove(context, event.point) },
        },
        'pointer.up': { actions: { type: 'apply', params: () => ({ moved: null }) } },
        'cursor.move': {
          actions: {
            type: 'apply',
            params: ({ context, event }) => cursorMove(context, event.dxPx, event.dyPx),
          },
        },
        'point.place': { actions: { type: 'apply', params: ({ context }) => pointPlace(context) } },
        'point.pick': {
          actions: { type: 'apply', params: ({ context, event }) => pointPick(context, event.place) },
        },
        'points.clear': { actions: { type: 'apply', params: () => pointsClear() } },
        'probe.pick': { actions: { type: 'apply', params: ({ event }) => probePick(event.probe) } },
        'outline.restore': {
          guard: 'isFound',
          target: 'looking',
          actions: { type: 'apply', params: ({ context }) => foundRestore(context) },
        },
      },
      states: {
        doubted: {
          always: { guard: 'isBegun', target: 'pointing' },
          on: {
            'guess.take': {
              target: '#outline.found',
              actions: { type: 'apply', params: () => ({ isGuessTaken: true }) },
            },
          },
        },
        pointing: { always: { guard: 'isWhole', target: 'placed' } },
        placed: {
          always: { guard: 'isPart', target: 'pointing' },
          on: { 'outline.use': { guard: 'fits', target: '#outline.used' } },
        },
      },
    },
    used: { type: 'final' },
  },
});

export type OutlineActor = ActorRefFrom<typeof outlineMachine>;
export type OutlineSnapshot = SnapshotFrom<typeof outlineMachine>;

/** What may be used now; null while the learner is still to say where the image lies. */
export function outlineSector({ value, context }: Pick<OutlineSnapshot, 'value' | 'context'>): Sector | null {
  if (value === 'found') return foundSector(context);
  return pointsAreSet(context) ? pointsSector(context) : null;
}

/** What is only shown: the finder's guess, or what the points so far and the cross-hair would give. */
export function outlineGuess(snapshot: OutlineSnapshot): Sector | null {
  if (snapshot.matches({ byHand: 'doubted' })) return foundSector(snapshot.context);
  return snapshot.matches({ byHand: 'pointing' }) ? pointsSector(snapshot.context) : null;
}

/** Points go before what was found: without any, it was used as it is. */
function sectorNeeded(context: OutlineContext): Sector {
  const sector = pointsAreSet(context) ? pointsSector(context) : foundSector(context);
  if (sector === null) throw new Error('There is no outline.');
  return sector;
}
