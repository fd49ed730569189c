import { say } from '../words/say.ts';
import type { PlainKey } from '../words/words-type.ts';
import type { Action, KeyCombination } from './action.ts';

type AnyAction = Pick<Action<never, unknown>, 'keys'>;

/** As the sheet writes them where the name that the platform gives is no word. */
const SIGNS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
};

/** Those that have a word on each language's keyboards. */
const NAMES = {
  ' ': 'space',
  Enter: 'enter',
  Home: 'home',
  End: 'end',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
} as const;

/** The keys of an action for `aria-keyshortcuts`: `Control+z`, or `Space`. */
export function actionShortcuts({ keys }: AnyAction): string {
  return keys.map(combinationShortcut).join(' ');
}

function combinationShortcut({ key, ctrl, shift }: KeyCombination): string {
  const name = key === ' ' ? 'Space' : key === '+' ? 'Plus' : key;
  return [...(ctrl ? ['Control'] : []), ...(shift ? ['Shift'] : []), name].join('+');
}

/** The keys of an action as a tip names them: `B`, or `Ctrl + Z`. */
export function actionKeysText({ keys }: AnyAction): string {
  return keys.map((combination) => combinationNames(combination).join(' + ')).join(', ');
}

/** A combination's keys as they stand on the keyboard, one by one. */
function combinationNames({ key, ctrl, shift }: KeyCombination): readonly string[] {
  return [...(ctrl ? ['Ctrl'] : []), ...(shift ? [say('keys.name.shift')] : []), keyName(key)];
}

function keyName(key: string): string {
  if (key in NAMES) return say(`keys.name.${NAMES[key as keyof typeof NAMES]}`);
  return SIGNS[key] ?? key.toUpperCase();
}

/** One line of the sheet: keys one beside the other, and what they do. */
export interface ActionRow {
  /** `isKey` is false of what stands between keys. */
  readonly parts: readonly { readonly text: string; readonly isKey: boolean }[];
  readonly words: PlainKey;
}

/** The lines of an action on the sheet: its keys, and what Shift and Alt make of them. */
export function actionRows({ keys, words, strides }: Action<never, unknown>): readonly ActionRow[] {
  const rows: ActionRow[] = [{ parts: keysParts(keys), words }];
  if (strides?.far !== undefined)
    rows.push({ parts: strideParts(say('keys.name.shift')), words: strides.far });
  if (strides?.fine !== undefined) rows.push({ parts: strideParts('Alt'), words: strides.fine });
  return rows;
}

/** So many keys in a row are shown as the first and the last. */
const RANGE_FROM = 5;

function keysParts(keys: readonly KeyCombination[]): ActionRow['parts'] {
  const shown = keys.flatMap(combinationNames).map((text) => ({ text, isKey: true }));
  if (keys.length < RANGE_FROM) return shown;
  return [shown[0]!, { text: '–', isKey: false }, shown.at(-1)!];
}

const strideParts = (name: string): ActionRow['parts'] => [
  { text: name, isKey: true },
  { text: say('keys.name.arrow'), isKey: false },
];
