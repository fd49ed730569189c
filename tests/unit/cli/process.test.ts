import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { ROOT } from '../../../scripts/lib/root.mjs';

// What else commands do is tested within the process of the tests, by `commandRun`.
test.each([
  ['src/cli/finetune.ts'],
  ['src/cli/scenario-check.ts'],
  ['src/cli/segment.ts'],
  ['src/lab/bounds.ts'],
  ['src/lab/calibrate.ts'],
  ['src/lab/evaluate.ts'],
  ['src/lab/evaluate-clips.ts'],
])('%s starts as a process, refuses what it does not know, and ends with 2', (program) => {
  const args = ['--import', 'tsx', program, '--sieve'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
  expect(stderr).toMatch(/^(Unknown option '--sieve'\.|Usage: npm run)/);
  expect(stdout).toBe('');
  expect(status).toBe(2);
});
