import type { Sector } from '../../domain/geometry/sector.ts';
import type { ActionPress, Actions, Strides } from '../../ui/actions/action.ts';
import { ARROW_KEYS, ARROW_WAYS, pairWay } from '../../ui/actions/arrows.ts';
import { LOOP_KEYS } from '../player/player-keys.ts';
import { PROBE_ACTIONS } from '../probe/probe-actions.ts';
import { KNOB_STEPS } from './knob-steps.ts';
import type { ScanContext, ScanEvent } from './machine/scan-context.ts';

/** The console's state that decides what a key does. */
export interface KeyState {
  readonly context: Pick<ScanContext, 'controls' | 'tool' | 'frozen' | 'mLine'>;
  /** Of the image on the screen; null before the first. */
  readonly sector: Sector | null;
}

/** The thing that the arrows move: the probe, the images of the loop, or the cross-hair of a tool. */
export type ConsoleMode = 'running' | 'frozen' | 'pointing';

export function consoleMode({ context }: KeyState): ConsoleMode {
  if (context.tool !== 'look') return 'pointing';
  return context.frozen === null ? 'running' : 'frozen';
}

type ConsoleActions = Actions<KeyState, ScanEvent, ConsoleMode>;

const CURSOR_MM: Strides = { plain: 1, far: 5, fine: 0.25 };
const IMAGES: Strides = { plain: 1, far: 10, fine: 1 };

/** More images than a loop holds. */
const TO_THE_END = 1e6;

/** Acts on a frozen image alone. */
const whenFrozen =
  (does: (state: KeyState, press: ActionPress) => ScanEvent | null) =>
  (state: KeyState, press: ActionPress): ScanEvent | null =>
    state.context.frozen === null ? null : does(state, press);

const imageStep = whenFrozen((_, press) => ({
  type: 'cine.step',
  by: pairWay(press) * IMAGES[press.stride],
}));

/** Freezing, and looking through what is held of the last seconds. */
export const CINE_ACTIONS = {
  freeze: {
    words: 'keys.cine.freeze',
    keys: [{ key: ' ' }],
    isOnImage: true,
    act: ({ context }) => ({ type: context.frozen === null ? 'image.freeze' : 'image.run' }),
  },
  step: {
    words: 'keys.cine.step',
    keys: [{ key: 'ArrowLeft' }, { key: 'ArrowRight' }],
    isOnImage: true,
    strides: {},
    modes: ['frozen'],
    act: imageStep,
  },
  stepOne: {
    words: 'keys.cine.stepOne',
    keys: [{ key: ',' }, { key: '.' }],
    act: whenFrozen((_, press) => ({ type: 'cine.step', by: pairWay(press) })),
  },
  end: {
    words: 'keys.cine.end',
    keys: [{ key: 'Home' }, { key: 'End' }],
    isOnImage: true,
    act: whenFrozen((_, press) => ({ type: 'cine.step', by: pairWay(press) * TO_THE_END })),
  },
  loop: {
    words: 'keys.cine.loop',
    keys: LOOP_KEYS,
    act: whenFrozen(() => ({ type: 'loop.toggle' })),
  },
  truth: {
    words: 'keys.cine.truth',
    keys: [{ key: 't' }],
    act: whenFrozen(() => ({ type: 'truth.toggle' })),
  },
} as const satisfies ConsoleActions;

/** The knobs that have keys. */
export const KNOB_ACTIONS = {
  depth: {
    words: 'keys.machine.depth',
    keys: [{ key: '[' }, { key: ']' }],
    act: ({ context: { controls } }, press) => ({
      type: 'controls.set',
      controls: { depthMm: controls.depthMm + pairWay(press) * KNOB_STEPS.depthMm },
    }),
  },
  gain: {
    words: 'keys.machine.gain',
    keys: [{ key: '-' }, { key: '+' }],
    // The same key without Shift, on many keyboards.
    also: [{ key: '-' }, { key: '=' }],
    act: ({ context: { controls } }, press) => ({
      type: 'controls.set',
      controls: { gainDb: controls.gainDb + pairWay(press) * KNOB_STEPS.gainDb },
    }),
  },
} as const satisfies ConsoleActions;

/** M-mode and measuring, whose tools the arrows move. */
export const TOOL_ACTIONS = {
  mMode: { words: 'keys.machine.mMode', keys: [{ key: 'm' }], act: () => ({ type: 'm_mode.toggle' }) },
  caliper: {
    words: 'keys.machine.caliper',
    keys: [{ key: 'c' }],
    act: whenFrozen(({ context }) => ({
      type: 'tool.pick',
      tool: context.tool === 'caliper' ? 'look' : 'caliper',
    })),
  },
  move: {
    words: 'keys.machine.move',
    keys: ARROW_KEYS,
    isOnImage: true,
    strides: { far: 'keys.machine.moveFar' },
    modes: ['pointing'],
    act: ({ sector }, { index, stride }) => {
      const [x, y] = ARROW_WAYS[index]!;
      const mm = CURSOR_MM[stride];
      return sector === null ? null : { type: 'cursor.move', dxMm: x * mm, dyMm: y * mm, sector };
    },
  },
  place: {
    words: 'keys.machine.place',
    keys: [{ key: 'Enter' }],
    isOnImage: true,
    modes: ['pointing'],
    act: ({ context, sector }) =>
      context.tool === 'caliper' && sector !== null ? { type: 'cursor.place', sector } : null,
  },
  leave: {
    words: 'keys.machine.leave',
    keys: [{ key: 'Escape' }],
    isOnImage: true,
    modes: ['pointing'],
    act: () => ({ type: 'tool.pick', tool: 'look' }),
  },
} as const satisfies ConsoleActions;

/** Everything that a key does on the console. */
export const CONSOLE_ACTIONS: ConsoleActions = {
  ...TOOL_ACTIONS,
  ...CINE_ACTIONS,
  ...PROBE_ACTIONS,
  ...KNOB_ACTIONS,
};
