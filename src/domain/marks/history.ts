import type { Mark } from './mark.ts';

/** One thing the trainee did to the marks. */
export type MarkEdit = { readonly kind: 'add'; readonly mark: Mark } | { readonly kind: 'clear' };

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
  const marks: Mark[] = [];
  for (let i = 0; i < history.done; i++) {
    const edit = history.edits[i]!;
    if (edit.kind === 'clear') marks.length = 0;
    else marks.push(edit.mark);
  }
  return marks;
}

function historyEdit(history: MarkHistory, edit: MarkEdit): MarkHistory {
  const edits = [...history.edits.slice(0, history.done), edit];
  return { edits, done: edits.length };
}
