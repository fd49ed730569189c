import * as z from 'zod/mini';
import { UUID } from '../digest/uuid.ts';
import { type StoredSchema, storedTake } from '../stored/stored-read.ts';
import { countSchema, objectSchema } from '../stored/values.ts';
import { learnerNameSchema } from './learner.ts';

/** Of a PIN, so that it stands nowhere itself. */
export interface PinHash {
  /** Random bytes, as hexadecimal digits. */
  readonly salt: string;
  /** Made of PIN and salt by PBKDF2 with SHA-256, 256 bits, as hexadecimal digits. */
  readonly hash: string;
  /** Rounds of PBKDF2. */
  readonly rounds: number;
}

/** One of those who learn on this machine. */
export interface ListedLearner {
  /** Names the database: `FIRST_LEARNER` or a UUID. */
  readonly key: string;
  /** Empty where none was given. */
  readonly name: string;
  /** Null where none was set. */
  readonly pin: PinHash | null;
}

/** Those who learn on this machine: one at least, each key once. */
export interface LearnerList {
  /** Key of the one who is here now; it is in `learners`. */
  readonly here: string;
  readonly learners: readonly ListedLearner[];
}

/** The key of whoever learnt here before there could be several. */
export const FIRST_LEARNER = 'first';

const FIRST: ListedLearner = { key: FIRST_LEARNER, name: '', pin: null };

/** On a machine on which nobody was named or added. */
export const LEARNER_LIST_NEW: LearnerList = { here: FIRST_LEARNER, learners: [FIRST] };

/** Raised whenever what was written before would be misread. */
const LIST_VERSION = 1;

const DATABASE = 'batsign';

/** The name of a learner's database. */
export function learnerDatabase(key: string): string {
  return key === FIRST_LEARNER ? DATABASE : `${DATABASE}-${key}`;
}

/** Whose database has that name; null where it is no learner's. */
export function learnerOfDatabase(name: string): string | null {
  if (name === DATABASE) return FIRST_LEARNER;
  const key = name.startsWith(`${DATABASE}-`) ? name.slice(DATABASE.length + 1) : '';
  return UUID.test(key) ? key : null;
}

const hexSchema = z.string().check(z.regex(/^([0-9a-f]{2}){16,64}$/));
/** A list that was changed by hand is not to keep the page busy for hours. */
const roundsSchema = countSchema.check(z.gte(1), z.lte(10_000_000));
const pinSchema: StoredSchema<PinHash> = objectSchema({
  salt: hexSchema,
  hash: hexSchema,
  rounds: roundsSchema,
});
const keySchema = z.string().check(z.refine((key) => key === FIRST_LEARNER || UUID.test(key)));
const fieldsSchema = z.object({ here: z.unknown(), learners: z.array(z.unknown()) });

/**
 * The list as it was written. Learners that cannot be read are left out, for their databases are found again
 * (`learnerListFound`); of one whose PIN cannot be read the rest is taken.
 */
export function learnerListRead(text: string | null): LearnerList {
  const fields = storedTake(fieldsSchema, parsed(text));
  const learners = new Map<string, ListedLearner>();
  for (const each of fields?.learners ?? []) {
    const read = listedRead(each);
    if (read !== null && !learners.has(read.key)) learners.set(read.key, read);
  }
  if (learners.size === 0) return LEARNER_LIST_NEW;
  const all = [...learners.values()];
  const here = typeof fields?.here === 'string' && learners.has(fields.here) ? fields.here : all[0]!.key;
  return { here, learners: all };
}

/** Whether a newer version wrote it, so that it is not to be written over. */
export function learnerListIsNewer(text: string | null): boolean {
  const version = (parsed(text) as { readonly version?: unknown } | null)?.version;
  return typeof version === 'number' && version > LIST_VERSION;
}

export function learnerListText(list: LearnerList): string {
  return JSON.stringify({ version: LIST_VERSION, ...list });
}

/** Whether nobody was named or added, so that there is nothing to write. */
export function learnerListIsNew({ learners }: LearnerList): boolean {
  const [only, another] = learners;
  return another === undefined && only?.key === FIRST_LEARNER && only.name === '' && only.pin === null;
}

/** With those whose databases were found and who are not in it, each under the name that lies there. */
export function learnerListFound(
  list: LearnerList,
  found: readonly Pick<ListedLearner, 'key' | 'name'>[],
): LearnerList {
  const missing = found.filter(({ key }) => list.learners.every((each) => each.key !== key));
  if (missing.length === 0) return list;
  return { ...list, learners: [...list.learners, ...missing.map((each) => ({ ...each, pin: null }))] };
}

/** One whose database another page found meanwhile gets the name. */
export function learnerListAdd(list: LearnerList, learner: Pick<ListedLearner, 'key' | 'name'>): LearnerList {
  if (list.learners.some(({ key }) => key === learner.key))
    return learnerListChange(list, learner.key, learner);
  return { ...list, learners: [...list.learners, { ...learner, pin: null }] };
}

export function learnerListChange(
  list: LearnerList,
  key: string,
  change: Partial<Pick<ListedLearner, 'name' | 'pin'>>,
): LearnerList {
  return {
    ...list,
    learners: list.learners.map((each) => (each.key === key ? { ...each, ...change } : each)),
  };
}

/** Whoever comes first is here once the one who was is not in it any more. */
export function learnerListDrop(list: LearnerList, key: string): LearnerList {
  const learners = list.learners.filter((each) => each.key !== key);
  if (learners.length === 0) return LEARNER_LIST_NEW;
  return { here: list.here === key ? learners[0]!.key : list.here, learners };
}

/** A name that nobody in the list has: with a number where it is taken. */
export function learnerNameFree(list: LearnerList, name: string): string {
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? name : `${name} ${number}`;
    if (!learnerNameIsTaken(list, free)) return free;
  }
}

/** Whether another one than `exceptKey` has that name, however it is written. */
export function learnerNameIsTaken(
  list: LearnerList,
  name: string,
  exceptKey: string | null = null,
): boolean {
  return list.learners.some(
    (each) => each.key !== exceptKey && each.name.toLowerCase() === name.toLowerCase(),
  );
}

function listedRead(stored: unknown): ListedLearner | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { key, name, pin } = stored as Readonly<Record<string, unknown>>;
  const read = storedTake(keySchema, key);
  if (read === null) return null;
  return { key: read, name: storedTake(learnerNameSchema, name) ?? '', pin: storedTake(pinSchema, pin) };
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
