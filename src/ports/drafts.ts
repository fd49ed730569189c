import type { CourseDraft } from '../domain/studio/course-draft.ts';
import type { Draft } from '../domain/studio/draft.ts';

/** Keeps things of one kind on this device, each under its id. */
interface KeptUnderId<T> {
  /** Those changed last first; those that cannot be read are left out. */
  list(): Promise<readonly T[]>;
  /** Null where there is none, or it cannot be read. */
  read(id: string): Promise<T | null>;
  /** Takes the place of one of the same id. Rejects with the fact `draftNotKept` where the browser keeps nothing. */
  save(one: T): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Keeps drafts of scenarios on this device, for whoever teaches here. */
export interface DraftStore extends KeptUnderId<Draft> {
  /** The courses that are made of them. */
  readonly courses: KeptUnderId<CourseDraft>;
  /** Leaves nothing. */
  eraseAll(): Promise<void>;
}
