import { type ReadonlySignal, signal } from '@preact/signals';
import { type ItemDraft, itemRecordOf } from '../../domain/learning/item-draft.ts';
import type { ItemRecord } from '../../domain/learning/item-record.ts';
import { DAY_MS } from '../../domain/numbers/day.ts';
import type { Store } from '../../ports/store.ts';

/** The learner's answers, in the order in which they were given. */
export interface Learner {
  /** Null until they were read for the first time. */
  readonly items: ReadonlySignal<readonly ItemRecord[] | null>;
  /** Reads them from the store, once; again after `forget`. */
  read(): Promise<readonly ItemRecord[]>;
  /**
   * Keeps one more. Rejects where those before it cannot be read: then it is not kept. One that the browser does not write is
   * held by the store, which tells of it and tries again.
   */
  keep(draft: ItemDraft): Promise<void>;
  /** What is stored has changed: it is read anew when it is needed. */
  forget(): void;
  /** Nothing is stored any longer; a look at it would make a place for it anew. */
  erased(): void;
}

export interface LearnerEffects {
  readonly store: Promise<Pick<Store, 'itemAdd' | 'itemsList'>>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Never the same twice, e.g. a UUID. */
  newId(): string;
  /** An answer was given more than a day before the one before it, by the clock: it is wrong, or was then. */
  onClockBack(): void;
}

export function learnerCreate({ store, now, newId, onClockBack }: LearnerEffects): Learner {
  const items = signal<readonly ItemRecord[] | null>(null);
  let reading: Promise<readonly ItemRecord[]> | null = null;

  const read = (): Promise<readonly ItemRecord[]> => {
    if (reading !== null) return reading;
    const begun = store
      .then((opened) => opened.itemsList())
      .then((stored) => {
        if (reading === begun) items.value = stored.items;
        return stored.items;
      })
      .catch((error: unknown) => {
        if (reading === begun) reading = null;
        throw error;
      });
    reading = begun;
    return begun;
  };

  return {
    items,
    read,
    async keep(draft) {
      const known = items.peek() ?? (await read());
      const record = itemRecordOf(draft, { id: newId(), atMs: now(), known });
      if ((known.at(-1)?.atMs ?? 0) - record.atMs > DAY_MS) onClockBack();
      const opened = await store;
      const before = items.peek();
      if (before !== null) {
        const after = [...before, record];
        items.value = after;
        reading = Promise.resolve(after);
      }
      await opened.itemAdd(record).catch((error: unknown) => console.warn(error));
    },
    forget() {
      reading = null;
      items.value = null;
    },
    erased() {
      reading = Promise.resolve([]);
      items.value = [];
    },
  };
}
