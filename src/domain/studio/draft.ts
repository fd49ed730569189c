import * as z from 'zod/mini';
import type { StoredSchema } from '../stored/stored-read.ts';
import { countSchema, listSchema, objectSchema, textSchema, timeSchema } from '../stored/values.ts';

/** What of a draft is undone and redone: its text, and its texts in other languages, each a file of YAML by its language. */
export interface DraftTexts {
  readonly text: string;
  readonly translations: Readonly<Record<string, string>>;
}

/** The text of a draft as it was at a time. */
export interface DraftVersion {
  readonly atMs: number;
  readonly text: string;
}

/** A scenario that a teacher is writing, as this device keeps it. */
export interface Draft {
  /** A UUID; a package that is made of it has the same. */
  readonly id: string;
  /** YAML by the scenario's schema, sound or not. */
  readonly text: string;
  /** In which it is written, two or three letters. */
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly changedAtMs: number;
  /** How often a package was made of it. */
  readonly revision: number;
  /** Who is named as the author, and under which licence it is handed out; empty where nobody said. */
  readonly author: string;
  readonly licence: string;
  /** Its texts in other languages, each a file of YAML by its language; left out where there are none. */
  readonly translations?: Readonly<Record<string, string>> | undefined;
  /** Earlier texts, oldest first. */
  readonly versions: readonly DraftVersion[];
}

/** More than these of one draft nobody looks through. */
const VERSIONS_MAX = 40;

const line = z.string().check(z.maxLength(200));

export const draftSchema: StoredSchema<Draft> = objectSchema({
  id: textSchema,
  text: z.string(),
  language: textSchema,
  changedAtMs: timeSchema,
  revision: countSchema,
  author: line,
  licence: line,
  translations: z.optional(z.record(z.string(), z.string())),
  versions: listSchema(objectSchema({ atMs: timeSchema, text: z.string() })),
});

/** Keeps the present text as a version, unless the last one has it already; the oldest go where there are too many. */
export function draftVersionKeep(draft: Draft, atMs: number): Draft {
  if (draft.versions.at(-1)?.text === draft.text) return draft;
  const versions = [...draft.versions, { atMs, text: draft.text }];
  return { ...draft, versions: versions.slice(-VERSIONS_MAX) };
}
