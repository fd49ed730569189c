import type { ProbePose } from '../../domain/scan/probe-pose.ts';
import type { Zone } from '../../domain/scan/zones.ts';
import { goalPlaces } from '../../domain/scenario/goal-places.ts';
import type { SurveyStep } from '../../domain/scenario/scenario.ts';
import { zoneTruth } from '../../domain/survey/zone-truth.ts';
import type { ProbeView } from '../../ports/frame-source.ts';
import { surveyMissOf } from '../session/machine/scenario-survey.ts';
import type { SimulatedImage } from './simulated-image.ts';

/** Where the probe is put in a zone. */
export interface ZonePlace {
  readonly pose: ProbePose;
  /** Whether the zone holds some of what ails the patient and no place in it shows that. */
  readonly isOverlooked: boolean;
}

/**
 * The first place in a zone whose image shows the lung, and of what ails the patient what the zone holds; null where no place
 * shows the lung.
 *
 * @param index the moment at which the image is frozen
 * @param view how the scanner is set
 */
export function zonePlace(
  image: SimulatedImage,
  index: number,
  view: ProbeView,
  step: SurveyStep,
  zone: Zone,
): ZonePlace | null {
  let lung: ZonePlace | null = null;
  for (const pose of goalPlaces({ zone: zone.id, shows: [], patterns: [], sliding: null }, [])) {
    const shot = image.shot(index, { ...view, pose });
    if (shot.truth === null || surveyMissOf(step, shot) !== null) continue;
    const { isOverlooked } = zoneTruth(shot.truth, zone.id);
    if (!isOverlooked) return { pose, isOverlooked };
    lung ??= { pose, isOverlooked };
  }
  return lung;
}
