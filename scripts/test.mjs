// Everything that can fail, in one run (`npm test`); the last line sums it up. `quick` (`npm run check`) leaves out
// what needs a browser or Python. What uses one core runs beside what uses the other.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { dependenciesEnsure, nodeVersionRequire } from './lib/install.mjs';
import { ROOT } from './lib/root.mjs';
import { checkTally, fileTimes, runnerFailures, runnerTally, tallySay, tallySum } from './lib/tally.mjs';
import { nodeRun, toolPath } from './lib/tools.mjs';

const RESULTS = join(ROOT, '.cache', 'results');
/** How many files are named of those that took longest. */
const SLOWEST = 25;

/**
 * A runner's result, how it went and for how long.
 * @typedef {object} Run
 * @property {import('./lib/tally.mjs').Tally} tally
 * @property {import('./lib/tally.mjs').FileTime[]} files the slowest first
 * @property {import('./lib/tally.mjs').Failure[]} failures
 * @property {number} seconds
 */

/** @type {Run[]} */
const runs = [];

/** @param {string} name */
function headingSay(name) {
  console.log(`\n=== ${name} ===`);
}

/**
 * @param {string} name
 * @param {() => Promise<Omit<Run, 'seconds'>>} start
 */
async function timed(name, start) {
  headingSay(name);
  const began = performance.now();
  const { tally, files, failures } = await start();
  const seconds = (performance.now() - began) / 1000;
  headingSay(`${name}: ${tallySay(tallySum([tally]))}, ${seconds.toFixed(0)} s`);
  runs.push({ tally, files, failures, seconds });
}

/**
 * @param {string} name
 * @param {readonly (readonly [script: string, ...args: string[]])[]} commands all must succeed
 */
const check = (name, commands) =>
  timed(name, async () => {
    let code = 0;
    for (const [script, ...args] of commands) code = (await nodeRun(script, args, {}, name)) || code;
    return { tally: checkTally(name, code), files: [], failures: [] };
  });

/**
 * @param {string} name
 * @param {'vitest' | 'playwright'} kind
 * @param {readonly string[]} command a script and its arguments
 * @param {Record<string, string>} env
 */
const runner = (name, kind, [script = '', ...args], env) =>
  timed(name, async () => {
    const result = resultOf(name);
    const code = await nodeRun(script, args, env, name);
    let json = null;
    try {
      json = readFileSync(result, 'utf8');
    } catch {
      // No result was written; runnerTally makes that a failure.
    }
    return {
      tally: runnerTally(name, kind, json, code),
      files: fileTimes(kind, json),
      failures: runnerFailures(kind, json),
    };
  });

/** @param {string} name */
const resultOf = (name) => join(RESULTS, `${name}.json`);

/**
 * @param {string} project
 * @param {Record<string, string>} [env]
 */
function vitest(project, env = {}) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${resultOf(project)}`];
  return runner(project, 'vitest', [toolPath('vitest'), 'run', '--project', project, ...reporters], env);
}

async function staticRun() {
  // The compiler of TypeScript 7 is several times as quick; what reads the code by TypeScript's interface still needs 6.
  const tsc = toolPath('typescript-native', 'tsc');
  await check('lint', [[toolPath('@biomejs/biome', 'biome'), 'check', '.']]);
  await check('boundaries', [[join(ROOT, 'scripts', 'boundaries.mjs')]]);
  await check('types', [
    [tsc, '-p', 'tsconfig.domain.json'],
    [tsc, '-p', 'tsconfig.json'],
  ]);
  await check('dead code', [[toolPath('knip')]]);
}

async function everythingRun() {
  const { chromiumEnsure } = await import('./lib/browser.mjs');
  const { chromiumFind, shellFind } = await import('./lib/chromium.mjs');
  const chromium = await chromiumEnsure();
  const shell = shellFind();
  console.log(`Testing with ${chromium}${shell === null ? '' : ` and ${shell}`}`);
  // One that tests find themselves is not named: what is named is taken for all of them.
  /** @type {Record<string, string>} */
  const env = chromiumFind() === null ? { BATSIGN_CHROMIUM: chromium } : {};
  const built = check('build', [[toolPath('vite'), 'build'], [join(ROOT, 'scripts', 'bytes.mjs')]]);
  await Promise.all([
    (async () => {
      await vitest('browser', env);
      await built;
      await runner('e2e', 'playwright', [toolPath('@playwright/test', 'playwright'), 'test'], {
        ...env,
        PLAYWRIGHT_JSON_OUTPUT_FILE: resultOf('e2e'),
      });
    })(),
    (async () => {
      await built;
      await staticRun();
      const training = join(ROOT, 'scripts', 'training-test.mjs');
      await runner('training', 'vitest', [training, resultOf('training')], {});
      await vitest('unit', env);
    })(),
  ]);
}

/** @param {string} file */
const fileSay = (file) => (isAbsolute(file) ? relative(ROOT, file) : file);

try {
  nodeVersionRequire();
  await dependenciesEnsure();
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });
  if (process.argv[2] === 'quick') await Promise.all([staticRun(), vitest('unit')]);
  else await everythingRun();
} catch (error) {
  const problems = [error instanceof Error ? error.message : String(error)];
  runs.push({
    tally: { runner: 'npm test', passed: 0, failed: 0, skipped: 0, problems },
    files: [],
    failures: [],
    seconds: 0,
  });
}

for (const { tally, files } of runs) {
  if (files.length === 0) continue;
  headingSay(`${tally.runner}: the slowest files, seconds`);
  for (const { file, seconds } of files.slice(0, SLOWEST)) {
    console.log(`${seconds.toFixed(1).padStart(7)}  ${fileSay(file)}`);
  }
}
for (const { failures } of runs) {
  for (const { name, message } of failures) console.log(`\nfailed: ${fileSay(name)}\n${message}`);
}
headingSay('sum');
for (const { tally, seconds } of runs) {
  console.log(`${tally.runner}: ${tallySay(tallySum([tally]))} (${seconds.toFixed(0)} s)`);
  for (const problem of tally.problems) console.log(`  ${problem}`);
}
const sum = tallySum(runs.map(({ tally }) => tally));
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
console.log(tallySay(sum));
