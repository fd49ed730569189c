import type { CaptureEvent } from '../../parts/capture/machine/capture-context.ts';
import { SHEET_ACTIONS } from '../../parts/keys/sheet-action.ts';
import { OUTLINE_ACTIONS } from '../../parts/outline/outline-actions.ts';
import { OVERLAY_KEYS } from '../../parts/player/player-keys.ts';
import type { Actions } from '../../ui/actions/action.ts';
import { pairWay } from '../../ui/actions/arrows.ts';
import type { Sheet } from '../../ui/actions/sheet.ts';

/** Whether the image runs or stands still. */
export type LiveMode = 'running' | 'frozen';

type LiveActions = Actions<LiveMode, CaptureEvent | 'overlay', LiveMode>;

export const FREEZE_KEYS = [{ key: ' ' }];

/** Everything that a key does on the live image. */
export const LIVE_ACTIONS: LiveActions = {
  freeze: {
    words: 'keys.cine.freeze',
    keys: FREEZE_KEYS,
    isOnImage: true,
    act: (mode) => ({ type: mode === 'running' ? 'image.freeze' : 'image.play' }),
  },
  step: {
    words: 'keys.cine.step',
    keys: [{ key: 'ArrowLeft' }, { key: 'ArrowRight' }],
    isOnImage: true,
    strides: {},
    modes: ['frozen'],
    act: (_, press) => ({ type: 'cine.step', by: pairWay(press) * (press.stride === 'far' ? 10 : 1) }),
  },
  end: {
    words: 'keys.cine.end',
    keys: [{ key: 'Home' }, { key: 'End' }],
    isOnImage: true,
    modes: ['frozen'],
    act: (_, { index }) => ({ type: 'cine.to', index: index === 0 ? 0 : Number.MAX_SAFE_INTEGER }),
  },
  overlay: { words: 'keys.cine.overlay', keys: OVERLAY_KEYS, act: () => 'overlay' },
};

export const LIVE_SHEET: Sheet = [
  { title: 'keys.live.title', actions: { ...LIVE_ACTIONS, ...SHEET_ACTIONS } },
  { title: 'keys.outline.title', actions: OUTLINE_ACTIONS },
];
