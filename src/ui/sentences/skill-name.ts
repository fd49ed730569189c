import type { FindingSkill, SkillId } from '../../domain/learning/skill.ts';
import { say } from '../words/say.ts';

type Task<Skill> = Skill extends `${string}.${infer Name}` ? Name : never;
type Finding<Skill> = Skill extends `${infer Name}.${string}` ? Name : never;

/** A skill as a list names it. */
export function skillName(skill: SkillId): string {
  const [finding, task] = skill.split('.');
  if (task === undefined) return say(`skills.${skill as Exclude<SkillId, FindingSkill>}`);
  // The tasks that all findings have stand for whichever of them it is.
  return say(`skills.${finding as Finding<'rib.find'>}.${task as Task<'rib.find'>}`);
}
