import * as z from 'zod/mini';
import { MAX_SIDE_PX } from '../frame/side-limit.ts';
import { listSchema, numberWithin, objectSchema, oneOfSchema } from '../stored/values.ts';
import { type ShapeStatus, VERDICTS } from './annotation.ts';
import { MOST_LETTERS } from './annotation-limits.ts';

// Schemas that files of annotations have in common. Their errors are told by place alone.

/** No coordinate of a clip that can be opened is nearly so large, in pixels or mm. */
const REACH = 1e6;

export const coordinateSchema = numberWithin(-REACH, REACH);
export const nameSchema = z.string().check(z.minLength(1), z.maxLength(MOST_LETTERS));
export const imageSideSchema = z.int().check(z.positive(), z.lte(MAX_SIDE_PX));
/** Of a frame, a track, a group, a run. */
export const numberSchema = z.int().check(z.nonnegative(), z.lte(1e9));
export const numbersSchema = listSchema(coordinateSchema);
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
