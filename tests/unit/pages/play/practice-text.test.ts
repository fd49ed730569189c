import { expect, test } from 'vitest';
import type { ScanResult } from '../../../../src/domain/learning/progress.ts';
import { practiceGraded, practiceMarking, stepDetails } from '../../../../src/pages/play/practice-text.ts';

const TRY = {
  score: 22.4,
  hints: [],
  hintCost: 0,
  isSkipped: false,
  elapsedS: 34,
  misses: 0,
  isFound: true,
} as const;
const FIRST: ScanResult = {
  kind: 'scan',
  stepId: 's',
  first: TRY,
  practice: [],
  score: 22.4,
  latestScore: 22.4,
  hintCost: 0,
  isSkipped: false,
  attempts: 1,
};
const AGAIN: ScanResult = { ...FIRST, practice: [{ ...TRY, score: 80 }], latestScore: 80, attempts: 2 };

test('practice is told from the try that counts', () => {
  expect(practiceMarking(undefined)).toBeNull();
  expect(practiceMarking(FIRST)).toContain('Your first try, 22, is what counts');
  expect(practiceGraded(FIRST)).toBeNull();
  expect(practiceGraded(AGAIN)).toBe('This was practice: 80. Your first try, 22, is what counts.');
  expect(practiceGraded({ ...AGAIN, latestScore: null })).toBe(
    'This was practice: your first try is what counts.',
  );
});

test('a result says of each step its image, hints, practice and time', () => {
  expect(stepDetails(FIRST, 'First patient')).toBe('First patient · 34 s');
  expect(stepDetails({ ...AGAIN, first: { ...TRY, hintCost: 20, elapsedS: 0 } }, null)).toBe(
    '20 off for hints · then practice: 80',
  );
});
