import * as z from 'zod/mini';
import type { Texts } from '../package/package-manifest.ts';
import type { StoredSchema } from '../stored/stored-read.ts';
import { countSchema, listSchema, objectSchema, textSchema, timeSchema } from '../stored/values.ts';

/** What of a course is undone and redone. */
export interface CourseParts {
  /** By language; empty texts are those that are still to be written. */
  readonly titles: Texts;
  /** What the course is for, by language. */
  readonly summaries: Texts;
  /** Ids of drafts, in the order in which they are taken, each once. */
  readonly drafts: readonly string[];
}

/** A course that a teacher makes of drafts, as this device keeps it. */
export interface CourseDraft extends CourseParts {
  /** A UUID; a package that is made of it has the same. */
  readonly id: string;
  /** In which it is written first, two or three letters. */
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly changedAtMs: number;
  /** How often a package was made of it. */
  readonly revision: number;
  /** Who is named as the author, and under which licence it is handed out; empty where nobody said. */
  readonly author: string;
  readonly licence: string;
}

const line = z.string().check(z.maxLength(200));

export const courseDraftSchema: StoredSchema<CourseDraft> = objectSchema({
  id: textSchema,
  language: textSchema,
  titles: z.record(z.string(), z.string()),
  summaries: z.record(z.string(), z.string()),
  drafts: listSchema(textSchema),
  changedAtMs: timeSchema,
  revision: countSchema,
  author: line,
  licence: line,
});

/** The list with the draft at a place moved by one towards its begin (-1) or its end (1); as it is where it cannot be. */
export function courseDraftMove(drafts: readonly string[], at: number, by: -1 | 1): readonly string[] {
  const to = at + by;
  if (drafts[at] === undefined || drafts[to] === undefined) return drafts;
  const moved = [...drafts];
  [moved[at], moved[to]] = [moved[to]!, moved[at]!];
  return moved;
}
