import { mmFromBeam, type Sector } from '../geometry/sector.ts';
import type { FeedbackPlace } from './feedback-fact.ts';
import type { Instance } from './instances.ts';
import { SIBLING } from './tolerance.ts';

/** B-lines and confluences are where they start; everything else is where its middle is. */
export function placeOf(instance: Instance, sector: Sector): FeedbackPlace {
  const starts = SIBLING[instance.finding] !== undefined;
  const { lateral } = starts ? instance.origin : instance.mean;
  return { lateral, point: starts ? mmFromBeam(sector, instance.origin) : instance.centre };
}
