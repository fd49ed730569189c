import { type ReadonlySignal, signal } from '@preact/signals';
import { CodedError } from '../../domain/errors/coded-error.ts';
import {
  type LearnerList,
  type ListedLearner,
  learnerDatabase,
  learnerListAdd,
  learnerListChange,
  learnerListDrop,
  learnerListFound,
} from '../../domain/learners/learner-list.ts';
import type { LearnerListKept, Pins } from '../../ports/learners.ts';
import type { RecordsOpened } from '../../ports/records.ts';
import type { Store } from '../../ports/store.ts';
import type { CopyOpened } from '../copy/copy-open.ts';
import { type CopyTaking, copyTake } from '../copy/copy-take.ts';

/** Those who learn on this machine, each with a database of their own. Whatever fails rejects with a CodedError. */
export interface Learners {
  readonly list: ReadonlySignal<LearnerList>;
  /** Whose database this page writes, whoever is chosen in another page meanwhile. */
  readonly here: string;
  /** Whether the browser keeps the list; without it there is one learner alone. */
  readonly isKept: boolean;
  readonly isPinPossible: boolean;
  /** Brings back into the list whose databases lie here. */
  find(): Promise<void>;
  add(name: string): Promise<void>;
  rename(key: string, name: string): Promise<void>;
  /** Null takes it away. */
  pinSet(key: string, pin: string | null): Promise<void>;
  /** Loads the page anew for another learner. */
  switchTo(key: string): void;
  /** Erases all that is kept of one learner; after the one who is here the page is loaded anew. */
  erase(key: string): Promise<void>;
  /** Takes the list as it is kept now. */
  listTake(): void;
  /** Erases all that is kept of everybody but the one who is here. */
  eraseOthers(): Promise<void>;
  /** Gives the store of any learner to `work`. */
  storeUse<T>(key: string, work: (store: Store) => Promise<T>): Promise<T>;
  /** Who has that id in copies; null where nobody has. */
  ofId(id: string): Promise<ListedLearner | null>;
  /** Adds of a copy what is missing to a learner who is not here; gives how many of its clips were left out. */
  merge(key: string, copy: CopyOpened, taking: CopyTaking): Promise<number>;
  /** Brings in a copy as a new learner; gives how many of its clips were damaged and left out. */
  take(copy: CopyOpened, name: string, taking: CopyTaking): Promise<number>;
}

export interface LearnersInput {
  readonly kept: LearnerListKept;
  readonly pins: Pins;
  /** Of the one who is here. */
  readonly store: Promise<Store>;
  readonly storeOpen: (database: string) => Promise<Store>;
  readonly records: () => Promise<RecordsOpened>;
  /** A UUID. */
  readonly newKey: () => string;
  /** Drops what this page knows of the one who is here. */
  readonly forget: () => void;
  /** Drops what is kept of a learner beside the database. */
  readonly extrasErase: (key: string) => void;
  readonly reload: () => void;
}

export function learnersCreate(input: LearnersInput): Learners {
  const { kept, pins, store, storeOpen, records, newKey, forget, extrasErase, reload } = input;
  const list = signal(kept.read());
  const { here } = list.peek();
  const change = (by: (now: LearnerList) => LearnerList): void => {
    list.value = kept.change(by);
  };
  const listTake = (): void => {
    list.value = kept.read();
  };
  kept.listen(listTake);

  const storeUse = async <T>(key: string, work: (of: Store) => Promise<T>): Promise<T> => {
    if (key === here) return work(await store);
    const opened = await storeOpen(learnerDatabase(key));
    try {
      if (opened.memoryReason !== null) throw new CodedError('store_memory', opened.memoryReason);
      return await work(opened);
    } finally {
      opened.close();
    }
  };

  /** The name that lies in a database; null where it cannot be opened now. */
  const nameFind = async (key: string): Promise<Pick<ListedLearner, 'key' | 'name'> | null> => {
    try {
      return { key, name: (await storeUse(key, (of) => of.learnerLoad()))?.name ?? '' };
    } catch (error) {
      // What a newer version keeps is somebody's too.
      const isNewer = error instanceof CodedError && error.fact.code === 'storeOfNewer';
      return isNewer ? { key, name: '' } : null;
    }
  };

  const storeErase = async (key: string): Promise<void> => {
    await storeUse(key, (of) => of.eraseAll());
    extrasErase(key);
  };

  return {
    list,
    here,
    isKept: kept.isKept,
    isPinPossible: pins.isPossible,
    async find() {
      const known = new Set(list.peek().learners.map(({ key }) => key));
      const missing = (await kept.databasesFind()).filter((key) => !known.has(key));
      const found = (await Promise.all(missing.map(nameFind))).filter((each) => each !== null);
      if (found.length > 0) change((now) => learnerListFound(now, found));
    },
    async add(name) {
      const key = newKey();
      await storeUse(key, (of) => of.learnerNameSave(name));
      change((now) => learnerListAdd(now, { key, name }));
    },
    async rename(key, name) {
      await storeUse(key, (of) => of.learnerNameSave(name));
      change((now) => learnerListChange(now, key, { name }));
    },
    async pinSet(key, pin) {
      const hash = pin === null ? null : await pins.hash(pin);
      change((now) => learnerListChange(now, key, { pin: hash }));
      // Who sets it is not asked for it.
      if (hash !== null && key === here) kept.letIn(key);
    },
    switchTo(key) {
      change((now) => ({ ...now, here: key }));
      reload();
    },
    async erase(key) {
      if (key === here) forget();
      let blocked: unknown = null;
      try {
        await storeErase(key);
      } catch (error) {
        // Then nothing is left of it but an empty place.
        if (!(error instanceof CodedError && error.code === 'erase_blocked')) throw error;
        blocked = error;
      }
      change((now) => learnerListDrop(now, key));
      if (key === here) reload();
      else if (blocked !== null) throw blocked;
    },
    listTake,
    async eraseOthers() {
      const keys = new Set([...list.peek().learners.map(({ key }) => key), ...(await kept.databasesFind())]);
      keys.delete(here);
      // One that is in the way keeps no other.
      const tried = await Promise.allSettled([...keys].map(storeErase));
      for (const one of tried) if (one.status === 'rejected') throw one.reason;
    },
    storeUse,
    async ofId(id) {
      for (const each of list.peek().learners) {
        const learner = await storeUse(each.key, (of) => of.learnerLoad());
        if (learner?.id === id) return each;
      }
      return null;
    },
    merge: (key, copy, taking) =>
      storeUse(key, async (of) => {
        const { clips } = await copyTake({ store: of, records, device: null }, copy, 'merge', taking);
        return clips;
      }),
    async take(copy, name, taking) {
      const key = newKey();
      try {
        const damaged = await storeUse(key, async (of) => {
          const into = { store: of, records, device: null };
          const { clips: left } = await copyTake(into, copy, 'merge', taking);
          await of.learnerNameSave(name);
          return left;
        });
        change((now) => learnerListAdd(now, { key, name }));
        return damaged;
      } catch (error) {
        await storeErase(key).catch((problem: unknown) => console.warn(problem));
        throw error;
      }
    },
  };
}
