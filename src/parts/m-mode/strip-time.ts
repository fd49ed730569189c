/** Numbers that can be given, both included. */
export interface Limits {
  readonly least: number;
  readonly most: number;
}

/** How the time of a strip is said: all that its width shows, in seconds, or what a pixel shows, in milliseconds. */
export type TimeSaid = 'width' | 'pixel';

/** Sweeps of machines show from less than a second to most of a minute. */
export const TIME_LIMITS: Readonly<Record<TimeSaid, Limits>> = {
  width: { least: 0.2, most: 60 },
  pixel: { least: 0.1, most: 100 },
};

/** From the strip's top to its bottom, cm. */
export const DEPTH_LIMITS_CM: Limits = { least: 1, most: 30 };

/** The number that is typed; null where it is none or beyond the limits. */
export function typedNumber(text: string, { least, most }: Limits): number | null {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return value >= least && value <= most ? value : null;
}

/** Seconds per pixel of the picture; null while no time is said that can be. */
export function secondsPerPx(said: TimeSaid, text: string, widthPx: number): number | null {
  const value = typedNumber(text, TIME_LIMITS[said]);
  if (value === null) return null;
  return said === 'width' ? value / widthPx : value / 1000;
}
