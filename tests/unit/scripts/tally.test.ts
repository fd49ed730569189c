import { describe, expect, test } from 'vitest';
import {
  checkTally,
  fileTimes,
  runnerFailures,
  runnerTally,
  tallySay,
  tallySum,
} from '../../../scripts/lib/tally.mjs';

const vitestReport = (change: object = {}) =>
  JSON.stringify({
    numPassedTests: 10,
    numFailedTests: 0,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [],
    ...change,
  });

const playwrightReport = (stats: object = {}, errors: unknown[] = []) =>
  JSON.stringify({ stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 1, ...stats }, errors });

const problemless = { problems: [] };

describe('a static check', () => {
  test('is one test, which passes with exit code 0 only', () => {
    expect(checkTally('lint', 0)).toEqual({
      runner: 'lint',
      passed: 1,
      failed: 0,
      skipped: 0,
      ...problemless,
    });
    expect(checkTally('lint', 2)).toEqual({
      runner: 'lint',
      passed: 0,
      failed: 1,
      skipped: 0,
      ...problemless,
    });
  });
});

describe('a runner', () => {
  test('of Vitest is counted, tests to be written being skipped ones', () => {
    expect(runnerTally('unit', 'vitest', vitestReport(), 0)).toEqual({
      runner: 'unit',
      passed: 10,
      failed: 0,
      skipped: 3,
      ...problemless,
    });
  });

  test('of Playwright is counted, a test that passed only when repeated being failed', () => {
    const tally = runnerTally('e2e', 'playwright', playwrightReport({ unexpected: 2, flaky: 1 }), 1);
    expect(tally).toEqual({ runner: 'e2e', passed: 4, failed: 3, skipped: 1, ...problemless });
  });

  test('that failed tests explains its exit code by them', () => {
    const tally = runnerTally('unit', 'vitest', vitestReport({ numFailedTests: 2 }), 1);
    expect(tallySum([tally])).toEqual({ passed: 10, failed: 2, skipped: 3 });
  });

  test.each([
    ['wrote no result', 'vitest', null, 1, /wrote no result \(exit code 1\)/],
    ['wrote no result though it ended well', 'playwright', null, 0, /wrote no result/],
    ['wrote half a result', 'vitest', '{"numPassedTests": 1', 0, /cannot be read/],
    ['wrote another result', 'vitest', '{"numPassedTests": "many"}', 0, /no count "numPassedTests"/],
    ['wrote null', 'playwright', 'null', 0, /no count "expected"/],
    ['ended badly though no test failed', 'vitest', vitestReport(), 1, /exit code 1 though no test failed/],
    [
      'had an error outside its tests',
      'playwright',
      playwrightReport({}, [{ message: 'no server' }]),
      1,
      /no server/,
    ],
    [
      'ran no test',
      'vitest',
      vitestReport({ numPassedTests: 0, numPendingTests: 0, numTodoTests: 0 }),
      0,
      /ran no test/,
    ],
    [
      'could not load a file',
      'vitest',
      vitestReport({ testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: [] }] }),
      1,
      /a\.test\.ts could not be run/,
    ],
    [
      'could not prepare a file, whose tests were skipped',
      'vitest',
      vitestReport({
        testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults: [{ status: 'skipped' }] }],
      }),
      1,
      /a\.test\.ts could not be run/,
    ],
  ] as const)('that %s counts as one failed', (_what, kind, json, exitCode, problem) => {
    const tally = runnerTally('it', kind, json, exitCode);
    expect(tally.problems).toHaveLength(1);
    expect(tally.problems[0]).toMatch(problem);
    expect(tallySum([tally]).failed).toBe(1);
  });
});

describe('the sum', () => {
  test('adds every runner and every problem', () => {
    const sum = tallySum([
      checkTally('lint', 0),
      checkTally('types', 1),
      runnerTally('unit', 'vitest', vitestReport(), 0),
      runnerTally('e2e', 'playwright', null, 1),
    ]);
    expect(sum).toEqual({ passed: 11, failed: 2, skipped: 3 });
  });

  test('of nothing is nothing', () => {
    expect(tallySum([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });

  test('is one plain line, which names skipped tests only where there are any', () => {
    expect(tallySay({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
    expect(tallySay({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped');
  });
});

describe('how long files took', () => {
  test('is the span of their tests in Vitest, the slowest first', () => {
    const testResults = [
      { name: 'a.test.ts', startTime: 1000, endTime: 1500 },
      { name: 'b.test.ts', startTime: 1000, endTime: 4000 },
    ];
    expect(fileTimes('vitest', vitestReport({ testResults }))).toEqual([
      { file: 'b.test.ts', seconds: 3 },
      { file: 'a.test.ts', seconds: 0.5 },
    ]);
  });

  test('is the sum of their tests in Playwright, those of inner suites and repeated ones too', () => {
    const spec = (...durations: readonly number[]) => ({
      tests: [{ results: durations.map((duration) => ({ duration })) }],
    });
    const suites = [
      { file: 'a.spec.ts', specs: [spec(500)] },
      { file: 'b.spec.ts', specs: [spec(1000)], suites: [{ specs: [spec(700, 300)] }] },
    ];
    expect(fileTimes('playwright', JSON.stringify({ suites }))).toEqual([
      { file: 'b.spec.ts', seconds: 2 },
      { file: 'a.spec.ts', seconds: 0.5 },
    ]);
  });

  test.each([null, 'null', '{', '{}'])('is unknown of %s', (json) => {
    expect(fileTimes('vitest', json)).toEqual([]);
    expect(fileTimes('playwright', json)).toEqual([]);
  });
});

describe('the tests that failed', () => {
  test('of Vitest are named with their file, without colours and cut', () => {
    const long = Array.from({ length: 40 }, (_, line) => `line ${line}`).join('\n');
    const report = vitestReport({
      testResults: [
        {
          name: '/a/b.test.ts',
          assertionResults: [
            { status: 'passed', fullName: 'b is well', failureMessages: [] },
            { status: 'failed', fullName: 'b is 1', failureMessages: [`\u001b[31mis 2\u001b[39m\n${long}`] },
          ],
        },
      ],
    });
    const [failure, ...others] = runnerFailures('vitest', report);
    expect(others).toEqual([]);
    expect(failure?.name).toBe('/a/b.test.ts: b is 1');
    expect(failure?.message.split('\n')).toEqual([
      'is 2',
      ...Array.from({ length: 11 }, (_, line) => `line ${line}`),
    ]);
  });

  test('of Playwright are found in nested suites, and those that passed when repeated too', () => {
    const spec = (title: string, status: string, message?: string) => ({
      file: 'x.spec.ts',
      title,
      tests: [{ status, results: [{ ...(message && { error: { message } }) }, {}] }],
    });
    const report = JSON.stringify({
      suites: [
        {
          specs: [spec('well', 'expected')],
          suites: [{ specs: [spec('bad', 'unexpected', 'no'), spec('weak', 'flaky', 'once')] }],
        },
      ],
    });
    expect(runnerFailures('playwright', report)).toEqual([
      { name: 'x.spec.ts: bad', message: 'no' },
      { name: 'x.spec.ts: weak', message: 'once' },
    ]);
  });

  test('are none where the result cannot be read', () => {
    expect(runnerFailures('vitest', '{"half')).toEqual([]);
    expect(runnerFailures('playwright', null)).toEqual([]);
  });
});
