import * as z from 'zod/mini';
import { type Learner, learnerSchema } from '../learners/learner.ts';
import { type Confidence, confidenceSchema } from '../learning/confidence-level.ts';
import { DIFFICULTY_LEVELS, type DifficultyLevel } from '../learning/measured-difficulty.ts';
import { type TryImage, tryImageSchema } from '../learning/try-image.ts';
import { type StoredSchema, storedTake } from '../stored/stored-read.ts';
import {
  countSchema,
  flagSchema,
  listSchema,
  numberWithin,
  objectSchema,
  oneOfSchema,
  scoreSchema,
  textSchema,
  timeSchema,
} from '../stored/values.ts';
import { CLASS_NAME_LENGTH } from './class-name.ts';
import { type HandedMark, handedMarkSchema } from './handed-mark.ts';
import { sealedRead, sealedWrite } from './sealed-json.ts';

/** Raised whenever an older game would misread the shape below. */
export const RESULTS_FILE_VERSION = 1;

/** Bounds of a file, held before it is looked at or while it is. */
export const RESULTS_LIMITS = {
  /** Bytes; 200 answers with marks have some 150 KB. */
  bytes: 8_000_000,
  attempts: 1000,
  answers: 500,
  marks: 300,
  text: 300,
} as const;

const KIND = 'results';

const HANDED_KINDS = ['mark', 'question', 'scan', 'proposals', 'survey'] as const;

/** The first try of one graded step. */
export interface HandedAnswer {
  readonly stepId: string;
  /**
   * The same for all learners who were asked the same, whatever image was drawn for them: the step's id in a scenario that somebody
   * wrote, and `madeItemKey` in one that is made of items.
   */
  readonly item: string;
  /** In the language of the learner. */
  readonly title: string;
  readonly kind: (typeof HANDED_KINDS)[number];
  /** 0-100; null where nothing could be scored. */
  readonly score: number | null;
  readonly isSkipped: boolean;
  /** Seconds until the answer, while the page was visible. */
  readonly seconds: number;
  readonly confidence: Confidence | null;
  readonly hints: number;
  /** How often it was answered, practice included; 1 or more. */
  readonly tries: number;
  /** How hard the image was that this learner had; null where nobody measured it. */
  readonly level: DifficultyLevel | null;
  /** The answer in the learner's own words, and the right one; null where there are none. */
  readonly said: string | number | null;
  readonly expected: string | number | null;
  readonly marks: readonly HandedMark[] | null;
  /** Tells sources of images apart, hexadecimal; null without an image, or where it cannot be made again. */
  readonly source: string | null;
  /** Which image of the source; null where that is not known. */
  readonly image: TryImage | null;
}

/** A scenario that was played to its end. */
export interface HandedAttempt {
  readonly id: string;
  readonly scenarioId: string;
  /** The same for all forms of one exercise: the scenario's id, or the name of what makes them. */
  readonly set: string;
  readonly title: string;
  /** Tells forms apart, which have other images; empty where all have the same. */
  readonly form: string;
  /** What its images were drawn from; null where they are as written. */
  readonly seed: number | null;
  /** When it ended, milliseconds since 1970. */
  readonly atMs: number;
  /** 0-100; null when nothing was scored. */
  readonly score: number | null;
  readonly answers: readonly HandedAnswer[];
}

/** What a learner hands in. */
export interface ResultsFile {
  readonly product: 'batsign';
  readonly kind: typeof KIND;
  readonly version: typeof RESULTS_FILE_VERSION;
  /** Empty where none was given. */
  readonly className: string;
  readonly learner: Learner;
  readonly savedAtMs: number;
  readonly attempts: readonly HandedAttempt[];
}

const shortText = z.string().check(z.maxLength(RESULTS_LIMITS.text));
const filled = textSchema.check(z.maxLength(RESULTS_LIMITS.text));
const told = z.nullable(z.union([z.number(), shortText]));

const answer: StoredSchema<HandedAnswer> = objectSchema({
  stepId: filled,
  item: filled,
  title: shortText,
  kind: oneOfSchema(HANDED_KINDS),
  score: z.nullable(scoreSchema),
  isSkipped: flagSchema,
  seconds: timeSchema,
  confidence: z.nullable(confidenceSchema),
  hints: countSchema,
  tries: countSchema,
  level: z.nullable(oneOfSchema(DIFFICULTY_LEVELS)),
  said: told,
  expected: told,
  marks: z.nullable(listSchema(handedMarkSchema).check(z.maxLength(RESULTS_LIMITS.marks))),
  source: z.nullable(z.string().check(z.regex(/^[0-9a-f]{16}$/))),
  image: z.nullable(tryImageSchema),
});

const attempt: StoredSchema<HandedAttempt> = objectSchema({
  id: filled,
  scenarioId: z.string().check(z.minLength(1), z.maxLength(2000)),
  set: filled,
  title: shortText,
  form: shortText,
  seed: z.nullable(countSchema),
  atMs: numberWithin(0, 8.64e15),
  score: z.nullable(scoreSchema),
  answers: listSchema(answer).check(z.maxLength(RESULTS_LIMITS.answers)),
});

export const resultsFileSchema: StoredSchema<ResultsFile> = objectSchema({
  product: z.literal('batsign'),
  kind: z.literal(KIND),
  version: z.literal(RESULTS_FILE_VERSION),
  // Letters beyond the first plane count as two here.
  className: z.string().check(z.maxLength(2 * CLASS_NAME_LENGTH)),
  learner: learnerSchema,
  savedAtMs: numberWithin(0, 8.64e15),
  attempts: listSchema(attempt).check(z.maxLength(RESULTS_LIMITS.attempts)),
});

/** Why a file is not taken; each has one sentence. */
export type FileFault = 'foreign' | 'cut' | 'edited' | 'newer' | 'unsound' | 'large';

export type ResultsRead = { readonly file: ResultsFile } | { readonly fault: FileFault };

export function resultsFileOf(
  content: Pick<ResultsFile, 'className' | 'learner' | 'savedAtMs' | 'attempts'>,
): ResultsFile {
  return { product: 'batsign', kind: KIND, version: RESULTS_FILE_VERSION, ...content };
}

export function resultsFileWrite(file: ResultsFile): string {
  return sealedWrite(file);
}

/** Reads a text that may be anything. */
export function resultsFileRead(text: string): ResultsRead {
  const read = fileRead(text, KIND, RESULTS_FILE_VERSION, resultsFileSchema);
  return 'value' in read ? { file: read.value } : read;
}

/** Reads a sealed file of a kind, which an older or a newer game may have written. */
export function fileRead<Of>(
  text: string,
  kind: string,
  version: number,
  schema: StoredSchema<Of>,
): { readonly value: Of } | { readonly fault: FileFault } {
  if (text.length > RESULTS_LIMITS.bytes) return { fault: 'large' };
  const sealed = sealedRead(text, kind);
  if ('fault' in sealed) return sealed;
  const said = (sealed.value as { readonly version?: unknown }).version;
  if (typeof said === 'number' && said > version) return { fault: 'newer' };
  const value = storedTake(schema, sealed.value);
  return value === null ? { fault: 'unsound' } : { value };
}
