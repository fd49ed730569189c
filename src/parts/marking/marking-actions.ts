import { MARKABLE_FINDINGS } from '../../domain/findings/finding.ts';
import type { MarkTool } from '../../domain/scenario/tools.ts';
import type { Action, ActionPress, Actions } from '../../ui/actions/action.ts';
import { ARROW_KEYS, ARROW_WAYS } from '../../ui/actions/arrows.ts';
import type { MarkingContext, MarkingEvent } from './machine/marking-context.ts';
import { toolIsSized } from './machine/stroke.ts';

const SIZE_STEP_MM = 0.5;

/** How far an arrow moves the cross-hair, mm. */
const CURSOR_MM = { plain: 1, far: 5, fine: 0.25 } as const;

type MarkingAction = Action<MarkingContext, MarkingEvent>;

const event = (happens: MarkingEvent) => (): MarkingEvent => happens;

function toolAction(tool: MarkTool, key: string, words: MarkingAction['words']): MarkingAction {
  return { words, keys: [{ key }], act: event({ type: 'tool.pick', tool }) };
}

function cursorMove(_: MarkingContext, { index, stride }: ActionPress): MarkingEvent {
  const [x, y] = ARROW_WAYS[index]!;
  const mm = CURSOR_MM[stride];
  return { type: 'cursor.move', dxMm: x * mm, dyMm: y * mm };
}

function sizeStep({ tool, sizeMm }: MarkingContext, { index }: ActionPress): MarkingEvent | null {
  if (!toolIsSized(tool)) return null;
  return { type: 'size.set', mm: sizeMm[tool] + (index === 0 ? -SIZE_STEP_MM : SIZE_STEP_MM) };
}

/** Placing a mark without a pointer. */
export const PLACING_ACTIONS = {
  move: {
    words: 'keys.placing.move',
    keys: ARROW_KEYS,
    isOnImage: true,
    strides: { far: 'keys.placing.moveFar', fine: 'keys.placing.moveNear' },
    act: cursorMove,
  },
  place: {
    words: 'keys.placing.place',
    keys: [{ key: 'Enter' }],
    isOnImage: true,
    act: event({ type: 'point.place' }),
  },
  finish: { words: 'keys.placing.finish', keys: [{ key: 'f' }], act: event({ type: 'mark.finish' }) },
  drop: { words: 'keys.placing.drop', keys: [{ key: 'Escape' }], act: event({ type: 'mark.cancel' }) },
} as const satisfies Actions<MarkingContext, MarkingEvent>;

/** The key of each tool. */
export const MARK_TOOL_ACTIONS: Readonly<Record<MarkTool, MarkingAction>> = {
  brush: toolAction('brush', 'b', 'marking.tool.brush'),
  eraser: toolAction('eraser', 'e', 'marking.tool.eraser'),
  line: toolAction('line', 'l', 'marking.tool.line'),
  beam: toolAction('beam', 'v', 'keys.choosing.beam'),
  region: toolAction('region', 'r', 'marking.tool.region'),
};

/** Choosing what to mark and with what. */
export const CHOOSING_ACTIONS: Actions<MarkingContext, MarkingEvent> = {
  finding: {
    words: 'keys.choosing.finding',
    keys: MARKABLE_FINDINGS.map((_, i) => ({ key: `${i + 1}` })),
    act: (_, { index }) => ({ type: 'finding.pick', finding: MARKABLE_FINDINGS[index]! }),
  },
  ...MARK_TOOL_ACTIONS,
  size: { words: 'keys.choosing.size', keys: [{ key: '[' }, { key: ']' }], act: sizeStep },
};

/** Taking back. */
export const CHANGING_ACTIONS = {
  undo: {
    words: 'keys.changing.undo',
    keys: [{ key: 'z', ctrl: true, shift: false }],
    act: event({ type: 'undo' }),
  },
  redo: {
    words: 'keys.changing.redo',
    keys: [{ key: 'z', ctrl: true, shift: true }],
    also: [{ key: 'y', ctrl: true }],
    act: event({ type: 'redo' }),
  },
} as const satisfies Actions<MarkingContext, MarkingEvent>;

/** Everything that a key does to the marks. */
export const MARKING_ACTIONS: Actions<MarkingContext, MarkingEvent> = {
  ...PLACING_ACTIONS,
  ...CHOOSING_ACTIONS,
  ...CHANGING_ACTIONS,
};
