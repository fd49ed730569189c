import type { KeyPlace, KeyPress } from '../../parts/keys/keys.ts';
import type { PlayerEvent } from './machine/library-player.ts';

/** What a key asks for beyond playing. */
export type ClipCommand = 'overlay' | 'peak';

const SECOND_MS = 1000;

/** Keys that move through the clip on the image and on the strip, as a slider's do. */
const MOVES: Readonly<Record<string, PlayerEvent>> = {
  ArrowLeft: { type: 'image.step', by: -1 },
  ArrowRight: { type: 'image.step', by: 1 },
  ArrowDown: { type: 'image.step', by: -1 },
  ArrowUp: { type: 'image.step', by: 1 },
  PageUp: { type: 'time.step', byMs: SECOND_MS },
  PageDown: { type: 'time.step', byMs: -SECOND_MS },
  Home: { type: 'image.seek', index: 0 },
  End: { type: 'image.seek', index: Number.MAX_SAFE_INTEGER },
};

const SINGLES: Readonly<Record<string, PlayerEvent | ClipCommand>> = {
  ',': { type: 'image.step', by: -1 },
  '.': { type: 'image.step', by: 1 },
  l: { type: 'loop.toggle' },
  o: 'overlay',
  p: 'peak',
};

/** What a key does on the image or the strip, as a slider has it; null for every other key. */
export function keyMove({ key, ctrlKey, metaKey, altKey }: KeyPress): PlayerEvent | null {
  return ctrlKey || metaKey || altKey ? null : (MOVES[key] ?? null);
}

/** What a key does anywhere on the page; null for none. Space plays from the image alone: a button it presses. */
export function keyClip(
  press: KeyPress,
  place: KeyPlace,
  areKeysOn: boolean,
): PlayerEvent | ClipCommand | null {
  if (place === 'text' || press.ctrlKey || press.metaKey || press.altKey) return null;
  if (place === 'image') {
    const move = keyMove(press);
    if (move !== null) return move;
  }
  if (!areKeysOn) return null;
  if (press.key === ' ') return place === 'image' ? { type: 'play.toggle' } : null;
  return SINGLES[press.key.toLowerCase()] ?? null;
}
