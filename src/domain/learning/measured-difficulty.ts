/** From what a learner sees best to what experts argue about. Competence is shown at `standard` or above. */
export const DIFFICULTY_LEVELS = ['easy', 'standard', 'hard'] as const;
export type DifficultyLevel = (typeof DIFFICULTY_LEVELS)[number];

/** How hard an image is, measured on it. */
export interface MeasuredDifficulty {
  /** Level of the finding asked for above its surroundings, dB. */
  readonly contrastDb: number;
  /** Its smaller side, mm. */
  readonly sizeMm: number;
  /** Things in view that can be taken for it. */
  readonly distractors: number;
  readonly gainDb: number;
  readonly depthMm: number;
  readonly look: 'clean' | 'clinical';
}
