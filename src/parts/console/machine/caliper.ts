import type { MmPoint } from '../../../domain/geometry/point.ts';

/** A distance measured on a still image. */
export interface Caliper {
  readonly id: number;
  /** The thing measured, in the learner's words. */
  readonly name: string;
  readonly from: MmPoint;
  readonly to: MmPoint;
}

/** As many as can be told apart on an image. */
export const CALIPERS_MAX = 6;
const NAME_LENGTH = 24;

export function caliperMm({ from, to }: Pick<Caliper, 'from' | 'to'>): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}

/** The letter that a caliper is called by unless it is named: the first one that is free. */
export function caliperLetter(calipers: readonly Caliper[]): string {
  const letters = Array.from({ length: CALIPERS_MAX }, (_, at) => String.fromCharCode(65 + at));
  return letters.find((letter) => calipers.every(({ name }) => name !== letter)) ?? '?';
}

export function caliperRename(calipers: readonly Caliper[], id: number, name: string): readonly Caliper[] {
  return calipers.map((one) => (one.id === id ? { ...one, name: name.slice(0, NAME_LENGTH) } : one));
}

export interface CaliperEnd {
  readonly id: number;
  readonly end: 'from' | 'to';
}

/** The end that lies within `reachMm` of a point, nearest first; null where none does. */
export function caliperHit(calipers: readonly Caliper[], point: MmPoint, reachMm: number): CaliperEnd | null {
  let best: (CaliperEnd & { readonly mm: number }) | null = null;
  for (const one of calipers) {
    for (const end of ['from', 'to'] as const) {
      const mm = caliperMm({ from: one[end], to: point });
      if (mm <= reachMm && (best === null || mm < best.mm)) best = { id: one.id, end, mm };
    }
  }
  return best === null ? null : { id: best.id, end: best.end };
}

export function caliperMove(
  calipers: readonly Caliper[],
  { id, end }: CaliperEnd,
  point: MmPoint,
): readonly Caliper[] {
  return calipers.map((one) => (one.id === id ? { ...one, [end]: point } : one));
}
