import { StoreError } from './store-error.ts';

/** Reads one kind of value, or throws a StoreError `record_unsound` that names the `place`. */
export type ValueRead<T> = (value: unknown, place: string) => T;

function unsound(place: string, wanted: string): StoreError {
  return new StoreError('record_unsound', `${place} is not ${wanted}.`);
}

export const objectRead: ValueRead<Readonly<Record<string, unknown>>> = (value, place) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw unsound(place, 'an object');
  return value as Readonly<Record<string, unknown>>;
};

export const textRead: ValueRead<string> = (value, place) => {
  if (typeof value !== 'string' || value === '') throw unsound(place, 'a text');
  return value;
};

/** What rounding may add to a mean, as a share of the range. */
const ROUNDING = 1e-9;

/** A finite number from `min` to `max`; what rounding put beyond them is brought back. */
export function numberIn(min: number, max: number): ValueRead<number> {
  const slack = (max - min) * ROUNDING;
  return (value, place) => {
    if (typeof value === 'number' && value >= min - slack && value <= max + slack) {
      return Math.min(max, Math.max(min, value));
    }
    throw unsound(place, `a number from ${min} to ${max}`);
  };
}

export const finiteRead: ValueRead<number> = (value, place) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw unsound(place, 'a number');
  return value;
};

export const flagRead: ValueRead<boolean> = (value, place) => {
  if (typeof value !== 'boolean') throw unsound(place, 'true or false');
  return value;
};

/** A whole number from 0. */
export const countRead: ValueRead<number> = (value, place) => {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw unsound(place, 'a whole number from 0');
  }
  return value;
};

export function oneOf<T extends string>(allowed: readonly T[]): ValueRead<T> {
  return (value, place) => {
    const found = allowed.find((text) => text === value);
    if (found === undefined) throw unsound(place, `one of ${allowed.join(', ')}`);
    return found;
  };
}

export function listOf<T>(item: ValueRead<T>): ValueRead<readonly T[]> {
  return (value, place) => {
    if (!Array.isArray(value)) throw unsound(place, 'a list');
    return value.map((entry, index) => item(entry, `${place}[${index}]`));
  };
}

export function orNull<T>(inner: ValueRead<T>): ValueRead<T | null> {
  return (value, place) => (value === null ? null : inner(value, place));
}
