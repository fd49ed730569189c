import * as z from 'zod/mini';
import type { StoredSchema } from '../stored/stored-read.ts';
import { countSchema, listSchema, objectSchema, textSchema } from '../stored/values.ts';
import type { MarkHistory } from './history.ts';
import { markSchema } from './mark-schema.ts';

const edit = z.discriminatedUnion('kind', [
  objectSchema({ kind: z.literal('add'), mark: markSchema }),
  objectSchema({ kind: z.literal('change'), id: textSchema, mark: z.nullable(markSchema) }),
  objectSchema({ kind: z.literal('clear') }),
]);

/** The edits of the marks. */
export const historySchema: StoredSchema<MarkHistory> = objectSchema({
  edits: listSchema(edit),
  done: countSchema,
}).check(z.refine(({ edits, done }) => done <= edits.length, { error: 'of as many edits', path: ['done'] }));
