import type { Action, ActionPress, Actions, KeyCombination } from './action.ts';

/** The part of a keyboard event that matters here. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Where the focus is: on the image (or nowhere in particular), on a control, or in a field one types into. */
export type KeyPlace = 'image' | 'control' | 'text';

/** The state in which a key is pressed, beside that of what it acts on. */
export interface KeyScene<Mode extends string> {
  readonly place: KeyPlace;
  /** Whether single characters are wanted as shortcuts (WCAG 2.1.4: they can be switched off). */
  readonly areKeysOn: boolean;
  readonly mode: Mode;
}

/** The result of a press by a table of actions; null where it does nothing there. */
export function actionFind<State, Does, Mode extends string>(
  actions: Actions<State, Does, Mode>,
  press: KeyPress,
  { place, areKeysOn, mode }: KeyScene<Mode>,
  state: State,
): Does | null {
  if (place === 'text') return null;
  for (const action of Object.values(actions)) {
    if (action.modes !== undefined && !action.modes.includes(mode)) continue;
    if (action.isOnImage === true && place !== 'image') continue;
    const index = indexOf(action, press, areKeysOn);
    if (index === null) continue;
    const does = action.act(state, { index, stride: strideOf(press) });
    if (does !== null) return does;
  }
  return null;
}

function indexOf<State, Does, Mode extends string>(
  { keys, also, strides }: Action<State, Does, Mode>,
  press: KeyPress,
  areKeysOn: boolean,
): number | null {
  if (press.altKey && strides === undefined) return null;
  const fits = (combination: KeyCombination): boolean =>
    combinationFits(combination, press) && (areKeysOn || !combinationIsSingle(combination));
  const index = keys.findIndex(fits);
  if (index >= 0) return index;
  const other = also?.findIndex(fits) ?? -1;
  return other >= 0 ? other : null;
}

function combinationFits({ key, ctrl = undefined, shift }: KeyCombination, press: KeyPress): boolean {
  if (press.key !== key && press.key.toLowerCase() !== key) return false;
  if ((press.ctrlKey || press.metaKey) !== (ctrl ?? false)) return false;
  return shift === undefined || press.shiftKey === shift;
}

/** Whether it is one character without Ctrl, which speech control and a slip of the hand can press unmeant. */
function combinationIsSingle({ key, ctrl }: KeyCombination): boolean {
  return key.length === 1 && ctrl === undefined;
}

function strideOf({ shiftKey, altKey }: KeyPress): ActionPress['stride'] {
  if (shiftKey) return 'far';
  return altKey ? 'fine' : 'plain';
}
