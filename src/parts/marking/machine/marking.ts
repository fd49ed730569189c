import { assign, setup } from 'xstate';
import {
  clear,
  cursorSet,
  findingPick,
  historyKept,
  type MarkingChange,
  type MarkingContext,
  type MarkingEvent,
  type MarkingInput,
  type MarkingOutput,
  markingBegin,
  markingNews,
  pointPlace,
  pressCancel,
  pressMove,
  pressRelease,
  pressStart,
  redo,
  sizeSet,
  strokeDrop,
  strokeFinish,
  strokeSettle,
  toolPick,
  undo,
} from './marking-context.ts';

const markingSetup = setup({
  types: {
    context: {} as MarkingContext,
    events: {} as MarkingEvent,
    input: {} as MarkingInput,
    output: {} as MarkingOutput,
  },
  guards: {
    isIdle: ({ context }) => context.stroke === null,
    isPressing: ({ context }) => context.stroke !== null && context.stroke.pressed !== null,
    isPlacing: ({ context }) => context.stroke !== null && context.stroke.pressed === null,
    hasNews: ({ context }) => {
      const { history, points } = markingNews(context);
      return history !== context.told.history || points !== context.told.points;
    },
  },
  actions: {
    apply: assign((_, change: MarkingChange) => ({ notice: null, ...change })),
    tell: ({ context }) => context.onEdit?.(historyKept(context)),
    newsTold: assign({ told: ({ context }) => markingNews(context) }),
  },
});

/**
 * Marks one frozen frame. `idle`: nothing under way; `pressing`: the pointer is down; `placing`: a stroke is under
 * way and the pointer is up (points placed one by one, or the keyboard draws); `done`: handed in.
 */
export const markingMachine = markingSetup.createMachine({
  id: 'marking',
  context: ({ input }) => markingBegin(input),
  initial: 'idle',
  output: ({ context }) => ({ history: context.history }),
  always: { guard: 'hasNews', actions: ['tell', 'newsTold'] },
  on: {
    'tool.pick': {
      actions: { type: 'apply', params: ({ context, event }) => toolPick(context, event.tool) },
    },
    'finding.pick': {
      actions: { type: 'apply', params: ({ context, event }) => findingPick(context, event.finding) },
    },
    'size.set': {
      actions: {
        type: 'apply',
        params: ({ context, event }) => sizeSet(context, event.mm, event.tool ?? context.tool),
      },
    },
    undo: { actions: { type: 'apply', params: ({ context }) => undo(context) } },
    redo: { actions: { type: 'apply', params: ({ context }) => redo(context) } },
    clear: { actions: { type: 'apply', params: ({ context }) => clear(context) } },
    'mark.cancel': { actions: { type: 'apply', params: () => strokeDrop() } },
    'marks.submit': {
      target: '.done',
      actions: { type: 'apply', params: ({ context }) => strokeSettle(context) },
    },
  },
  states: {
    idle: {
      always: [
        { guard: 'isPressing', target: 'pressing' },
        { guard: 'isPlacing', target: 'placing' },
      ],
      on: {
        'pointer.down': {
          actions: { type: 'apply', params: ({ context, event }) => pressStart(context, event.point) },
        },
        'cursor.move': {
          actions: { type: 'apply', params: ({ context, event }) => cursorBy(context, event) },
        },
        'cursor.to': {
          actions: { type: 'apply', params: ({ context, event }) => cursorSet(context, event.point) },
        },
        'point.place': { actions: { type: 'apply', params: ({ context }) => pointPlace(context) } },
      },
    },
    pressing: {
      always: [
        { guard: 'isIdle', target: 'idle' },
        { guard: 'isPlacing', target: 'placing' },
      ],
      on: {
        'pointer.move': {
          actions: { type: 'apply', params: ({ context, event }) => pressMove(context, event.point) },
        },
        'pointer.up': {
          actions: { type: 'apply', params: ({ context, event }) => pressRelease(context, event.point) },
        },
        'pointer.cancel': { actions: { type: 'apply', params: ({ context }) => pressCancel(context) } },
      },
    },
    placing: {
      always: [
        { guard: 'isIdle', target: 'idle' },
        { guard: 'isPressing', target: 'pressing' },
      ],
      on: {
        'pointer.down': {
          actions: { type: 'apply', params: ({ context, event }) => pressStart(context, event.point) },
        },
        'pointer.move': {
          actions: { type: 'apply', params: ({ context, event }) => pressMove(context, event.point) },
        },
        'cursor.move': {
          actions: { type: 'apply', params: ({ context, event }) => cursorBy(context, event) },
        },
        'cursor.to': {
          actions: { type: 'apply', params: ({ context, event }) => cursorSet(context, event.point) },
        },
        'point.place': { actions: { type: 'apply', params: ({ context }) => pointPlace(context) } },
        'mark.finish': { actions: { type: 'apply', params: ({ context }) => strokeFinish(context) } },
      },
    },
    done: { type: 'final' },
  },
});

function cursorBy(
  context: MarkingContext,
  { dxMm, dyMm }: { readonly dxMm: number; readonly dyMm: number },
): MarkingChange {
  return cursorSet(context, { x: context.cursor.x + dxMm, y: context.cursor.y + dyMm });
}
