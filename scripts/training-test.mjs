// Tests of the trainer: `node scripts/training-test.mjs [RESULT.json]`. The counts are written as Vitest's JSON
// reporter does, so that `npm test` reads them the same way. Without PyTorch every test counts as skipped; where
// BATSIGN_TRAINER is `needed`, as in CI, PyTorch is installed if that can be done, and its absence fails the run.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { aptInstall } from './lib/apt.mjs';
import { PYTHON_ENV, TORCH_HINT, torchPythonFind } from './lib/python.mjs';
import { ROOT } from './lib/root.mjs';
import { commandRun } from './lib/tools.mjs';

const TESTS = join(ROOT, 'training', 'tests');
const result = resolve(process.argv[2] ?? join(ROOT, '.cache', 'results', 'training.json'));

function testsCount() {
  return readdirSync(TESTS)
    .filter((name) => /^test_.*\.py$/.test(name))
    .reduce((sum, name) => {
      const text = readFileSync(join(TESTS, name), 'utf8');
      return sum + [...text.matchAll(/^ {4}def test_/gm)].length;
    }, 0);
}

/** @param {{ passed: number, failed: number, skipped: number }} counts */
function resultWrite({ passed, failed, skipped }) {
  mkdirSync(dirname(result), { recursive: true });
  const report = {
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: skipped,
    numTodoTests: 0,
    testResults: [],
  };
  writeFileSync(result, `${JSON.stringify(report)}\n`);
}

const isNeeded = process.env.BATSIGN_TRAINER === 'needed';
if (isNeeded && torchPythonFind() === null) aptInstall('python3-torch', 'PyTorch');
const python = torchPythonFind();
if (python === null) {
  if (isNeeded) process.exitCode = 1;
  const skipped = testsCount();
  resultWrite({ passed: 0, failed: 0, skipped });
  console.log(`${skipped} tests of the trainer are skipped. ${TORCH_HINT}`);
} else {
  const counts = `${result}.counts`;
  mkdirSync(dirname(result), { recursive: true });
  rmSync(counts, { force: true });
  process.exitCode = await commandRun(python, [join(TESTS, 'run.py'), counts], { env: PYTHON_ENV });
  resultWrite(JSON.parse(readFileSync(counts, 'utf8')));
  rmSync(counts);
}
