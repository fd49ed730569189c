import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const GOOD = join('scenarios', 'basics', 'a-lines.yaml');

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'batsign-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

function check(...args: readonly string[]) {
  const command = ['--import', 'tsx', 'src/cli/scenario-check.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('says ok of a sound file, and where a faulty one is wrong', () => {
  const faulty = join(folder, 'faulty.yaml');
  const text = readFileSync(join(ROOT, GOOD), 'utf8').replace('tolerance_mm: 2', 'tolerance_mm: 2 cm');
  writeFileSync(faulty, text);
  const line = text.split('\n').findIndex((found) => found.includes('2 cm')) + 1;
  const { status, stdout, stderr } = check(GOOD, faulty);
  expect(stdout).toBe(`${GOOD}: ok (3 images, 20 steps)\n`);
  expect(stderr).toContain(`${faulty}:${line}:`);
  expect(stderr).toContain('cannot be "2 cm": write tolerance_mm: 20.');
  expect(status).toBe(1);
}, 120_000);

test('exits with 0 when all is sound, with 1 for no file, with 2 for nothing to do', () => {
  expect(check(GOOD).status).toBe(0);
  expect(check('nowhere.yaml')).toMatchObject({
    status: 1,
    stderr: 'nowhere.yaml: There is no such file.\n',
  });
  expect(check()).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage:') });
}, 120_000);

test('writes the schema for editors', () => {
  const path = join(folder, 'schema.json');
  expect(check('--schema', path).status).toBe(0);
  expect(readFileSync(path, 'utf8')).toBe(readFileSync(join(ROOT, 'scenarios/scenario.schema.json'), 'utf8'));
}, 120_000);
