import type { MarkableFinding } from '../findings/finding.ts';

/** A task that a learner can be given with a finding. */
export type FindingTask = 'find' | 'delimit' | 'count' | 'tell_apart';

/**
 * Which tasks make sense with which finding. To delimit is to say where its border runs: a rib and an A-line are lines
 * that are there or not, and a single B-line runs to the bottom of the image, so their borders teach nothing; the
 * pleural line has ends, and everything with an area has sides. To count needs several that stand apart: A-lines and
 * B-lines, but neither a confluence, which is what cannot be counted any more, nor ribs, of which there are always two.
 * To tell apart needs a look-alike: A-line and fascia, B-line and Z- or E-line, B-lines and their confluence, effusion
 * and consolidation. What is taken for the pleural line is a fascia or an A-line, so that is skill in A-lines.
 */
const FINDING_TASKS = {
  rib: ['find'],
  pleural_line: ['find', 'delimit'],
  a_line: ['find', 'count', 'tell_apart'],
  b_line: ['find', 'count', 'tell_apart'],
  b_line_confluence: ['find', 'delimit', 'tell_apart'],
  pleural_effusion: ['find', 'delimit', 'tell_apart'],
  consolidation: ['find', 'delimit', 'tell_apart'],
} as const satisfies Readonly<Record<MarkableFinding, readonly FindingTask[]>>;

type Tasks = typeof FINDING_TASKS;

/** A finding and what to do with it, as `b_line.count`; only those pairs that make sense. */
export type FindingSkill = {
  [Finding in MarkableFinding]: `${Finding}.${Tasks[Finding][number]}`;
}[MarkableFinding];

/** Skills that are of no one finding. */
const WHOLE_SKILLS = [
  'lung_sliding',
  'm_mode_pattern',
  'lung_point',
  'probe_handling',
  'zone_pattern',
  'whole_patient',
  'catching_ai',
] as const;

export type SkillId = FindingSkill | (typeof WHOLE_SKILLS)[number];

/** Skills for which a patient is watched for a while, or scanned by hand. */
export const PATIENT_SKILLS = [
  'lung_sliding',
  'm_mode_pattern',
  'lung_point',
  'probe_handling',
  'whole_patient',
] as const satisfies readonly SkillId[];
export type PatientSkill = (typeof PATIENT_SKILLS)[number];

/** Skills that one still image can show. */
export type ImageSkill = Exclude<SkillId, PatientSkill>;

export function skillIsOfPatient(skill: SkillId): skill is PatientSkill {
  return (PATIENT_SKILLS as readonly SkillId[]).includes(skill);
}

/** The skills of findings, in the order in which they are taught. */
export const FINDING_SKILLS: readonly FindingSkill[] = (
  Object.entries(FINDING_TASKS) as [MarkableFinding, readonly FindingTask[]][]
).flatMap(([finding, tasks]) => tasks.map((task) => `${finding}.${task}` as FindingSkill));

/** Every skill, those of findings first, in the order in which they are taught. */
export const SKILLS: readonly SkillId[] = [...FINDING_SKILLS, ...WHOLE_SKILLS];

/** The skill of a task with a finding; null where the pair makes no sense. */
export function findingSkill(finding: MarkableFinding, task: FindingTask): FindingSkill | null {
  const tasks: readonly FindingTask[] = FINDING_TASKS[finding];
  return tasks.includes(task) ? (`${finding}.${task}` as FindingSkill) : null;
}

/**
 * Whether an image without the thing asked for can be an item of a skill. Ribs and a pleural line are in every lung
 * image, nothing that is absent has a border, and a place that the probe is to reach is always there.
 */
export function skillHasNormals(skill: SkillId): boolean {
  if (skill.endsWith('.delimit')) return false;
  return skill !== 'rib.find' && skill !== 'pleural_line.find' && skill !== 'probe_handling';
}
