import type { MarkableFinding } from '../findings/finding.ts';
import { difficultyLevel } from './difficulty-levels.ts';
import { levelOfVotes, marginVote } from './difficulty-votes.ts';
import type { DifficultyLevel, MeasuredDifficulty } from './measured-difficulty.ts';
import { patientLevel } from './patient-levels.ts';
import { type SkillId, skillIsOfPatient } from './skill.ts';

/**
 * The level of an image or a patient for a skill. The pattern of a zone: where B-lines decide, hard next to the number at which
 * they do, and in the clinical look; else, and for proposals, by the finding that was measured.
 */
export function skillLevel(skill: SkillId, isNormal: boolean, measured: MeasuredDifficulty): DifficultyLevel {
  if (skillIsOfPatient(skill)) return patientLevel(skill, isNormal, measured);
  const { countMargin, look, finding } = measured;
  if (skill === 'zone_pattern' && countMargin !== undefined) {
    return levelOfVotes(marginVote(countMargin) + (look === 'clean' ? -1 : 1));
  }
  if (finding !== undefined) return difficultyLevel(finding, false, measured);
  return difficultyLevel(skill.slice(0, skill.indexOf('.')) as MarkableFinding, isNormal, measured);
}
