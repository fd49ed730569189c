import type { LungPattern, SlidingExtent } from '../scenario/answer-source.ts';

/** The findings of one zone of the chest, as a learner or the truth has them. */
export interface ZoneReading {
  readonly pattern: LungPattern;
  /** How the pleura there slides; null where that was not asked, or nobody can tell. */
  readonly sliding: SlidingExtent | null;
}

/** By the ids of zones. */
export type ZoneReadings = ReadonlyMap<string, ZoneReading>;
