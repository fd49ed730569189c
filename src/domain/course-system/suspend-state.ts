import * as z from 'zod/mini';
import { type Place, placeSchema } from '../learning/place.ts';
import { storedTake } from '../stored/stored-read.ts';
import { type CourseProgress, courseProgressSchema } from './course-progress.ts';

/** What a course system keeps for the next launch. */
export interface SuspendState {
  readonly progress: CourseProgress;
  /** Where scenarios were left half-played. */
  readonly places: readonly Place[];
}

/**
 * How much of it fitted: `all`; `answers`, without the marks of answers before; `finished`, the finished scenarios alone.
 */
export type SuspendFit = 'all' | 'answers' | 'finished';

export interface SuspendText {
  readonly text: string;
  readonly fit: SuspendFit;
}

/** Characters that a course system keeps at least: SCORM 1.2, and SCORM 2004 from the 3rd edition on. */
export const SUSPEND_LIMITS = { scorm12: 4096, scorm2004: 64_000 } as const;

const VERSION = 1;

const schema = z.object({
  v: z.literal(VERSION),
  progress: courseProgressSchema,
  places: z.array(z.unknown()),
});

/**
 * As much of the state as fits.
 *
 * @param limit characters
 * @param pack makes a short text of a long one
 */
export function suspendWrite(
  state: SuspendState,
  limit: number,
  pack: (text: string) => string,
): SuspendText {
  const written = (places: readonly Place[]): string =>
    pack(JSON.stringify({ v: VERSION, progress: state.progress, places }));
  const all = written(state.places);
  if (all.length <= limit) return { text: all, fit: 'all' };
  const answers = written(state.places.slice(0, 1).map(placeLean));
  if (answers.length <= limit) return { text: answers, fit: 'answers' };
  return { text: written([]), fit: 'finished' };
}

/** Null where the text is of nothing that this page wrote. Places that are unsound are left out. */
export function suspendRead(text: string, unpack: (text: string) => string | null): SuspendState | null {
  const json = unpack(text);
  if (json === null) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return null;
  }
  const read = storedTake(schema, parsed);
  if (read === null) return null;
  return {
    progress: read.progress,
    places: read.places.flatMap((place) => storedTake(placeSchema, place) ?? []),
  };
}

/** A place without the marks of its answers, which take most of the room; those that are being drawn stay. */
function placeLean(place: Place): Place {
  const state = place.state as Readonly<Record<string, unknown>>;
  const results = Object.fromEntries(
    Object.entries((state.results ?? {}) as Readonly<Record<string, Lean>>).map(([id, result]) => [
      id,
      { ...result, first: tryLean(result.first), practice: result.practice.slice(-1).map(tryLean) },
    ]),
  );
  return { ...place, state: { ...state, results } };
}

interface Lean {
  readonly first: object;
  readonly practice: readonly object[];
}

function tryLean(one: object): object {
  return 'marks' in one ? { ...one, marks: null } : one;
}
