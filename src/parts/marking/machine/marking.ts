import { assign, setup } from 'xstate';
import type { MarkableFinding } from '../../../domain/findings/finding.ts';
import type { MmPoint } from '../../../domain/geometry/point.ts';
import type { MarkTool } from '../../../domain/scenario/tools.ts';
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
  type MarkReplacement,
  markingBegin,
  markingNews,
  markReplace,
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

/** Whether nothing is under way any more once a change is made. */
const endsStroke = ({ stroke }: MarkingChange): boolean => stroke === null;

/** The notice of the event before is no longer true. */
const noticed = (change: MarkingChange): MarkingChange => ({ notice: null, ...change });

const markingSetup = setup({
  types: {
    context: {} as MarkingContext,
    events: {} as MarkingEvent,
    input: {} as MarkingInput,
    output: {} as MarkingOutput,
  },
  guards: {
    isToolOffered: ({ context }, tool: MarkTool) => context.tools.includes(tool),
    isFindingAsked: ({ context }, finding: MarkableFinding) => context.findings.includes(finding),
    isPoint: (_, { x, y }: MmPoint) => Number.isFinite(x) && Number.isFinite(y),
    endsByRelease: ({ context }, point: MmPoint) => endsStroke(pressRelease(context, point)),
    endsByCancel: ({ context }) => endsStroke(pressCancel(context)),
    endsByPlacing: ({ context }) => endsStroke(pointPlace(context)),
    endsByFinish: ({ context }) => endsStroke(strokeFinish(context)),
    endsByUndo: ({ context }) => endsStroke(undo(context)),
    hasNews: ({ context }) => {
      const { history, points } = markingNews(context);
      return history !== context.told.history || points !== context.told.points;
    },
  },
  actions: {
    toolPick: assign(({ context }, tool: MarkTool) => noticed(toolPick(context, tool))),
    findingPick: assign(({ context }, finding: MarkableFinding) => noticed(findingPick(context, finding))),
    sizeSet: assign(({ context }, { mm, tool = context.tool }: { mm: number; tool?: MarkTool }) =>
      noticed(sizeSet(context, mm, tool)),
    ),
    undo: assign(({ context }) => noticed(undo(context))),
    redo: assign(({ context }) => noticed(redo(context))),
    markReplace: assign(({ context }, replacement: MarkReplacement) =>
      noticed(markReplace(context, replacement)),
    ),
    clear: assign(({ context }) => noticed(clear(context))),
    strokeDrop: assign(() => noticed(strokeDrop())),
    strokeSettle: assign(({ context }) => noticed(strokeSettle(context))),
    strokeFinish: assign(({ context }) => noticed(strokeFinish(context))),
    pressStart: assign(({ context }, point: MmPoint) => noticed(pressStart(context, point))),
    pressMove: assign(({ context }, point: MmPoint) => noticed(pressMove(context, point))),
    pressRelease: assign(({ context }, point: MmPoint) => noticed(pressRelease(context, point))),
    pressCancel: assign(({ context }) => noticed(pressCancel(context))),
    cursorMove: assign(({ context }, { dxMm, dyMm }: { dxMm: number; dyMm: number }) =>
      noticed(cursorSet(context, { x: context.cursor.x + dxMm, y: context.cursor.y + dyMm })),
    ),
    cursorSet: assign(({ context }, point: MmPoint) => noticed(cursorSet(context, point))),
    pointPlace: assign(({ context }) => noticed(pointPlace(context))),
    tell: ({ context }) => context.onEdit?.(historyKept(context)),
    newsTold: assign({ told: ({ context }) => markingNews(context) }),
  },
});

const pressStarting = markingSetup.createStateConfig({
  on: {
    'pointer.down': {
      guard: { type: 'isPoint', params: ({ event }) => event.point },
      target: 'pressing',
      actions: { type: 'pressStart', params: ({ event }) => event.point },
    },
  },
}).on;

const cursorMoving = markingSetup.createStateConfig({
  on: {
    'cursor.move': { actions: { type: 'cursorMove', params: ({ event }) => event } },
    'cursor.to': { actions: { type: 'cursorSet', params: ({ event }) => event.point } },
  },
}).on;

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
    'tool.pick': [
      {
        guard: { type: 'isToolOffered', params: ({ event }) => event.tool },
        target: '.idle',
        actions: { type: 'toolPick', params: ({ event }) => event.tool },
      },
      { actions: { type: 'toolPick', params: ({ event }) => event.tool } },
    ],
    'finding.pick': [
      {
        guard: { type: 'isFindingAsked', params: ({ event }) => event.finding },
        target: '.idle',
        actions: { type: 'findingPick', params: ({ event }) => event.finding },
      },
      { actions: { type: 'findingPick', params: ({ event }) => event.finding } },
    ],
    'size.set': { actions: { type: 'sizeSet', params: ({ event }) => event } },
    clear: { target: '.idle', actions: 'clear' },
    'mark.replace': { target: '.idle', actions: { type: 'markReplace', params: ({ event }) => event } },
    'mark.cancel': { target: '.idle', actions: 'strokeDrop' },
    'marks.submit': { target: '.done', actions: 'strokeSettle' },
  },
  states: {
    idle: {
      on: {
        ...pressStarting,
        ...cursorMoving,
        'point.place': { target: 'placing', actions: 'pointPlace' },
        undo: { actions: 'undo' },
        redo: { actions: 'redo' },
      },
    },
    pressing: {
      on: {
        'pointer.move': { actions: { type: 'pressMove', params: ({ event }) => event.point } },
        'pointer.up': [
          {
            guard: { type: 'endsByRelease', params: ({ event }) => event.point },
            target: 'idle',
            actions: { type: 'pressRelease', params: ({ event }) => event.point },
          },
          {
            target: 'placing',
            actions: { type: 'pressRelease', params: ({ event }) => event.point },
          },
        ],
        'pointer.cancel': [
          { guard: 'endsByCancel', target: 'idle', actions: 'pressCancel' },
          { target: 'placing', actions: 'pressCancel' },
        ],
        undo: { target: 'idle', actions: 'undo' },
      },
    },
    placing: {
      on: {
        ...pressStarting,
        ...cursorMoving,
        'pointer.move': { actions: { type: 'pressMove', params: ({ event }) => event.point } },
        'point.place': [
          { guard: 'endsByPlacing', target: 'idle', actions: 'pointPlace' },
          { actions: 'pointPlace' },
        ],
        'mark.finish': [
          { guard: 'endsByFinish', target: 'idle', actions: 'strokeFinish' },
          { actions: 'strokeFinish' },
        ],
        undo: [{ guard: 'endsByUndo', target: 'idle', actions: 'undo' }, { actions: 'undo' }],
      },
    },
    done: { type: 'final' },
  },
});
