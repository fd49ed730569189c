import { describe, expect, test } from 'vitest';
import type { ClassGrade, CountGrade } from '../../../../src/domain/grading/grade.ts';
import type { StepResult } from '../../../../src/domain/learning/progress.ts';
import type { ProposalJudged } from '../../../../src/domain/proposals/proposals-grade.ts';
import type { ScenarioStep } from '../../../../src/domain/scenario/scenario.ts';
import { errorText } from '../../../../src/pages/home/error-text.ts';
import { SCENARIO } from '../../parts/fakes.ts';

const stepOf = (id: string) => SCENARIO.steps.find((step) => step.id === id) as ScenarioStep;

function classOf(change: Partial<ClassGrade>): ClassGrade {
  return {
    ...{ finding: 'b_line', status: 'scored', score: 20, precision: 0.2, recall: 0.2, overlap: 0.2 },
    ...{ dice: 0, iou: 0, toleranceMm: 2, count: null, provenance: 'phantom_truth' },
    ...change,
  };
}

function resultOf(kind: StepResult['kind'], made: object): StepResult {
  const first = { score: 0, hints: [], hintCost: 0, isSkipped: false, elapsedS: 1, ...made };
  return { kind, stepId: 's', first, practice: [], score: 0, latestScore: 0 } as unknown as StepResult;
}

const marks = (...classes: readonly ClassGrade[]) =>
  errorText(stepOf('one/mark'), resultOf('mark', { grade: { score: 0, classes, blas: null } }));
const count = (marked: number, expected: number, matched: number): CountGrade => ({
  marked,
  expected,
  matched,
});

describe('what was wrong with marks', () => {
  test('is said of lines by how many were found', () => {
    expect(marks(classOf({ count: count(1, 3, 1) }))).toBe('B-line: 1 of 3 found.');
    expect(marks(classOf({ count: count(5, 2, 2) }))).toBe('B-line: 2 were there, 5 were marked.');
    expect(marks(classOf({ count: count(2, 0, 0), recall: null }))).toBe(
      'B-line: marked where there is none.',
    );
  });

  test('is said of areas by whether they were found, and by their border', () => {
    const area = { finding: 'pleural_effusion' as const };
    const missed = { precision: null, recall: 0 };
    expect(marks(classOf({ ...area, ...missed }))).toBe('Pleural effusion: not found.');
    expect(marks(classOf({ ...missed, finding: 'rib' }), classOf({ ...area, ...missed }))).toBe(
      'Rib, Pleural effusion: not found.',
    );
    expect(marks(classOf({ ...area, precision: 0.9, recall: 0.3 }))).toBe(
      'Pleural effusion: 30 % of it was marked.',
    );
    expect(marks(classOf({ ...area, precision: 0.25, recall: 0.9 }))).toBe(
      'Pleural effusion: of what was marked as it, 25 % was.',
    );
    expect(marks(classOf({ ...area, precision: 0.6, recall: 0.7, overlap: 0.64, score: 64 }))).toBe(
      'Pleural effusion: found, but its border was off; the overlap was 64 %.',
    );
  });

  test('is said of the worst that was wrong, not of what was right', () => {
    const right = classOf({ finding: 'rib', score: 5, precision: 0.9, recall: 0.9, overlap: 0.9 });
    expect(marks(right, classOf({ score: 40, count: count(1, 3, 1) }))).toBe('B-line: 1 of 3 found.');
  });
});

test('a wrong reply is said beside the right one', () => {
  const result = resultOf('question', { reply: 1, expected: 3 });
  expect(errorText(stepOf('one/question'), result)).toBe(
    '“How many?” You said 1 B-line; right is 3 B-lines.',
  );
});

test('errors of the network that were let by, or right things that were taken for errors', () => {
  const judged = (error: ProposalJudged['error'], act: ProposalJudged['act']): ProposalJudged => ({
    ...{ finding: 'b_line', error, isPlanted: true, act, confidence: 3, isMendRight: null },
  });
  const told = (...proposals: readonly ProposalJudged[]) =>
    errorText(stepOf('one/mark'), resultOf('proposals', { judged: { proposals, missing: null } }));
  expect(told(judged('b_line_doubled', 'accept'), judged('rib_space_drift', 'reject'))).toBe(
    '1 of 2 errors of the network were caught.',
  );
  expect(told(judged('b_line_doubled', 'reject'), judged(null, 'reject'))).toBe(
    '1 right proposal was taken for an error.',
  );
});

test('a view that was not found', () => {
  const scan = (isFound: boolean) => errorText(stepOf('one/mark'), resultOf('scan', { misses: 2, isFound }));
  expect(scan(true)).toBe('The view was not found at the first try.');
  expect(scan(false)).toBe('The view was not found.');
});
