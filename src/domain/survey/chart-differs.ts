import type { ZoneVisit } from './survey.ts';

/** Ids of the visited zones that the learner's chart has otherwise than the truth: another pattern, or sliding where that was asked. */
export function chartDiffers(visits: readonly ZoneVisit[]): readonly string[] {
  return visits
    .filter(({ said, truth }) => {
      const isSlidingOther =
        said.sliding !== null && truth.sliding !== null && said.sliding !== truth.sliding;
      return said.pattern !== truth.pattern || isSlidingOther;
    })
    .map(({ zoneId }) => zoneId);
}
