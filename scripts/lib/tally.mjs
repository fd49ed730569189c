/**
 * The counts of a runner. `problems` are sentences for what is no test but still a failure: a runner that crashed,
 * wrote no result or ran no test; each counts as one failed.
 * @typedef {object} Tally
 * @property {string} runner
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {string[]} problems
 */

/**
 * A static check: one test, which passes when the tool exits with 0.
 * @param {string} runner
 * @param {number} exitCode
 * @returns {Tally}
 */
export function checkTally(runner, exitCode) {
  const isPassed = exitCode === 0;
  return { runner, passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, skipped: 0, problems: [] };
}

/**
 * @param {unknown} value
 * @param {string} name
 * @returns {number}
 */
function countRead(value, name) {
  const count = /** @type {Record<string, unknown> | null | undefined} */ (value)?.[name];
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0)
    throw new Error(`no count "${name}"`);
  return count;
}

/**
 * Counts of Vitest's JSON reporter. A file that cannot be loaded, or whose preparation fails, has no failed test
 * of its own.
 * @param {any} report
 */
function vitestCounts(report) {
  const brokenFiles = (report?.testResults ?? []).filter(
    (/** @type {any} */ file) =>
      file.status === 'failed' &&
      !file.assertionResults.some((/** @type {any} */ result) => result.status === 'failed'),
  );
  return {
    passed: countRead(report, 'numPassedTests'),
    failed: countRead(report, 'numFailedTests'),
    skipped: countRead(report, 'numPendingTests') + countRead(report, 'numTodoTests'),
    problems: brokenFiles.map((/** @type {any} */ file) => `${file.name} could not be run`),
  };
}

/**
 * Counts of Playwright's JSON reporter. A test that passes only when repeated has failed.
 * @param {any} report
 */
function playwrightCounts(report) {
  const stats = report?.stats;
  return {
    passed: countRead(stats, 'expected'),
    failed: countRead(stats, 'unexpected') + countRead(stats, 'flaky'),
    skipped: countRead(stats, 'skipped'),
    problems: (report.errors ?? []).map((/** @type {any} */ error) => String(error.message ?? error)),
  };
}

/**
 * The tally of a test runner's JSON result, together with how the runner ended.
 * @param {string} runner
 * @param {'vitest' | 'playwright'} kind
 * @param {string | null} json the text of the result; null when the runner wrote none
 * @param {number} exitCode
 * @returns {Tally}
 */
export function runnerTally(runner, kind, json, exitCode) {
  const none = { runner, passed: 0, failed: 0, skipped: 0 };
  if (json === null) return { ...none, problems: [`wrote no result (exit code ${exitCode})`] };
  let counts;
  try {
    const report = JSON.parse(json);
    counts = kind === 'vitest' ? vitestCounts(report) : playwrightCounts(report);
  } catch (error) {
    return { ...none, problems: [`its result cannot be read: ${/** @type {Error} */ (error).message}`] };
  }
  const problems = [...counts.problems];
  if (counts.passed + counts.failed + counts.skipped === 0) problems.push('ran no test');
  if (exitCode !== 0 && counts.failed === 0 && problems.length === 0) {
    problems.push(`ended with exit code ${exitCode} though no test failed`);
  }
  return { ...counts, runner, problems };
}

/**
 * @param {readonly Tally[]} tallies
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
export function tallySum(tallies) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped, problems } of tallies) {
    sum.passed += passed;
    sum.failed += failed + problems.length;
    sum.skipped += skipped;
  }
  return sum;
}

/**
 * The one plain line that ends a test run.
 * @param {{ passed: number, failed: number, skipped: number }} sum
 */
export function tallySay({ passed, failed, skipped }) {
  const tail = skipped > 0 ? `, ${skipped} skipped` : '';
  return `${passed} passed, ${failed} failed${tail}`;
}

/**
 * A file of tests and how long its tests ran, seconds.
 * @typedef {{ file: string, seconds: number }} FileTime
 */

/**
 * A test that failed: its whole name and the first lines of what it said.
 * @typedef {{ name: string, message: string }} Failure
 */

/** Lines of a failed test's message that are said again in the sum. */
const MESSAGE_LINES = 12;
/** Terminal colours, which both runners put into their messages. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one.
const COLOUR = /\u001b\[[0-9;]*m/g;

/**
 * @param {string} name
 * @param {unknown} message
 * @returns {Failure}
 */
function failureOf(name, message) {
  const lines = String(message ?? '')
    .replace(COLOUR, '')
    .split('\n');
  return { name, message: lines.slice(0, MESSAGE_LINES).join('\n') };
}

/**
 * @param {any} suite of Playwright's JSON reporter
 * @returns {Failure[]}
 */
function suiteFailures({ suites = [], specs = [] }) {
  const own = specs.flatMap((/** @type {any} */ spec) =>
    spec.tests
      .filter((/** @type {any} */ { status }) => status === 'unexpected' || status === 'flaky')
      .map((/** @type {any} */ test) => {
        const failed = test.results.find((/** @type {any} */ { error }) => error !== undefined);
        return failureOf(`${spec.file}: ${spec.title}`, failed?.error?.message);
      }),
  );
  return own.concat(suites.flatMap(suiteFailures));
}

/**
 * The failed tests of a runner, to be said again where a long output ends; empty where its result says nothing of them.
 * @param {'vitest' | 'playwright'} kind
 * @param {string | null} json as for `runnerTally`
 * @returns {Failure[]}
 */
export function runnerFailures(kind, json) {
  let report;
  try {
    report = JSON.parse(json ?? 'null');
  } catch {
    return [];
  }
  if (kind === 'playwright') return suiteFailures({ suites: report?.suites ?? [] });
  return (report?.testResults ?? []).flatMap((/** @type {any} */ { name, assertionResults }) =>
    assertionResults
      .filter((/** @type {any} */ { status }) => status === 'failed')
      .map((/** @type {any} */ { fullName, failureMessages }) =>
        failureOf(`${name}: ${fullName}`, failureMessages?.[0]),
      ),
  );
}

/**
 * @param {any} suite of Playwright's JSON reporter
 * @returns {number} milliseconds
 */
function suiteMs({ suites = [], specs = [] }) {
  const results = specs.flatMap((/** @type {any} */ spec) =>
    spec.tests.flatMap((/** @type {any} */ test) => test.results),
  );
  const own = results.reduce(
    (/** @type {number} */ sum, /** @type {any} */ { duration }) => sum + duration,
    0,
  );
  return suites.reduce((/** @type {number} */ sum, /** @type {any} */ inner) => sum + suiteMs(inner), own);
}

/**
 * How long each file of a runner took, the slowest first; empty where its result says nothing of it.
 * @param {'vitest' | 'playwright'} kind
 * @param {string | null} json as for `runnerTally`
 * @returns {FileTime[]}
 */
export function fileTimes(kind, json) {
  let report;
  try {
    report = JSON.parse(json ?? 'null');
  } catch {
    return [];
  }
  const times =
    kind === 'vitest'
      ? (report?.testResults ?? []).map((/** @type {any} */ { name, startTime, endTime }) => ({
          file: name,
          seconds: (endTime - startTime) / 1000,
        }))
      : (report?.suites ?? []).map((/** @type {any} */ suite) => ({
          file: suite.file,
          seconds: suiteMs(suite) / 1000,
        }));
  return times.sort((/** @type {FileTime} */ a, /** @type {FileTime} */ b) => b.seconds - a.seconds);
}
