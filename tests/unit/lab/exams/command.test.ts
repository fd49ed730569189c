import { describe, expect, test } from 'vitest';
import {
  FALSE_FAIL_PERCENT,
  FALSE_PASS_PERCENT,
  PASS_RIGHT,
} from '../../../../src/domain/assessment/standard.ts';
import { commandRun } from '../../../support/command-run.ts';

const exams = (...args: readonly string[]) => commandRun('src/lab/exams.ts', args);

describe('npm run exams', () => {
  test('gives the pass mark that is shipped, and its wrong verdicts', async () => {
    const ended = await exams('--learners', '200', '--json');
    expect(ended.code).toBe(0);
    const found = JSON.parse(ended.out);
    expect(found.pass_right).toBe(PASS_RIGHT);
    // Of some 400 learners in a group a share is known to some 4 points.
    expect(Math.abs(100 * found.false_pass - FALSE_PASS_PERCENT)).toBeLessThan(5);
    expect(Math.abs(100 * found.false_fail - FALSE_FAIL_PERCENT)).toBeLessThan(3);
    const right = found.levels.map((level: { right_mean: number }) => level.right_mean);
    expect(right).toHaveLength(5);
    expect([...right].sort((a, b) => a - b)).toEqual(right);
    const groups = Object.fromEntries(found.groups.map((group: { group: string }) => [group.group, group]));
    expect(groups.competent.failure).toBeLessThanOrEqual(0.1);
    expect(groups['not competent'].failure).toBeGreaterThanOrEqual(0.2);
  });

  test('prints it for people', async () => {
    const ended = await exams('--learners', '40', '--seed', '9');
    expect(ended.out).toContain('experienced: 150');
    expect(ended.out).toMatch(/curves cross at \d+\.\d+: \d+ of 16 pass \(shipped: 14\)/);
  });

  test('refuses a number of learners that is none', async () => {
    const ended = await exams('--learners', 'few');
    expect(ended.code).toBe(2);
    expect(ended.err).toContain('learners');
  });
});
