import { expect, test } from 'vitest';
import { timeLimits } from '../../../../src/domain/assessment/time-limits.ts';

const STEPS = [
  { id: 'a', kind: 'observe' },
  { id: 'b', kind: 'mark' },
  { id: 'c', kind: 'question' },
  { id: 'd', kind: 'm_mode' },
  { id: 'e', kind: 'briefing' },
] as const;

test('every step in which one looks or answers has a limit, and so has the whole', () => {
  expect(timeLimits(STEPS, 0)).toEqual({ totalS: 900, stepS: { a: 30, b: 90, c: 45, d: 90 } });
});

test('extra time goes to every limit, in whole seconds for the candidate', () => {
  expect(timeLimits(STEPS, 25)).toEqual({ totalS: 1125, stepS: { a: 38, b: 113, c: 57, d: 113 } });
  expect(timeLimits(STEPS, 100)).toEqual({ totalS: 1800, stepS: { a: 60, b: 180, c: 90, d: 180 } });
});
