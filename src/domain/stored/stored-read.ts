import * as z from 'zod/mini';

// A page that forbids scripts made of text, as the game's does, would complain of each schema that is compiled.
z.config({ jitless: true });

/** The shape that stored data must have to be of use. */
export type StoredSchema<T> = z.ZodMiniType<T>;

export type StoredRead<T> =
  | { readonly value: T }
  /** The first fault, as a sentence that names where. */
  | { readonly fault: string };

/** Checks stored data; `place` names it in the sentence, e.g. `The attempt`. Fields of its own alone are given. */
export function storedRead<T>(schema: StoredSchema<T>, stored: unknown, place: string): StoredRead<T> {
  const read = schema.safeParse(stored);
  if (read.success) return { value: read.data };
  const { path, message } = read.error.issues[0]!;
  return { fault: `${place}${pathSay(path)} is not ${message}.` };
}

/** Stored data where it is sound; null where it is not. */
export function storedTake<T>(schema: StoredSchema<T>, stored: unknown): T | null {
  const read = schema.safeParse(stored);
  return read.success ? read.data : null;
}

function pathSay(path: readonly PropertyKey[]): string {
  return path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
}
