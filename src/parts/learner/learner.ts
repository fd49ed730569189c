import { type ReadonlySignal, signal } from '@preact/signals';
import { type ItemDraft, itemRecordOf } from '../../domain/learning/item-draft.ts';
import type { ItemRecord } from '../../domain/learning/item-record.ts';
import { LEARNER_NEW, type LearnerState, learnerAdd } from '../../domain/learning/skill-state.ts';
import type { Store } from '../../ports/store.ts';

/** Everything that the learner's answers tell. */
export interface LearnerKnown {
  /** In the order answered. */
  readonly items: readonly ItemRecord[];
  readonly state: LearnerState;
}

/** The learner's answers, and what is known of the learner by them. */
export interface Learner {
  /** Null until it was read for the first time. */
  readonly known: ReadonlySignal<LearnerKnown | null>;
  /** Reads the answers from the store, once; again after `forget`. */
  read(): Promise<LearnerKnown>;
  /** Keeps an answer. Rejects where it could not be kept: it is not known then. */
  keep(draft: ItemDraft): Promise<void>;
  /** What is stored has changed: it is read anew when it is needed. */
  forget(): void;
}

export interface LearnerEffects {
  readonly store: Promise<Pick<Store, 'itemAdd' | 'itemsList'>>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Never the same twice, e.g. a UUID. */
  newId(): string;
}

export function learnerCreate({ store, now, newId }: LearnerEffects): Learner {
  const known = signal<LearnerKnown | null>(null);
  let reading: Promise<LearnerKnown> | null = null;

  const read = (): Promise<LearnerKnown> => {
    if (reading !== null) return reading;
    const begun = store
      .then((opened) => opened.itemsList())
      .then(({ items }) => {
        const all = { items, state: items.reduce(learnerAdd, LEARNER_NEW) };
        if (reading === begun) known.value = all;
        return all;
      })
      .catch((error: unknown) => {
        if (reading === begun) reading = null;
        throw error;
      });
    reading = begun;
    return begun;
  };

  return {
    known,
    read,
    async keep(draft) {
      const { items } = known.peek() ?? (await read());
      const record = itemRecordOf(draft, { id: newId(), atMs: now(), known: items });
      await (await store).itemAdd(record);
      const before = known.peek();
      if (before === null) return;
      const after = { items: [...before.items, record], state: learnerAdd(before.state, record) };
      known.value = after;
      reading = Promise.resolve(after);
    },
    forget() {
      reading = null;
      known.value = null;
    },
  };
}
