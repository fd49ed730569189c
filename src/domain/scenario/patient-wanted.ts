import type { DifficultyLevel } from '../learning/measured-difficulty.ts';
import type { PatientSkill } from '../learning/skill.ts';

/** A patient who is an item of a skill: all but the body of the request's seed is drawn, and where the probe stands at first. */
export interface PatientWanted {
  readonly skill: PatientSkill;
  /** Null for any. */
  readonly level: DifficultyLevel | null;
  /** Whether nothing of what is asked for is there: the lung slides all along the line. */
  readonly isNormal: boolean;
  /** The zone that the probe has to reach; null where it has none to reach. */
  readonly zone: string | null;
}
