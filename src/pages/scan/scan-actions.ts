import {
  CINE_ACTIONS,
  CONSOLE_ACTIONS,
  type ConsoleMode,
  type KeyState,
  KNOB_ACTIONS,
  TOOL_ACTIONS,
} from '../../parts/console/console-actions.ts';
import type { ScanEvent } from '../../parts/console/machine/scan-context.ts';
import { SHEET_ACTIONS } from '../../parts/keys/sheet-action.ts';
import { OVERLAY_KEYS } from '../../parts/player/player-keys.ts';
import { PROBE_ACTIONS } from '../../parts/probe/probe-actions.ts';
import type { Actions } from '../../ui/actions/action.ts';
import type { Sheet } from '../../ui/actions/sheet.ts';

const OVERLAY_ACTIONS = {
  overlay: { words: 'keys.cine.overlay', keys: OVERLAY_KEYS, act: () => 'overlay' },
} as const satisfies Actions<KeyState, 'overlay', ConsoleMode>;

/** Everything that a key does on the page of the console. */
export const SCAN_ACTIONS: Actions<KeyState, ScanEvent | 'overlay', ConsoleMode> = {
  ...CONSOLE_ACTIONS,
  ...OVERLAY_ACTIONS,
};

export const SCAN_SHEET: Sheet = [
  { title: 'keys.probe.title', actions: PROBE_ACTIONS },
  { title: 'keys.cine.title', actions: { ...CINE_ACTIONS, ...OVERLAY_ACTIONS } },
  { title: 'keys.machine.title', actions: { ...KNOB_ACTIONS, ...TOOL_ACTIONS, ...SHEET_ACTIONS } },
];
