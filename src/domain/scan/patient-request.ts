/** Conditions of a virtual patient. */
export const PATIENT_CONDITIONS = [
  'normal',
  'interstitial',
  'white_lung',
  'pneumothorax',
  'effusion',
  'consolidation',
] as const;
export type PatientCondition = (typeof PATIENT_CONDITIONS)[number];

/** A virtual patient to draw; everything not given is drawn from the seed. */
export interface PatientRequest {
  /** 0 to 2^32 - 1. */
  readonly seed: number;
  readonly condition: PatientCondition;
  /** Zone, by its id, in which the condition is; drawn (or everywhere, where it is diffuse) if not given. */
  readonly zone?: string;
  /** B-lines in each intercostal space of a longitudinal view where the condition is interstitial, 1-6. */
  readonly bLinesPerSpace?: number;
  /** Breaths a minute, 6-40. */
  readonly breathsPerMinute?: number;
  /** How deep breaths are, 0 (held) to 2; 1 is quiet breathing. */
  readonly breathDepth?: number;
}
