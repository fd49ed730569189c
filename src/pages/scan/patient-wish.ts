import { randomCreate, randomWeighted } from '../../domain/numbers/random.ts';
import {
  PATIENT_CONDITIONS,
  type PatientCondition,
  type PatientRequest,
} from '../../domain/scan/patient-request.ts';

/** The learner's wishes for the next patient. */
export interface PatientWish {
  /** `surprise`: drawn from the number, and not told. */
  readonly condition: PatientCondition | 'surprise';
  /** Null: drawn from the number. */
  readonly bLinesPerSpace: number | null;
  readonly breathsPerMinute: number;
  readonly breathDepth: number;
}

export const PATIENT_WISH: PatientWish = {
  condition: 'surprise',
  bLinesPerSpace: null,
  breathsPerMinute: 16,
  breathDepth: 1,
};

/** A stream of its own, so that the surprise says nothing about the rest of the patient. */
const SURPRISE_STREAM = 97;

/** The request that a wish and a patient's number come to: the same ones, the same patient. */
export function patientDraw(wish: PatientWish, seed: number): PatientRequest {
  const { condition, bLinesPerSpace, breathsPerMinute, breathDepth } = wish;
  const surprise = randomCreate(seed, SURPRISE_STREAM);
  const drawn =
    PATIENT_CONDITIONS[
      randomWeighted(
        surprise,
        PATIENT_CONDITIONS.map(() => 1),
      )
    ]!;
  return {
    seed,
    condition: condition === 'surprise' ? drawn : condition,
    ...(condition === 'interstitial' && bLinesPerSpace !== null && { bLinesPerSpace }),
    breathsPerMinute,
    breathDepth,
  };
}
