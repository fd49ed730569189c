/**
 * How long pages of one browser have to answer each other, ms; and a page that is loaded again has so long to let go of
 * what its next self asks for.
 */
export const ANSWER_MS = 300;

/** Lets go of what a page has. */
export type Release = () => void;

/** Gives one page at a time what has a name. */
export interface Exclusion {
  /** How to let go of it again; null where another page has it and does not let go in so many ms. */
  request(name: string, limitMs: number): Promise<Release | null>;
  /** Takes it from whoever has it. */
  seize(name: string): Promise<Release>;
  close(): void;
}
