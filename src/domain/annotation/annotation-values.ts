import * as z from 'zod/mini';
import { MAX_SIDE_PX } from '../frame/side-limit.ts';
import { numberWithin, objectSchema, oneOfSchema } from '../stored/values.ts';
import { type ShapeStatus, VERDICTS } from './annotation.ts';
import { MOST_LETTERS, MOST_SHAPES } from './annotation-limits.ts';

// Schemas that files of annotations have in common. Their errors are told by place alone.

/** No coordinate of a clip that can be opened is nearly so large, in pixels or mm. */
const REACH = 2e7;

export const coordinateSchema = numberWithin(-REACH, REACH);
export const nameSchema = z.string().check(z.minLength(1), z.maxLength(MOST_LETTERS));
export const imageSideSchema = z.int().check(z.positive(), z.lte(MAX_SIDE_PX));
/** Of a frame, a track, a group, a run. */
export const numberSchema = z.int().check(z.nonnegative(), z.lte(1e9));

function isCoordinate(value: unknown): boolean {
  return typeof value === 'number' && Math.abs(value) <= REACH;
}

/** Lengths of runs of pixels. */
export const runsSchema: z.ZodMiniType<number[]> = z.custom<number[]>(
  (value) => Array.isArray(value) && value.every((run) => Number.isInteger(run) && run >= 0),
);

/** Coordinates in a row. They are looked at as one, since a list of a million faults would fill the memory. */
export const numbersSchema: z.ZodMiniType<number[]> = z.custom<number[]>(
  (value) => Array.isArray(value) && value.every(isCoordinate),
);

/** Two points or more of two or three coordinates each. */
export const pointsSchema: z.ZodMiniType<number[][]> = z.custom<number[][]>(
  (value) =>
    Array.isArray(value) &&
    value.length >= 2 &&
    value.every(
      (point) => Array.isArray(point) && [2, 3].includes(point.length) && point.every(isCoordinate),
    ),
);

/** Lists are looked into only where they are not longer than any that is read. */
const MOST_ITEMS = 2 * MOST_SHAPES;

export function itemsSchema<T>(item: z.ZodMiniType<T>): z.ZodMiniType<T[]> {
  const short = z.custom<unknown[]>((value) => Array.isArray(value) && value.length <= MOST_ITEMS);
  return z.pipe(short, z.array(item) as z.ZodMiniType<T[], unknown[]>) as z.ZodMiniType<T[]>;
}

/** The like for fields of any names. */
export function fieldsSchema<T>(
  name: z.ZodMiniType<string>,
  value: z.ZodMiniType<T>,
): z.ZodMiniType<Record<string, T>> {
  const few = z.custom<object>(
    (fields) => typeof fields === 'object' && fields !== null && Object.keys(fields).length <= MOST_ITEMS,
  );
  return z.pipe(
    few,
    z.record(name as z.ZodMiniType<string, string>, value) as z.ZodMiniType<Record<string, T>, object>,
  ) as z.ZodMiniType<Record<string, T>>;
}
export const spacingSchema = z.number().check(z.positive(), z.lte(1000));

/** A field that may be missing or null, which are one. */
export function maybe<T>(schema: z.ZodMiniType<T>): z.ZodMiniType<T | null> {
  return z.pipe(
    z.optional(z.nullable(schema)),
    z.transform((value: T | null | undefined) => value ?? null),
  ) as z.ZodMiniType<T | null>;
}

/** How a shape was judged, as other programs' free fields hold it. */
export const statusSchema: z.ZodMiniType<ShapeStatus> = objectSchema({
  verdict: oneOfSchema(VERDICTS),
  adjudicator: maybe(nameSchema),
  timestamp: maybe(nameSchema),
});
