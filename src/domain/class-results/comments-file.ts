import * as z from 'zod/mini';
import { LEARNER_NAME_LENGTH } from '../learners/learner.ts';
import type { StoredSchema } from '../stored/stored-read.ts';
import { listSchema, numberWithin, objectSchema, textSchema } from '../stored/values.ts';
import { type FileFault, fileRead } from './results-file.ts';
import { sealedWrite } from './sealed-json.ts';

/** Raised whenever an older game would misread the shape below. */
const COMMENTS_FILE_VERSION = 1;

/** Of one comment, characters. */
export const COMMENT_LENGTH = 1000;

const KIND = 'comments';
const MOST_COMMENTS = 5000;

/** What a teacher says of one answer. */
export interface HandedComment {
  readonly attemptId: string;
  readonly stepId: string;
  readonly text: string;
}

/** What a teacher hands back to one learner. */
export interface CommentsFile {
  readonly product: 'batsign';
  readonly kind: typeof KIND;
  readonly version: typeof COMMENTS_FILE_VERSION;
  readonly learnerId: string;
  /** Of the teacher; empty where none was given. */
  readonly by: string;
  readonly savedAtMs: number;
  readonly comments: readonly HandedComment[];
}

const short = textSchema.check(z.maxLength(300));

const schema: StoredSchema<CommentsFile> = objectSchema({
  product: z.literal('batsign'),
  kind: z.literal(KIND),
  version: z.literal(COMMENTS_FILE_VERSION),
  learnerId: short,
  by: z.string().check(z.maxLength(2 * LEARNER_NAME_LENGTH)),
  savedAtMs: numberWithin(0, 8.64e15),
  comments: listSchema(
    objectSchema({
      attemptId: short,
      stepId: short,
      text: textSchema.check(z.maxLength(COMMENT_LENGTH)),
    }),
  ).check(z.maxLength(MOST_COMMENTS)),
});

export type CommentsRead = { readonly file: CommentsFile } | { readonly fault: FileFault };

export function commentsFileWrite(
  content: Pick<CommentsFile, 'learnerId' | 'by' | 'savedAtMs' | 'comments'>,
): string {
  const file: CommentsFile = { product: 'batsign', kind: KIND, version: COMMENTS_FILE_VERSION, ...content };
  return sealedWrite(file);
}

/** Reads a text that may be anything. */
export function commentsFileRead(text: string): CommentsRead {
  const read = fileRead(text, KIND, COMMENTS_FILE_VERSION, schema);
  return 'value' in read ? { file: read.value } : read;
}
