import * as z from 'zod/mini';
import { textDigest } from '../digest/text-digest.ts';
import { type Attempt, attemptSchema } from '../learning/attempt.ts';
import { type StoredSchema, storedTake } from '../stored/stored-read.ts';
import { countSchema, objectSchema, textSchema } from '../stored/values.ts';

/** Raised whenever the shape below changes. */
export const ATTEMPT_FILE_VERSION = 1;

/** Most characters of a name on a certificate. */
export const NAME_LENGTH_MAX = 80;

/** An attempt that is read is no longer than this: what the game writes has some 100 KB. */
export const ATTEMPT_FILE_BYTES_MAX = 2_000_000;

/** The file beside a certificate: whose exam it was, and every answer. */
export interface AttemptFile {
  readonly product: 'batsign';
  readonly kind: 'exam';
  readonly version: typeof ATTEMPT_FILE_VERSION;
  /** As the candidate wrote it. */
  readonly name: string;
  readonly attempt: Attempt;
  /** Right items that passed. */
  readonly passRight: number;
  /** Of the blueprint and everything that the form is drawn by. */
  readonly formVersion: number;
  /** SHA-256 of the network's weights. */
  readonly network: string;
}

/** An exam has fewer steps by far. */
const STEPS_MAX = 200;

const attemptFileSchema: StoredSchema<AttemptFile> = objectSchema({
  product: z.literal('batsign'),
  kind: z.literal('exam'),
  version: z.literal(ATTEMPT_FILE_VERSION),
  name: textSchema.check(z.maxLength(NAME_LENGTH_MAX)),
  attempt: attemptSchema.check(z.refine(({ steps }) => steps.length <= STEPS_MAX)),
  passRight: countSchema,
  formVersion: countSchema,
  network: textSchema.check(z.maxLength(64)),
});

/** The file of an attempt as text, as it is saved. */
export function attemptFileWrite(file: AttemptFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The attempt of a text that may be anything; null where it is none that this version knows. */
export function attemptFileRead(text: string): AttemptFile | null {
  if (text.length > ATTEMPT_FILE_BYTES_MAX) return null;
  try {
    return storedTake(attemptFileSchema, JSON.parse(text));
  } catch {
    return null;
  }
}

/** Digits that are not taken for each other when a code is typed (Crockford's base 32). */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_DIGITS = 20;
const GROUP = 4;

/**
 * The code of a certificate: 100 bits of SHA-256 over the file's content with the names of fields in order, in five groups of four
 * digits. It is the same for the same content, however the file is laid out, and no secret goes into it: it says that a certificate
 * and a file belong together, not who made them.
 */
export function certificateCode(file: AttemptFile): string {
  // What was never written, such as a field that is undefined, has no part in it.
  const read = attemptFileRead(attemptFileWrite(file));
  if (read === null) throw new TypeError('An attempt that cannot be read back has no code.');
  const bytes = textDigest(canonical(read));
  let code = '';
  for (let digit = 0; digit < CODE_DIGITS; digit++) {
    let value = 0;
    for (let bit = 5 * digit; bit < 5 * digit + 5; bit++) {
      value = 2 * value + ((bytes[bit >> 3]! >> (7 - (bit % 8))) & 1);
    }
    code += (digit > 0 && digit % GROUP === 0 ? '-' : '') + DIGITS[value];
  }
  return code;
}

/** Whether a code that was typed is that of a file; small letters, spaces and look-alikes of digits are no matter. */
export function codeFits(file: AttemptFile, typed: string): boolean {
  return codeDigits(typed) === codeDigits(certificateCode(file));
}

function codeDigits(code: string): string {
  return code.toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1').replace(/[\s-]/g, '');
}

/** JSON without spaces, fields in the order of their names. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value as Readonly<Record<string, unknown>>)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`);
  return `{${fields.join(',')}}`;
}
