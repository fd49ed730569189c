import type { Draft } from '../domain/studio/draft.ts';

/** Keeps drafts of scenarios on this device, for whoever teaches here. */
export interface DraftStore {
  /** Those changed last first; those that cannot be read are left out. */
  list(): Promise<readonly Draft[]>;
  /** Null where there is none, or it cannot be read. */
  read(id: string): Promise<Draft | null>;
  /** Takes the place of one of the same id. Rejects with the fact `draftNotKept` where the browser keeps nothing. */
  save(draft: Draft): Promise<void>;
  remove(id: string): Promise<void>;
  /** Leaves nothing. */
  eraseAll(): Promise<void>;
}
