import { CodedError } from '../../../domain/errors/coded-error.ts';
import type { MeasuredDifficulty } from '../../../domain/learning/measured-difficulty.ts';
import { skillLevel } from '../../../domain/learning/skill-level.ts';
import { randomCreate } from '../../../domain/numbers/random.ts';
import type { PatientRequest } from '../../../domain/scan/patient-request.ts';
import { batSignIn } from '../../../domain/scenario/bat-sign-goal.ts';
import { goalGap } from '../../../domain/scenario/goal.ts';
import { goalPlaces } from '../../../domain/scenario/goal-places.ts';
import type { PatientWanted } from '../../../domain/scenario/patient-wanted.ts';
import { livePatientFrame, livePatientOpen, type PatientShot } from '../live-patient.ts';
import { type PatientCandidate, patientCandidate } from './patient-candidates.ts';
import { patientItemMeasure } from './patient-item-measure.ts';

/** Separates what is drawn here from all else that is drawn from the same seed. */
const STREAM = 19;

/** As many candidates are looked at before it is given up. */
const DRAW_TRIES = 100;

/** A view that is not found at one of so many places is not asked for. */
const PLACES = 12;

const SIZE_PX = 256;

export interface DrawnPatient {
  readonly request: PatientRequest;
  /** Where the probe stands at first, and how the machine is set. */
  readonly view: Omit<PatientShot, 'timeMs'>;
  readonly measured: MeasuredDifficulty;
  /** How many candidates were looked at, 1 or more. */
  readonly tries: number;
}

/**
 * The first of a sequence of states of one body that is an item of a skill at the stated level: what ails the patient, how deep
 * the breaths are, where the probe stands and how the machine is set are drawn. The same seed gives the same item.
 *
 * @param seed of the body, 0 to 2^32 - 1
 * @param tries how many candidates to look at before giving up
 * @throws CodedError `no_item` when none of them fits
 */
export function patientItemDraw(
  wanted: PatientWanted,
  seed: number,
  tries: number = DRAW_TRIES,
): DrawnPatient {
  const random = randomCreate(seed, STREAM);
  const { skill, level, isNormal } = wanted;
  for (let tried = 1; tried <= tries; tried++) {
    const candidate = patientCandidate(random, seed, wanted);
    const measured = patientItemMeasure(candidate, skill === 'm_mode_pattern');
    if (measured === null) continue;
    if (level !== null && skillLevel(skill, isNormal, measured) !== level) continue;
    if (candidate.sight === 'way' && !isReachable(candidate)) continue;
    const { request, pose, controls } = candidate;
    return { request, view: { pose, controls }, measured, tries: tried };
  }
  throw new CodedError('no_item', { code: 'itemNotDrawn', tries });
}

/** Whether the view is somewhere in its zone. */
function isReachable({ request, controls }: PatientCandidate): boolean {
  const goal = batSignIn(request.zone ?? '');
  const live = livePatientOpen(request);
  return goalPlaces(goal, [])
    .slice(0, PLACES)
    .some((pose) => {
      const { truth } = livePatientFrame(live, { pose, controls, timeMs: 0 }, SIZE_PX);
      return goalGap(goal, null, pose, truth) === null;
    });
}
