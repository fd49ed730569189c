/** What is kept besides attempts: one of each. */
export type ItemName = 'session' | 'settings' | 'calibrations';

export interface ShelvedRecord {
  readonly key: string;
  readonly value: unknown;
}

/** Where records lie, unchecked: in the browser's database or in memory. */
export interface Shelves {
  attemptPut(record: { readonly id: string }): Promise<void>;
  attemptsAll(): Promise<readonly ShelvedRecord[]>;
  itemPut(name: ItemName, value: unknown): Promise<void>;
  /** undefined where there is none. */
  itemGet(name: ItemName): Promise<unknown>;
  itemDelete(name: ItemName): Promise<void>;
  clear(): Promise<void>;
  close(): void;
}
