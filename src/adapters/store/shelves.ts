/** What there is one of each. `session`: the one place that versions before 4 kept. */
export type ItemName = 'session' | 'settings' | 'calibrations';

export interface ShelvedRecord {
  readonly key: string;
  readonly value: unknown;
}

/** Records of every kind, to be written at once. */
export interface Filling {
  readonly attempts: readonly { readonly id: string }[];
  readonly places: readonly { readonly scenarioId: string }[];
  readonly items: Readonly<Partial<Record<ItemName, unknown>>>;
}

/** Where records lie, unchecked: in the browser's database or in memory. */
export interface Shelves {
  attemptPut(record: { readonly id: string }): Promise<void>;
  attemptsAll(): Promise<readonly ShelvedRecord[]>;
  placePut(record: { readonly scenarioId: string }): Promise<void>;
  placesAll(): Promise<readonly ShelvedRecord[]>;
  placeDelete(scenarioId: string): Promise<void>;
  itemPut(name: ItemName, value: unknown): Promise<void>;
  /** undefined where there is none. */
  itemGet(name: ItemName): Promise<unknown>;
  itemDelete(name: ItemName): Promise<void>;
  /**
   * Deletes everything, also what it lay in.
   *
   * @throws StoreError `erase_blocked`
   */
  erase(): Promise<void>;
  /** Writes all or nothing; what lies here goes first where `isEmptied`. */
  fill(filling: Filling, isEmptied: boolean): Promise<void>;
  close(): void;
}
