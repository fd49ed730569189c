import type { MarkableFinding } from '../findings/finding.ts';
import type { ClassGrade } from '../grading/grade.ts';
import { catchingIsRight } from '../proposals/proposals-grade.ts';
import type { AnswerSource } from '../scenario/answer-source.ts';
import type { GradedStep } from '../scenario/scenario.ts';
import { surveyScore, type ZoneVisit, zoneCredit } from '../survey/survey.ts';
import type { StepResult } from './progress.ts';
import { RIGHT_SCORE } from './right-score.ts';
import { findingSkill, type SkillId } from './skill.ts';

/** The evidence of one graded answer for one skill. */
export interface SkillEvidence {
  readonly skill: SkillId;
  /** 0-100. */
  readonly grade: number;
  readonly isRight: boolean;
}

/** A finding is found where half of it is marked and half of what was marked is it: the place is right, if not the border. */
const FOUND_SHARE = 0.5;

/** Overlap with tolerance (0-1) from which a border is right: three parts of four. */
const BORDER_OVERLAP = 0.75;

/** Which skills a reply is evidence of, by what the answer is computed from; `m_mode` where a sign was named. */
const REPLY_SKILLS: Readonly<Record<AnswerSource | 'm_mode', readonly SkillId[]>> = {
  b_line_count: ['b_line.count'],
  a_line_count: ['a_line.count'],
  blas_percent: ['b_line_confluence.delimit'],
  pattern: ['zone_pattern'],
  sliding: ['lung_sliding'],
  lung_sliding: ['lung_sliding'],
  sliding_side: ['lung_point'],
  sick_zone: ['whole_patient'],
  condition_in_view: ['zone_pattern'],
  blue_profile: ['whole_patient'],
  blue_cause: ['whole_patient'],
  m_mode: ['m_mode_pattern'],
};

/** Right answers that are evidence of one skill more. */
const EXPECTED_SKILLS: Readonly<Record<string, SkillId>> = {
  a_lines: 'a_line.tell_apart',
  b_lines: 'b_line.tell_apart',
  confluence: 'b_line_confluence.tell_apart',
  effusion: 'pleural_effusion.tell_apart',
  consolidation: 'consolidation.tell_apart',
  in_part: 'lung_point',
  lung_point: 'lung_point',
};

/** The kind of a step and its first try: all that evidence needs of a result, or of one that was kept. */
export type StepTried = StepResult extends infer Of
  ? Of extends StepResult
    ? Pick<Of, 'kind' | 'first'>
    : never
  : never;

/** The evidence of the first try of a graded step; none where it was skipped or nothing could be scored. */
export function stepEvidence(step: GradedStep, result: StepTried): readonly SkillEvidence[] {
  const { first } = result;
  if (first.score === null || first.isSkipped) return [];
  if (step.kind === 'mark' && result.kind === 'mark') {
    return marksEvidence(
      step.findings.map(({ finding }) => finding),
      result.first.grade?.classes ?? [],
    );
  }
  if (step.kind === 'scan' && result.kind === 'scan') {
    const isRight = result.first.isFound && result.first.misses === 0;
    return [{ skill: 'probe_handling', grade: isRight ? 100 : 0, isRight }];
  }
  if (result.kind === 'proposals') {
    const isRight = catchingIsRight(result.first.judged);
    return [{ skill: 'catching_ai', grade: first.score, isRight }];
  }
  if (step.kind === 'survey' && result.kind === 'survey') {
    return [surveyEvidence(result.first.visits, step.atLeast)];
  }
  if (result.kind !== 'question') return [];
  // Hints are taken off a score; whether the reply was right must not hang on them.
  const grade = Math.min(100, first.score + first.hintCost);
  return replyEvidence(answerSource(step), result.first.expected, grade);
}

/** From this score on a survey is as an examiner would let it pass: of ten zones, half of them sick, two may be wrong. */
const WHOLE_RIGHT = 80;

/** Of a zone of a survey: half right, by one point of the LUS score, is not yet right. */
export function zoneEvidence(visit: ZoneVisit, visits: readonly ZoneVisit[]): SkillEvidence {
  const credit = zoneCredit(visit, visits);
  return { skill: 'zone_pattern', grade: 100 * credit, isRight: credit === 1 };
}

/** Of a survey as a whole. */
function surveyEvidence(visits: readonly ZoneVisit[], atLeast: number): SkillEvidence {
  const grade = surveyScore(visits, atLeast);
  return { skill: 'whole_patient', grade, isRight: grade >= WHOLE_RIGHT };
}

/** Of marks: whether each finding that was asked for was found, and whether its border was. */
export function marksEvidence(
  asked: readonly MarkableFinding[],
  classes: readonly ClassGrade[],
): readonly SkillEvidence[] {
  return classes
    .filter(({ finding, status }) => asked.includes(finding) && status !== 'not_scored')
    .flatMap((grade) => {
      const found: SkillEvidence = {
        skill: findingSkill(grade.finding, 'find')!,
        grade: grade.score,
        isRight: classIsFound(grade),
      };
      const border = findingSkill(grade.finding, 'delimit');
      // A border is judged where there is one and it was tried.
      if (border === null || grade.precision === null || grade.recall === null) return [found];
      const delimited = {
        skill: border,
        grade: 100 * grade.overlap,
        isRight: grade.overlap >= BORDER_OVERLAP,
      };
      return [found, delimited];
    });
}

/** Of a reply, by what its right answer is computed from; one that the author states tells of no known skill. */
export function replyEvidence(
  source: AnswerSource | 'm_mode' | null,
  expected: number | string | null,
  grade: number,
): readonly SkillEvidence[] {
  if (source === null) return [];
  const more = EXPECTED_SKILLS[String(expected)];
  return [...REPLY_SKILLS[source], ...(more === undefined ? [] : [more])].map((skill) => ({
    skill,
    grade,
    isRight: grade >= RIGHT_SCORE,
  }));
}

function classIsFound({ status, count, precision, recall }: ClassGrade): boolean {
  if (status === 'correct_absence') return true;
  if (count !== null && count.marked + count.expected > 0) {
    return count.matched >= FOUND_SHARE * Math.max(count.marked, count.expected);
  }
  return (precision ?? 0) >= FOUND_SHARE && (recall ?? 0) >= FOUND_SHARE;
}

function answerSource(step: GradedStep): AnswerSource | 'm_mode' | null {
  if (step.kind === 'm_mode') return 'm_mode';
  if (step.kind !== 'question') return null;
  const { answer } = step.reply;
  if (typeof answer === 'number') return null;
  if (typeof answer === 'string') return answer;
  return 'from' in answer ? answer.from : null;
}
