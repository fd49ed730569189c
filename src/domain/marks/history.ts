import type { Mark } from './mark.ts';

/** One thing the trainee did to the marks. */
export type MarkEdit =
  | { readonly kind: 'add'; readonly mark: Mark }
  /** In the place of the mark of that id, such as where it was moved to; null takes it away. */
  | { readonly kind: 'change'; readonly id: string; readonly mark: Mark | null }
  | { readonly kind: 'clear' };

/**
 * Everything the trainee did, and how much of it is in force: undo and redo without limit. Stored as edits and
 * not as states, so that a saved history grows with the number of marks and not with its square.
 */
export interface MarkHistory {
  readonly edits: readonly MarkEdit[];
  /** How many of the edits are in force; those behind were undone and can be redone. */
  readonly done: number;
}

export const HISTORY_EMPTY: MarkHistory = { edits: [], done: 0 };

/** Adds a mark; whatever had been undone is forgotten. */
export function historyPush(history: MarkHistory, mark: Mark): MarkHistory {
  return historyEdit(history, { kind: 'add', mark });
}

/**
 * Puts a mark in the place of another, or takes that away; nothing happens where there is no mark of that id. What
 * `goesOn` from a change of the same mark is undone together with it.
 */
export function historyChange(
  history: MarkHistory,
  id: string,
  mark: Mark | null,
  goesOn: boolean,
): MarkHistory {
  if (!historyMarks(history).some((one) => one.id === id)) return history;
  const last = history.edits[history.done - 1];
  const isSame = goesOn && last?.kind === 'change' && last.id === id;
  return historyEdit(isSame ? { ...history, done: history.done - 1 } : history, { kind: 'change', id, mark });
}

/** Takes all marks away, which can be undone; nothing happens when there are none. */
export function historyClear(history: MarkHistory): MarkHistory {
  return historyMarks(history).length === 0 ? history : historyEdit(history, { kind: 'clear' });
}

export function historyUndo(history: MarkHistory): MarkHistory {
  return historyCanUndo(history) ? { ...history, done: history.done - 1 } : history;
}

export function historyRedo(history: MarkHistory): MarkHistory {
  return historyCanRedo(history) ? { ...history, done: history.done + 1 } : history;
}

export function historyCanUndo(history: MarkHistory): boolean {
  return history.done > 0;
}

export function historyCanRedo(history: MarkHistory): boolean {
  return history.done < history.edits.length;
}

/** The marks in force, in the order in which they were drawn. */
export function historyMarks(history: MarkHistory): readonly Mark[] {
  let marks: Mark[] = [];
  for (const edit of history.edits.slice(0, history.done)) {
    if (edit.kind === 'add') marks.push(edit.mark);
    else if (edit.kind === 'clear') marks = [];
    else
      marks = marks.flatMap((mark) => (mark.id !== edit.id ? [mark] : edit.mark === null ? [] : [edit.mark]));
  }
  return marks;
}

function historyEdit(history: MarkHistory, edit: MarkEdit): MarkHistory {
  const edits = [...history.edits.slice(0, history.done), edit];
  return { edits, done: edits.length };
}
