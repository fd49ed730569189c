import type { PlainKey } from '../words/words-type.ts';
import type { Actions } from './action.ts';

/** A part of the sheet of keys: actions under a heading. */
export interface SheetGroup {
  readonly title: PlainKey;
  readonly actions: Actions<never, unknown>;
}

/** The keys of a page, as its sheet shows them. */
export type Sheet = readonly SheetGroup[];
