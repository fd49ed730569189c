import { describe, expect, test } from 'vitest';
import type { ClassGrade } from '../../../../src/domain/grading/grade.ts';
import type { StepResult } from '../../../../src/domain/learning/progress.ts';
import { findingSkill, SKILLS, skillHasNormals } from '../../../../src/domain/learning/skill.ts';
import {
  marksEvidence,
  replyEvidence,
  stepEvidence,
} from '../../../../src/domain/learning/skill-evidence.ts';
import type { QuestionStep, ScanStep } from '../../../../src/domain/scenario/scenario.ts';

function classGrade(of: Partial<ClassGrade> & Pick<ClassGrade, 'finding'>): ClassGrade {
  return {
    status: 'scored',
    score: 80,
    precision: 0.8,
    recall: 0.8,
    overlap: 0.8,
    dice: 0.5,
    iou: 0.4,
    toleranceMm: 2,
    count: null,
    provenance: 'phantom_truth',
    ...of,
  };
}

const rights = (list: readonly { skill: string; isRight: boolean }[]) =>
  Object.fromEntries(list.map(({ skill, isRight }) => [skill, isRight]));

describe('the skills', () => {
  test('are each named once, and hold only pairs that make sense', () => {
    expect(new Set(SKILLS).size).toBe(SKILLS.length);
    expect(findingSkill('b_line', 'count')).toBe('b_line.count');
    expect(findingSkill('rib', 'count')).toBeNull();
    expect(findingSkill('b_line_confluence', 'count')).toBeNull();
    expect(SKILLS).toContain('consolidation.tell_apart');
  });

  test('nothing that is absent has a border, and every image has ribs', () => {
    expect(SKILLS.filter((skill) => !skillHasNormals(skill))).toEqual([
      'rib.find',
      'pleural_line.find',
      'pleural_line.delimit',
      'b_line_confluence.delimit',
      'pleural_effusion.delimit',
      'consolidation.delimit',
      'probe_handling',
    ]);
  });
});

describe('marks as evidence', () => {
  test('a line is found where half are matched, and half of the marks are lines', () => {
    const of = (marked: number, expected: number, matched: number) =>
      rights(
        marksEvidence(['b_line'], [classGrade({ finding: 'b_line', count: { marked, expected, matched } })]),
      );
    expect(of(2, 4, 2)).toEqual({ 'b_line.find': true });
    expect(of(1, 4, 1)).toEqual({ 'b_line.find': false });
    expect(of(5, 2, 2)).toEqual({ 'b_line.find': false });
  });

  test('an area is found by half of it, and its border right from three quarters on', () => {
    const of = (share: number) =>
      rights(
        marksEvidence(
          ['consolidation'],
          [classGrade({ finding: 'consolidation', precision: share, recall: share, overlap: share })],
        ),
      );
    expect(of(0.8)).toEqual({ 'consolidation.find': true, 'consolidation.delimit': true });
    expect(of(0.6)).toEqual({ 'consolidation.find': true, 'consolidation.delimit': false });
    expect(of(0.4)).toEqual({ 'consolidation.find': false, 'consolidation.delimit': false });
  });

  test('what is absent and left alone is found right, and says nothing of a border; missed and invented are wrong', () => {
    const effusion = (of: Partial<ClassGrade>) =>
      rights(marksEvidence(['pleural_effusion'], [classGrade({ finding: 'pleural_effusion', ...of })]));
    expect(effusion({ status: 'correct_absence', precision: null, recall: null, overlap: 1 })).toEqual({
      'pleural_effusion.find': true,
    });
    expect(effusion({ precision: null, recall: 0, overlap: 0 })).toEqual({ 'pleural_effusion.find': false });
    expect(effusion({ precision: 0, recall: null, overlap: 0 })).toEqual({ 'pleural_effusion.find': false });
  });

  test('what was not asked for, or cannot be scored, is no evidence', () => {
    expect(marksEvidence(['rib'], [classGrade({ finding: 'a_line' })])).toEqual([]);
    expect(marksEvidence(['rib'], [classGrade({ finding: 'rib', status: 'not_scored' })])).toEqual([]);
  });
});

describe('replies as evidence', () => {
  test('a pattern is evidence of the zone and of telling that finding apart', () => {
    expect(rights(replyEvidence('pattern', 'effusion', 100))).toEqual({
      zone_pattern: true,
      'pleural_effusion.tell_apart': true,
    });
  });

  test('a count within the band of experts is right, and one that the author states tells of no skill', () => {
    expect(rights(replyEvidence('b_line_count', 3, 50))).toEqual({ 'b_line.count': true });
    expect(rights(replyEvidence('b_line_count', 3, 0))).toEqual({ 'b_line.count': false });
    expect(replyEvidence(null, 3, 100)).toEqual([]);
  });

  test('a lung point is a skill of its own', () => {
    expect(rights(replyEvidence('m_mode', 'lung_point', 0))).toEqual({
      m_mode_pattern: false,
      lung_point: false,
    });
    expect(rights(replyEvidence('m_mode', 'seashore', 100))).toEqual({ m_mode_pattern: true });
  });
});

describe('a step as evidence', () => {
  const question: QuestionStep = {
    kind: 'question',
    id: 'q',
    imageId: null,
    next: [],
    ask: '?',
    reply: { kind: 'choice', answer: { from: 'lung_sliding' }, options: [] },
    explain: '.',
    hints: [],
    weight: 1,
  };
  const result = (score: number | null, hintCost: number, isSkipped = false): StepResult => ({
    kind: 'question',
    stepId: 'q',
    first: { score, hints: [], hintCost, isSkipped, elapsedS: 1, reply: 'yes', expected: 'yes' },
    practice: [],
    score,
    latestScore: score,
    hintCost,
    isSkipped,
    attempts: 1,
  });

  test('a hint that was paid for makes no right reply wrong', () => {
    expect(stepEvidence(question, result(45, 55))).toEqual([
      { skill: 'lung_sliding', grade: 100, isRight: true },
    ]);
  });

  test('nothing scored, or skipped, says nothing', () => {
    expect(stepEvidence(question, result(null, 0))).toEqual([]);
    expect(stepEvidence(question, result(0, 0, true))).toEqual([]);
  });

  test('a place is reached at the first try or not', () => {
    const step = { kind: 'scan', id: 's' } as ScanStep;
    const scan = (misses: number): StepResult => ({
      kind: 'scan',
      stepId: 's',
      first: { score: 80, hints: [], hintCost: 0, isSkipped: false, elapsedS: 1, misses, isFound: true },
      practice: [],
      score: 80,
      latestScore: 80,
      hintCost: 0,
      isSkipped: false,
      attempts: 1,
    });
    expect(rights(stepEvidence(step, scan(0)))).toEqual({ probe_handling: true });
    expect(rights(stepEvidence(step, scan(1)))).toEqual({ probe_handling: false });
  });
});
