import { type ReadonlySignal, signal } from '@preact/signals';
import {
  type EditHistory,
  historyBegin,
  historyPush,
  historyRedo,
  historyUndo,
} from '../../domain/studio/edit-history.ts';

/** What is edited, and every state on the way. */
export interface Undoable<T extends object> {
  readonly history: ReadonlySignal<EditHistory<T>>;
  /** `field`: what is edited, so that keystrokes in it are undone together; null where the edit stands alone. */
  edit(parts: Partial<T>, field: string | null): void;
  undo(): void;
  redo(): void;
}

/** @param onChange told of each state that comes to stand */
export function undoableCreate<T extends object>(begun: T, onChange: (now: T) => void): Undoable<T> {
  const history = signal(historyBegin(begun));
  const take = (next: EditHistory<T>): void => {
    if (next === history.peek()) return;
    history.value = next;
    onChange(next.now);
  };
  return {
    history,
    edit: (parts, field) => take(historyPush(history.peek(), parts, field)),
    undo: () => take(historyUndo(history.peek())),
    redo: () => take(historyRedo(history.peek())),
  };
}
