/** A value and those before and after it: undo without limit. */
export interface EditHistory<T> {
  readonly now: T;
  readonly before: readonly T[];
  readonly after: readonly T[];
  /** The field that was edited last: keystrokes in one field are undone together. Null after undo and redo. */
  readonly field: string | null;
}

export function historyBegin<T>(now: T): EditHistory<T> {
  return { now, before: [], after: [], field: null };
}

/**
 * Takes new values of some fields.
 *
 * @param field names what was edited; null where the edit stands alone
 */
export function historyPush<T extends object>(
  history: EditHistory<T>,
  next: Partial<T>,
  field: string | null,
): EditHistory<T> {
  const { now } = history;
  const isChanged = (Object.keys(next) as (keyof T)[]).some((name) => next[name] !== now[name]);
  if (!isChanged) return history;
  const isSame = field !== null && field === history.field;
  return {
    now: { ...now, ...next },
    before: isSame ? history.before : [...history.before, now],
    after: [],
    field,
  };
}

export function historyUndo<T>(history: EditHistory<T>): EditHistory<T> {
  if (history.before.length === 0) return history;
  return {
    now: history.before.at(-1)!,
    before: history.before.slice(0, -1),
    after: [history.now, ...history.after],
    field: null,
  };
}

export function historyRedo<T>(history: EditHistory<T>): EditHistory<T> {
  if (history.after.length === 0) return history;
  const [next, ...after] = history.after as readonly [T, ...T[]];
  return { now: next, before: [...history.before, history.now], after, field: null };
}
