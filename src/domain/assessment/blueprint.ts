import type { DifficultyLevel } from '../learning/measured-difficulty.ts';
import type { SkillId } from '../learning/skill.ts';

/** Raised whenever the blueprint, the limits of time or the way in which a form is drawn from it change. */
export const BLUEPRINT_VERSION = 1;

/** Items of which a fixed number lacks what is asked for; which of them do is drawn for each form. */
export interface BlueprintPool {
  readonly skills: readonly SkillId[];
  /** How many of them are without the finding, or without illness. */
  readonly normals: number;
}

/**
 * What every form of the exam asks: 16 items over the seven findings, movement and the whole image, 6 of them normal. No pool
 * has fewer than three items, since in one of two the first answer would give the other away.
 */
export const BLUEPRINT: readonly BlueprintPool[] = [
  // A rib and a pleural line are in every image, and a count of none would be a normal of `find`.
  { skills: ['rib.find', 'pleural_line.find', 'b_line.count'], normals: 0 },
  {
    skills: [
      'a_line.find',
      'b_line.find',
      'b_line_confluence.find',
      'pleural_effusion.find',
      'consolidation.find',
    ],
    normals: 2,
  },
  {
    skills: [
      'b_line.tell_apart',
      'b_line_confluence.tell_apart',
      'pleural_effusion.tell_apart',
      'consolidation.tell_apart',
    ],
    normals: 2,
  },
  { skills: ['lung_sliding', 'lung_sliding', 'm_mode_pattern', 'zone_pattern'], normals: 2 },
];

export const ITEM_COUNT = BLUEPRINT.reduce((sum, { skills }) => sum + skills.length, 0);

/** Levels as they are measured on the image: the standard with the finding, and hard without, where look-alikes are. */
export const LEVEL_OF: Readonly<Record<'shown' | 'normal', DifficultyLevel>> = {
  shown: 'standard',
  normal: 'hard',
};
