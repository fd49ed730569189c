/** The text of a draft and the texts before and after it: undo without limit. */
export interface DraftHistory {
  readonly text: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The field that was edited last: keystrokes in one field are undone together. Null after undo and redo. */
  readonly field: string | null;
}

export function draftHistoryBegin(text: string): DraftHistory {
  return { text, before: [], after: [], field: null };
}

/**
 * Takes a new text.
 *
 * @param field names what was edited; null where the edit stands alone
 */
export function draftHistoryPush(history: DraftHistory, text: string, field: string | null): DraftHistory {
  if (text === history.text) return history;
  const isSame = field !== null && field === history.field;
  return {
    text,
    before: isSame ? history.before : [...history.before, history.text],
    after: [],
    field,
  };
}

export function draftHistoryUndo(history: DraftHistory): DraftHistory {
  const text = history.before.at(-1);
  if (text === undefined) return history;
  return {
    text,
    before: history.before.slice(0, -1),
    after: [history.text, ...history.after],
    field: null,
  };
}

export function draftHistoryRedo(history: DraftHistory): DraftHistory {
  const [text, ...after] = history.after;
  if (text === undefined) return history;
  return { text, before: [...history.before, history.text], after, field: null };
}
