import { SHEET_ACTIONS } from '../../parts/keys/sheet-action.ts';
import { OVERLAY_KEYS } from '../../parts/player/player-keys.ts';
import type { Actions } from '../../ui/actions/action.ts';
import type { Sheet } from '../../ui/actions/sheet.ts';
import type { PlayerEvent } from './machine/library-player.ts';

/** Commands of keys beyond playing. */
export type ClipCommand = 'overlay' | 'peak';

type ClipActions = Actions<null, PlayerEvent | ClipCommand>;

const SECOND_MS = 1000;
const way = (index: number): number => (index === 0 ? -1 : 1);

/** Moving through the clip on the image and on the strip, by the keys that a slider has. */
export const CLIP_MOVES: Actions<null, PlayerEvent> = {
  step: {
    words: 'keys.clip.step',
    keys: [{ key: 'ArrowLeft' }, { key: 'ArrowRight' }],
    also: [{ key: 'ArrowDown' }, { key: 'ArrowUp' }],
    isOnImage: true,
    act: (_, { index }) => ({ type: 'image.step', by: way(index) }),
  },
  second: {
    words: 'keys.clip.second',
    keys: [{ key: 'PageDown' }, { key: 'PageUp' }],
    isOnImage: true,
    act: (_, { index }) => ({ type: 'time.step', byMs: way(index) * SECOND_MS }),
  },
  end: {
    words: 'keys.clip.end',
    keys: [{ key: 'Home' }, { key: 'End' }],
    isOnImage: true,
    act: (_, { index }) => ({ type: 'image.seek', index: index === 0 ? 0 : Number.MAX_SAFE_INTEGER }),
  },
};

export const CLIP_PLAYING = {
  play: {
    words: 'keys.clip.play',
    keys: [{ key: ' ' }],
    isOnImage: true,
    act: () => ({ type: 'play.toggle' }),
  },
  stepOne: {
    words: 'keys.clip.stepOne',
    keys: [{ key: ',' }, { key: '.' }],
    act: (_, { index }) => ({ type: 'image.step', by: way(index) }),
  },
  loop: { words: 'keys.clip.loop', keys: [{ key: 'l' }], act: () => ({ type: 'loop.toggle' }) },
} as const satisfies Actions<null, PlayerEvent>;

const CLIP_LOOKING = {
  overlay: { words: 'keys.cine.overlay', keys: OVERLAY_KEYS, act: () => 'overlay' },
  peak: { words: 'keys.clip.peak', keys: [{ key: 'p' }], act: () => 'peak' },
} as const satisfies Actions<null, ClipCommand>;

/** Everything that a key does on the page of a clip. */
export const CLIP_ACTIONS: ClipActions = { ...CLIP_PLAYING, ...CLIP_MOVES, ...CLIP_LOOKING };

export const CLIP_SHEET: Sheet = [
  { title: 'keys.clip.title', actions: { ...CLIP_PLAYING, ...CLIP_MOVES } },
  { title: 'keys.looking.title', actions: { ...CLIP_LOOKING, ...SHEET_ACTIONS } },
];
