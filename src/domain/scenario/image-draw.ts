import type { MarkableFinding } from '../findings/finding.ts';
import type { DifficultyLevel } from '../learning/measured-difficulty.ts';
import type { ImageSkill } from '../learning/skill.ts';
import type { PatientCondition } from '../scan/patient-request.ts';

/** What a new image for a play must be like, so that it is no other exercise than the one that its author wrote. */
export interface ImageDraw {
  /** An item of this skill; null where its difficulty is of no matter. */
  readonly item: {
    readonly skill: ImageSkill;
    /** Null for any. */
    readonly level: DifficultyLevel | null;
    /** Whether it holds nothing of what is asked for, but what can be taken for it. */
    readonly isNormal: boolean;
    /** The smaller side of none that has to be found is above this, mm; left out for any. */
    readonly atMostMm?: number;
  } | null;
  /** Findings that have to be found in it. */
  readonly shows: readonly MarkableFinding[];
  /** Findings of which there is nothing in it, not even faintly. */
  readonly lacks: readonly MarkableFinding[];
  /** Of a patient: what can ail the one that is drawn; empty where it is what ails the one that was written. */
  readonly conditions?: readonly PatientCondition[];
  /** The id of an image whose seed is taken, so that both are of one body; left out where it has a seed of its own. */
  readonly as?: string;
}

/** Whether any image will do. */
export function drawIsAny({ item, shows, lacks }: ImageDraw): boolean {
  return item === null && shows.length + lacks.length === 0;
}
