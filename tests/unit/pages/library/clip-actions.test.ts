import { expect, test } from 'vitest';
import { CLIP_ACTIONS, CLIP_MOVES } from '../../../../src/pages/library/clip-actions.ts';
import { actionFind, type KeyPlace, type KeyPress } from '../../../../src/ui/actions/action-find.ts';

const keyMove = (pressed: KeyPress) =>
  actionFind(CLIP_MOVES, pressed, { place: 'image', areKeysOn: true, mode: 'any' }, null);
const keyClip = (pressed: KeyPress, place: KeyPlace, areKeysOn: boolean) =>
  actionFind(CLIP_ACTIONS, pressed, { place, areKeysOn, mode: 'any' }, null);

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
}

test('a slider has its keys, and leaves those of the browser alone', () => {
  expect(keyMove(press('ArrowRight'))).toEqual({ type: 'image.step', by: 1 });
  expect(keyMove(press('ArrowDown'))).toEqual({ type: 'image.step', by: -1 });
  expect(keyMove(press('PageUp'))).toEqual({ type: 'time.step', byMs: 1000 });
  expect(keyMove(press('ArrowLeft', { altKey: true }))).toBeNull();
  expect(keyMove(press('.'))).toBeNull();
});

test('single keys act everywhere but in a text, and not where they are switched off', () => {
  for (const place of ['image', 'control'] as const) {
    expect(keyClip(press(','), place, true)).toEqual({ type: 'image.step', by: -1 });
    expect(keyClip(press('P', { shiftKey: true }), place, true)).toBe('peak');
    expect(keyClip(press('l'), place, false)).toBeNull();
    expect(keyClip(press('o', { ctrlKey: true }), place, true)).toBeNull();
  }
  expect(keyClip(press('.'), 'text', true)).toBeNull();
  expect(keyClip(press('ArrowRight'), 'text', true)).toBeNull();
});

test('Space and arrows act on the image alone; arrows also where single keys are off', () => {
  expect(keyClip(press(' '), 'image', true)).toEqual({ type: 'play.toggle' });
  expect(keyClip(press(' '), 'control', true)).toBeNull();
  expect(keyClip(press('End'), 'image', false)).toMatchObject({ type: 'image.seek' });
  expect(keyClip(press('ArrowRight'), 'control', true)).toBeNull();
});
