/** Records of which there is one each. `session`: the one place that versions before 4 kept. */
export type ItemName = 'session' | 'settings' | 'calibrations' | 'learner';

export interface DatabaseRecord {
  readonly key: string;
  readonly value: unknown;
}

/** An attempt or an answer to an item as it lies in the database. A clock can be set back: which came first is counted. */
export interface CountedRecord {
  readonly id: string;
  /** From 1; 0 where it was kept before attempts were counted. */
  readonly order: number;
}

/** The record with its number, as it is to be written among those that are kept. */
export function recordCount<Record extends { readonly id: string }>(
  record: Record,
  kept: readonly unknown[],
): Record & CountedRecord {
  const same = kept.find((one) => (one as Partial<CountedRecord> | null)?.id === record.id);
  const orders = kept.map(recordOrder);
  return { ...record, order: same === undefined ? 1 + Math.max(0, ...orders) : recordOrder(same) };
}

/** The number of a record in the database. */
export function recordOrder(value: unknown): number {
  const order = (value as Partial<CountedRecord> | null)?.order;
  return Number.isSafeInteger(order) ? (order as number) : 0;
}

/** Records of every kind, to be written at once. */
export interface DatabaseFilling {
  readonly attempts: readonly CountedRecord[];
  readonly learnerItems: readonly CountedRecord[];
  readonly places: readonly { readonly scenarioId: string }[];
  readonly items: Readonly<Partial<Record<ItemName, unknown>>>;
}

/** Holds records unchecked, in the browser's database or in memory. */
export interface Database {
  /** Counts it as the newest, unless one of its id lies there: then it takes that one's place. */
  attemptPut(record: { readonly id: string }): Promise<void>;
  attemptsAll(): Promise<readonly DatabaseRecord[]>;
  /** The same of an answer to an item; takes no longer where thousands are kept. */
  learnerItemPut(record: { readonly id: string }): Promise<void>;
  learnerItemsAll(): Promise<readonly DatabaseRecord[]>;
  /** Gives the number with which a scenario's place is written from now on: it is greater than all that were given before. */
  placeClaim(scenarioId: string): Promise<number>;
  /**
   * Gives whether it was written: not where another number was given for the scenario after `owner`. Null writes in any
   * case.
   */
  placePut(record: { readonly scenarioId: string }, owner: number | null): Promise<boolean>;
  placesAll(): Promise<readonly DatabaseRecord[]>;
  /** The same. */
  placeDelete(scenarioId: string, owner: number | null): Promise<boolean>;
  itemPut(name: ItemName, value: unknown): Promise<void>;
  /** undefined where there is none. */
  itemGet(name: ItemName): Promise<unknown>;
  itemDelete(name: ItemName): Promise<void>;
  /**
   * Deletes everything, and the database itself.
   *
   * @throws StoreError `erase_blocked`
   */
  erase(): Promise<void>;
  /** Writes all or nothing; what lies here goes first where `isEmptied`. */
  fill(filling: DatabaseFilling, isEmptied: boolean): Promise<void>;
  close(): void;
}
