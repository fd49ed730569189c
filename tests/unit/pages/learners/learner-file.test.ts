import { expect, test } from 'vitest';
import { learnerFile } from '../../../../src/pages/learners/learner-file.ts';

test('a file is called by its learner, whatever the name is written in', () => {
  expect(learnerFile('Ana María')).toBe('batsign-Ana-María.json');
  expect(learnerFile('../../etc: "x"')).toBe('batsign-etc-x.json');
  expect(learnerFile('李 雷')).toBe('batsign-李-雷.json');
  expect(learnerFile('…')).toBe('batsign-learner.json');
});
