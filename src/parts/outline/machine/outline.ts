import { type ActorRefFrom, assign, type SnapshotFrom, setup } from 'xstate';
import type { Sector } from '../../../domain/geometry/sector.ts';
import {
  crosshairMove,
  depthSet,
  foundCorrect,
  foundIsSure,
  foundRestore,
  foundSector,
  type OutlineContext,
  type OutlineEvent,
  type OutlineInput,
  type OutlineOutput,
  outlineBegin,
  outlinePointPlace,
  pointerDown,
  pointerMove,
  pointerUp,
  pointPick,
  pointsAreSet,
  pointsClear,
  pointsSector,
  probePick,
  scalingBegin,
  scalingDistance,
  scalingEnd,
} from './outline-context.ts';

/** An event of one type. */
type Of<Type extends OutlineEvent['type']> = Extract<OutlineEvent, { readonly type: Type }>;

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
    isScaling: ({ context }) => context.scaling !== null,
    fits: ({ context }) => pointsSector(context) !== null,
  },
  actions: {
    depthSet: assign((_, { depthMm }: Of<'depth.set'>) => depthSet(depthMm)),
    scalingBegin: assign(() => scalingBegin()),
    scalingDistance: assign(({ context }, { distanceMm }: Of<'scale.distance'>) =>
      scalingDistance(context, distanceMm),
    ),
    scalingEnd: assign(() => scalingEnd()),
    foundCorrect: assign(({ context }) => foundCorrect(context)),
    foundRestore: assign(({ context }) => foundRestore(context)),
    pointPick: assign(({ context }, { place }: Of<'point.pick'>) => pointPick(context, place)),
    pointsClear: assign(() => pointsClear()),
    probePick: assign((_, { probe }: Of<'probe.pick'>) => probePick(probe)),
    guessTake: assign({ isGuessTaken: true }),
    pointerDown: assign(({ context }, { point, reachPx }: Of<'pointer.down'>) =>
      pointerDown(context, point, reachPx),
    ),
    pointerMove: assign(({ context }, { point }: Of<'pointer.move'>) => pointerMove(context, point)),
    pointerUp: assign(({ context }) => pointerUp(context)),
    cursorMove: assign(({ context }, { dxPx, dyPx }: Of<'cursor.move'>) =>
      crosshairMove(context, dxPx, dyPx),
    ),
    pointPlace: assign(({ context }) => outlinePointPlace(context)),
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
    'depth.set': { actions: { type: 'depthSet', params: ({ event }) => event } },
    'scale.begin': { actions: 'scalingBegin' },
    'scale.distance': {
      actions: { type: 'scalingDistance', params: ({ event }) => event },
    },
    'scale.end': { actions: 'scalingEnd' },
    // Marks of the scale can be set whether or not points of the outline are asked for.
    'pointer.down': { guard: 'isScaling', actions: { type: 'pointerDown', params: ({ event }) => event } },
    'pointer.move': { guard: 'isScaling', actions: { type: 'pointerMove', params: ({ event }) => event } },
    'pointer.up': { guard: 'isScaling', actions: 'pointerUp' },
    'cursor.move': { guard: 'isScaling', actions: { type: 'cursorMove', params: ({ event }) => event } },
    'point.place': { guard: 'isScaling', actions: 'pointPlace' },
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
          actions: 'foundCorrect',
        },
        'outline.use': 'used',
      },
    },
    byHand: {
      initial: 'pointing',
      on: {
        'pointer.down': { actions: { type: 'pointerDown', params: ({ event }) => event } },
        'pointer.move': { actions: { type: 'pointerMove', params: ({ event }) => event } },
        'pointer.up': { actions: 'pointerUp' },
        'cursor.move': { actions: { type: 'cursorMove', params: ({ event }) => event } },
        'point.place': { actions: 'pointPlace' },
        'point.pick': {
          actions: { type: 'pointPick', params: ({ event }) => event },
        },
        'points.clear': { actions: 'pointsClear' },
        'probe.pick': { actions: { type: 'probePick', params: ({ event }) => event } },
        'outline.restore': {
          guard: 'isFound',
          target: 'looking',
          actions: 'foundRestore',
        },
      },
      states: {
        doubted: {
          always: { guard: 'isBegun', target: 'pointing' },
          on: {
            'guess.take': {
              target: '#outline.found',
              actions: 'guessTake',
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

/** The outline that may be used now; null while the learner is still to say where the image lies. */
export function outlineSector({ value, context }: Pick<OutlineSnapshot, 'value' | 'context'>): Sector | null {
  if (value === 'found') return foundSector(context);
  return pointsAreSet(context) ? pointsSector(context) : null;
}

/** An outline that is only shown: the finder's guess, or that of the points so far and the cross-hair. */
export function outlineGuess(snapshot: OutlineSnapshot): Sector | null {
  if (snapshot.matches({ byHand: 'doubted' })) return foundSector(snapshot.context);
  // While the scale is being set, the cross-hair stands for no point of the outline.
  const isShown = snapshot.matches({ byHand: 'pointing' }) && snapshot.context.scaling === null;
  return isShown ? pointsSector(snapshot.context) : null;
}

/** Points go before the outline that was found: without any, that one was used as it is. */
function sectorNeeded(context: OutlineContext): Sector {
  const sector = pointsAreSet(context) ? pointsSector(context) : foundSector(context);
  if (sector === null) throw new Error('There is no outline.');
  return sector;
}
