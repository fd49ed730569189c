import type { ScenarioStep } from '../../domain/scenario/scenario.ts';
import { KNOB_ACTIONS } from '../../parts/console/console-actions.ts';
import { SHEET_ACTIONS } from '../../parts/keys/sheet-action.ts';
import { CHANGING_ACTIONS, CHOOSING_ACTIONS, PLACING_ACTIONS } from '../../parts/marking/marking-actions.ts';
import { OVERLAY_KEYS } from '../../parts/player/player-keys.ts';
import { PROBE_ACTIONS } from '../../parts/probe/probe-actions.ts';
import { NEXT_ACTIONS, SURE_ACTIONS } from '../../parts/questions/answer-actions.ts';
import type { Actions } from '../../ui/actions/action.ts';
import { ARROW_KEYS } from '../../ui/actions/arrows.ts';
import type { Sheet } from '../../ui/actions/sheet.ts';
import { STEPS_WITH_OVERLAY } from './overlay-offer.ts';

/** Commands of keys in a step, beyond those for marks and probe. */
export type PlayCommand = 'freeze' | 'overlay' | 'hint' | 'review';

type StepKind = ScenarioStep['kind'];
type PlayActions = Actions<null, PlayCommand, StepKind>;

/** Looking at the image of a step. */
export const LOOKING_ACTIONS = {
  freeze: {
    words: 'keys.looking.freeze',
    keys: [{ key: ' ' }],
    isOnImage: true,
    modes: ['freeze', 'scan', 'survey'],
    act: () => 'freeze',
  },
  overlay: {
    words: 'keys.looking.overlay',
    keys: OVERLAY_KEYS,
    modes: STEPS_WITH_OVERLAY,
    act: () => 'overlay',
  },
  review: { words: 'keys.looking.review', keys: [{ key: 'x' }], modes: ['feedback'], act: () => 'review' },
} as const satisfies PlayActions;

export const HINT_ACTIONS = {
  hint: { words: 'keys.changing.hint', keys: [{ key: 'h' }], modes: ['mark', 'scan'], act: () => 'hint' },
} as const satisfies PlayActions;

export const PLAY_ACTIONS: PlayActions = { ...LOOKING_ACTIONS, ...HINT_ACTIONS };

/** How far one press of an arrow moves the line of M-mode, as a share of the image's width. */
const LINE_STEP = 0.02;

/** Moving the line of M-mode from where it is, -1 to 1. */
export const M_LINE_ACTIONS = {
  line: {
    words: 'keys.mMode.line',
    keys: [ARROW_KEYS[0]!, ARROW_KEYS[3]!],
    isOnImage: true,
    modes: ['m_mode'],
    act: (lateral, { index }) => lateral + (index === 0 ? -LINE_STEP : LINE_STEP),
  },
} as const satisfies Actions<number, number, StepKind>;

/** The sheets of the steps, by what can be done in them. */
export const MARK_SHEET: Sheet = [
  { title: 'keys.looking.title', actions: { ...LOOKING_ACTIONS, ...SHEET_ACTIONS } },
  { title: 'keys.placing.title', actions: PLACING_ACTIONS },
  { title: 'keys.choosing.title', actions: CHOOSING_ACTIONS },
  { title: 'keys.changing.title', actions: { ...CHANGING_ACTIONS, ...HINT_ACTIONS } },
];

const { finding: _, ...CHOOSING_TOOLS } = CHOOSING_ACTIONS;

/** Where one finding is asked for, and an answer is handed in with how sure one is of it. */
export const SURE_MARK_SHEET: Sheet = [
  ...MARK_SHEET.slice(0, 2),
  { title: 'keys.choosing.title', actions: CHOOSING_TOOLS },
  ...MARK_SHEET.slice(3),
  { title: 'keys.answering.title', actions: { ...SURE_ACTIONS, ...NEXT_ACTIONS } },
];

export const SCAN_STEP_SHEET: Sheet = [
  { title: 'keys.probe.title', actions: PROBE_ACTIONS },
  {
    title: 'keys.scanning.title',
    actions: { freeze: LOOKING_ACTIONS.freeze, ...HINT_ACTIONS, ...SHEET_ACTIONS },
  },
  { title: 'keys.machine.title', actions: KNOB_ACTIONS },
];

export const M_MODE_SHEET: Sheet = [
  { title: 'keys.mMode.title', actions: { ...M_LINE_ACTIONS, ...SHEET_ACTIONS } },
];
