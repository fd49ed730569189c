import type { PlainKey } from '../words/words-type.ts';

/** Keys held together, as `KeyboardEvent.key` names the last of them; a letter in lower case. */
export interface KeyCombination {
  readonly key: string;
  /** With Ctrl, or with Cmd on a Mac; without either unless told. */
  readonly ctrl?: true;
  /** With Shift or without it; either unless told, since some characters need it. */
  readonly shift?: boolean;
}

/** How far one press goes: as it is, with Shift, with Alt. */
export type Stride = 'plain' | 'far' | 'fine';

/** An amount for each. */
export type Strides = Readonly<Record<Stride, number>>;

/** The parts of a press that an action goes by. */
export interface ActionPress {
  /** Which of its `keys` was pressed, from 0. */
  readonly index: number;
  readonly stride: Stride;
}

/**
 * One command that a person can give by the keyboard: what it does in words, its keys, when it applies and what comes of it.
 * Buttons, the keyboard, the sheet of keys and the test that no two clash read the same.
 */
export interface Action<State, Does, Mode extends string = string> {
  /** Its words, for the sheet of keys. */
  readonly words: PlainKey;
  /** Its keys, each with a meaning of its own: left and right, less and more. */
  readonly keys: readonly KeyCombination[];
  /** Other ways to press them, in the same order, which the sheet does not show. */
  readonly also?: readonly KeyCombination[];
  /** Whether the focus has to be on the image, where the key means something else on a control or scrolls a page. */
  readonly isOnImage?: boolean;
  /** Where Shift and Alt vary how far it goes: what the sheet says of that, if anything. */
  readonly strides?: { readonly far?: PlainKey; readonly fine?: PlainKey };
  /** In which modes it applies; in all unless told. */
  readonly modes?: readonly Mode[];
  /** The result in this state; null where there is none, and the key is left to others. */
  act(state: State, press: ActionPress): Does | null;
}

/** Actions that belong together, under one heading of the sheet, by a name each. */
export type Actions<State, Does, Mode extends string = string> = Readonly<
  Record<string, Action<State, Does, Mode>>
>;
