import * as z from 'zod/mini';

// Each error says what a value should have been, to follow "is not".

/** Error that rounding may add to a mean, as a share of the range. */
const ROUNDING = 1e-9;

/** A number from `min` to `max`; what rounding put beyond them is brought back. */
export function numberWithin(min: number, max: number): z.ZodMiniType<number> {
  const error = `a number from ${min} to ${max}`;
  const slack = (max - min) * ROUNDING;
  return z.pipe(
    z.number({ error }).check(z.gte(min - slack, { error }), z.lte(max + slack, { error })),
    z.transform((value: number) => Math.min(max, Math.max(min, value))),
  );
}

/** A share of a whole, 0-1. */
export const shareSchema = numberWithin(0, 1);
/** 0-100. */
export const scoreSchema = numberWithin(0, 100);
/** Milliseconds or seconds, from 0. */
export const timeSchema = numberWithin(0, Number.MAX_SAFE_INTEGER);
/** A length of more than nothing. */
export const lengthSchema = z.number({ error: 'a number' }).check(z.positive({ error: 'more than 0' }));
export const finiteSchema = z.number({ error: 'a number' });
export const flagSchema = z.boolean({ error: 'true or false' });
export const textSchema = z.string({ error: 'a text' }).check(z.minLength(1, { error: 'a text' }));

const COUNT = 'a whole number from 0';
export const countSchema = z.int({ error: COUNT }).check(z.nonnegative({ error: COUNT }));

const SIDE = 'a whole number of pixels';
/** Pixels of one side of a picture. */
export const sideSchema = z.int({ error: SIDE }).check(z.positive({ error: SIDE }));

export function oneOfSchema<const T extends readonly string[]>(values: T): z.ZodMiniType<T[number]> {
  return z.enum(values, { error: `one of ${values.join(', ')}` });
}

export function listSchema<T>(item: z.ZodMiniType<T>): z.ZodMiniType<T[]> {
  return z.array(item, { error: 'a list' });
}

/** Fields of its own alone; others are left behind. */
export function objectSchema<Shape extends z.core.$ZodLooseShape>(shape: Shape): z.ZodMiniObject<Shape> {
  return z.object(shape, { error: 'an object' });
}
