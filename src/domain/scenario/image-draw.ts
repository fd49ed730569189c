import type { MarkableFinding } from '../findings/finding.ts';
import type { DifficultyLevel } from '../learning/measured-difficulty.ts';
import type { FindingSkill } from '../learning/skill.ts';

/** What a new image for a play must be like, so that it is no other exercise than the one that its author wrote. */
export interface ImageDraw {
  /** An item of this skill; null where its difficulty is of no matter. */
  readonly item: {
    readonly skill: FindingSkill;
    /** Null for any. */
    readonly level: DifficultyLevel | null;
    /** Whether it holds nothing of what is asked for, but what can be taken for it. */
    readonly isNormal: boolean;
  } | null;
  /** Findings that have to be found in it. */
  readonly shows: readonly MarkableFinding[];
  /** Findings of which there is nothing in it, not even faintly. */
  readonly lacks: readonly MarkableFinding[];
}

/** Whether any image will do. */
export function drawIsAny({ item, shows, lacks }: ImageDraw): boolean {
  return item === null && shows.length + lacks.length === 0;
}
