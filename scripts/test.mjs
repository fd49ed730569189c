// Everything that can fail, in one run (`npm test`); the last line sums it up.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dependenciesEnsure, nodeVersionRequire } from './lib/install.mjs';
import { ROOT } from './lib/root.mjs';
import { checkTally, runnerTally, tallySay, tallySum } from './lib/tally.mjs';
import { nodeRun, toolPath } from './lib/tools.mjs';

const RESULTS = join(ROOT, '.cache', 'results');

/** @type {import('./lib/tally.mjs').Tally[]} */
const tallies = [];

/** @param {string} name */
function headingSay(name) {
  console.log(`\n=== ${name} ===`);
}

/**
 * @param {string} name
 * @param {readonly (readonly [script: string, ...args: string[]])[]} commands all must succeed
 */
async function check(name, commands) {
  headingSay(name);
  let code = 0;
  for (const [script, ...args] of commands) code = (await nodeRun(script, args)) || code;
  tallies.push(checkTally(name, code));
}

/**
 * @param {string} name
 * @param {'vitest' | 'playwright'} kind
 * @param {(result: string) => Promise<number>} start runs it, its JSON result going to the path given
 */
async function runner(name, kind, start) {
  headingSay(name);
  const result = join(RESULTS, `${name}.json`);
  const code = await start(result);
  let json = null;
  try {
    json = readFileSync(result, 'utf8');
  } catch {
    // No result was written; runnerTally makes that a failure.
  }
  tallies.push(runnerTally(name, kind, json, code));
}

/**
 * @param {string} project
 * @param {string} chromium
 */
const vitest = (project, chromium) => (/** @type {string} */ result) =>
  nodeRun(
    toolPath('vitest'),
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${result}`],
    { BATSIGN_CHROMIUM: chromium },
  );

async function everythingRun() {
  nodeVersionRequire();
  await dependenciesEnsure();
  const { chromiumEnsure } = await import('./lib/browser.mjs');
  const chromium = await chromiumEnsure();
  console.log(`Testing with ${chromium}`);
  rmSync(RESULTS, { recursive: true, force: true });
  mkdirSync(RESULTS, { recursive: true });

  const tsc = toolPath('typescript', 'tsc');
  await check('types', [
    [tsc, '-p', 'tsconfig.domain.json'],
    [tsc, '-p', 'tsconfig.json'],
  ]);
  await check('lint', [[toolPath('@biomejs/biome', 'biome'), 'check', '.']]);
  await check('boundaries', [[join(ROOT, 'scripts', 'boundaries.mjs')]]);
  await check('dead code', [[toolPath('knip')]]);
  await runner('unit', 'vitest', vitest('unit', chromium));
  await runner('browser', 'vitest', vitest('browser', chromium));
  await runner('training', 'vitest', (result) =>
    nodeRun(join(ROOT, 'scripts', 'training-test.mjs'), [result]),
  );
  await check('build', [[toolPath('vite'), 'build']]);
  await runner('e2e', 'playwright', (result) =>
    nodeRun(toolPath('@playwright/test', 'playwright'), ['test'], {
      BATSIGN_CHROMIUM: chromium,
      PLAYWRIGHT_JSON_OUTPUT_FILE: result,
    }),
  );
}

try {
  await everythingRun();
} catch (error) {
  const problems = [error instanceof Error ? error.message : String(error)];
  tallies.push({ runner: 'npm test', passed: 0, failed: 0, skipped: 0, problems });
}

headingSay('sum');
for (const tally of tallies) {
  console.log(`${tally.runner}: ${tallySay(tallySum([tally]))}`);
  for (const problem of tally.problems) console.log(`  ${problem}`);
}
const sum = tallySum(tallies);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
console.log(tallySay(sum));
