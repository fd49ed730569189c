/** What of a draft is undone and redone: its text, and its texts in other languages, each a file of YAML by its language. */
export interface DraftTexts {
  readonly text: string;
  readonly translations: Readonly<Record<string, string>>;
}

/** The texts of a draft and those before and after them: undo without limit. */
export interface DraftHistory extends DraftTexts {
  readonly before: readonly DraftTexts[];
  readonly after: readonly DraftTexts[];
  /** The field that was edited last: keystrokes in one field are undone together. Null after undo and redo. */
  readonly field: string | null;
}

export function draftHistoryBegin({ text, translations }: DraftTexts): DraftHistory {
  return { text, translations, before: [], after: [], field: null };
}

/**
 * Takes new texts.
 *
 * @param field names what was edited; null where the edit stands alone
 */
export function draftHistoryPush(
  history: DraftHistory,
  next: Partial<DraftTexts>,
  field: string | null,
): DraftHistory {
  const { text = history.text, translations = history.translations } = next;
  if (text === history.text && translations === history.translations) return history;
  const isSame = field !== null && field === history.field;
  return {
    text,
    translations,
    before: isSame ? history.before : [...history.before, textsOf(history)],
    after: [],
    field,
  };
}

export function draftHistoryUndo(history: DraftHistory): DraftHistory {
  const before = history.before.at(-1);
  if (before === undefined) return history;
  return {
    ...before,
    before: history.before.slice(0, -1),
    after: [textsOf(history), ...history.after],
    field: null,
  };
}

export function draftHistoryRedo(history: DraftHistory): DraftHistory {
  const [next, ...after] = history.after;
  if (next === undefined) return history;
  return { ...next, before: [...history.before, textsOf(history)], after, field: null };
}

function textsOf({ text, translations }: DraftTexts): DraftTexts {
  return { text, translations };
}
