import { describe, expect, test } from 'vitest';
import type { Actions } from '../../../../src/ui/actions/action.ts';
import { actionsClash } from '../../../../src/ui/actions/action-clash.ts';
import { actionFind, type KeyPress } from '../../../../src/ui/actions/action-find.ts';
import { actionRows, actionShortcuts } from '../../../../src/ui/actions/action-keys.ts';
import { ARROW_KEYS } from '../../../../src/ui/actions/arrows.ts';

const press = (key: string, also: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...also,
});

const LAMP = {
  light: {
    words: 'keys.looking.freeze',
    keys: [{ key: 'l' }],
    act: (isBroken) => (isBroken ? null : 'light'),
  },
  dim: {
    words: 'keys.machine.gain',
    keys: [{ key: '-' }, { key: '+' }],
    also: [{ key: '-' }, { key: '=' }],
    act: (_, { index }) => (index === 0 ? 'less' : 'more'),
  },
  back: { words: 'keys.changing.undo', keys: [{ key: 'z', ctrl: true, shift: false }], act: () => 'back' },
  on: {
    words: 'keys.changing.redo',
    keys: [{ key: 'z', ctrl: true, shift: true }],
    also: [{ key: 'y', ctrl: true }],
    act: () => 'on',
  },
  turn: {
    words: 'keys.placing.move',
    keys: ARROW_KEYS,
    isOnImage: true,
    strides: { far: 'keys.placing.moveFar', fine: 'keys.placing.moveNear' },
    modes: ['turning'],
    act: (_, { index, stride }) => `${index} ${stride}`,
  },
} as const satisfies Actions<boolean, string, 'turning' | 'still'>;

const find = (
  pressed: KeyPress,
  { place = 'image', areKeysOn = true, mode = 'turning' as 'turning' | 'still', isBroken = false } = {},
) =>
  actionFind<boolean, string, 'turning' | 'still'>(
    LAMP,
    pressed,
    { place: place as 'image', areKeysOn, mode },
    isBroken,
  );

describe('a press', () => {
  test.each([
    { pressed: press('l'), does: 'light' },
    { pressed: press('L', { shiftKey: true }), does: 'light' },
    { pressed: press('l', { ctrlKey: true }), does: null },
    { pressed: press('l', { altKey: true }), does: null },
    { pressed: press('-'), does: 'less' },
    { pressed: press('+', { shiftKey: true }), does: 'more' },
    { pressed: press('='), does: 'more' },
    { pressed: press('z', { ctrlKey: true }), does: 'back' },
    { pressed: press('Z', { metaKey: true, shiftKey: true }), does: 'on' },
    { pressed: press('y', { ctrlKey: true }), does: 'on' },
    { pressed: press('z'), does: null },
    { pressed: press('ArrowRight'), does: '3 plain' },
    { pressed: press('ArrowLeft', { shiftKey: true }), does: '0 far' },
    { pressed: press('ArrowUp', { altKey: true }), does: '1 fine' },
    { pressed: press('q'), does: null },
  ])('$pressed.key does $does', ({ pressed, does }) => {
    expect(find(pressed)).toBe(does);
  });

  test("means nothing in a field of text, and on a control only what is not the image's", () => {
    expect(find(press('l'), { place: 'text' })).toBeNull();
    expect(find(press('z', { ctrlKey: true }), { place: 'text' })).toBeNull();
    expect(find(press('l'), { place: 'control' })).toBe('light');
    expect(find(press('ArrowUp'), { place: 'control' })).toBeNull();
  });

  test('of a single character does nothing where these are switched off, all others act', () => {
    expect(find(press('l'), { areKeysOn: false })).toBeNull();
    expect(find(press('z', { ctrlKey: true }), { areKeysOn: false })).toBe('back');
    expect(find(press('ArrowUp'), { areKeysOn: false })).toBe('1 plain');
  });

  test('acts in its modes and where its state allows it', () => {
    expect(find(press('ArrowUp'), { mode: 'still' })).toBeNull();
    expect(find(press('l'), { isBroken: true })).toBeNull();
  });
});

describe('keys in words', () => {
  test('for assistive technology', () => {
    expect(actionShortcuts(LAMP.on)).toBe('Control+Shift+z');
    expect(actionShortcuts(LAMP.dim)).toBe('- Plus');
    expect(actionShortcuts({ keys: [{ key: ' ' }] })).toBe('Space');
  });

  test('for the sheet', () => {
    const shown = actionRows(LAMP.turn).map(({ parts }) => parts.map(({ text }) => text).join(' '));
    expect(shown).toEqual(['← ↑ ↓ →', 'Shift + arrow', 'Alt + arrow']);
    expect(actionRows(LAMP.on)[0]!.parts.map(({ text }) => text)).toEqual(['Ctrl', 'Shift', 'Z']);
    const digits = ['1', '2', '3', '4', '5', '6', '7'].map((key) => ({ key }));
    const row = actionRows({ words: 'keys.choosing.finding', keys: digits, act: () => null })[0]!;
    expect(row.parts).toEqual([
      { text: '1', isKey: true },
      { text: '–', isKey: false },
      { text: '7', isKey: true },
    ]);
  });
});

describe('a clash', () => {
  test('is two actions for one press in one mode', () => {
    const one = { words: 'keys.changing.undo', keys: [{ key: 'z', ctrl: true }], act: () => null } as const;
    expect(actionsClash({ lamp: LAMP })).toEqual([]);
    expect(actionsClash({ lamp: LAMP, other: { one } })).toEqual([
      { names: ['lamp.back', 'other.one'], key: 'z' },
      { names: ['lamp.on', 'other.one'], key: 'z' },
    ]);
    const still = { ...LAMP.turn, modes: ['still'] } as const;
    expect(actionsClash({ lamp: LAMP, other: { still } })).toEqual([]);
  });
});
