import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../../scripts/lib/root.mjs';
import { commandRun } from '../../support/command-run.ts';

const GOOD = join('scenarios', 'a-lines', 'a-lines.yaml');

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'batsign-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

const check = (...args: readonly string[]) => commandRun('src/cli/scenario-check.ts', args);

test('says ok of a sound file, and where a faulty one is wrong', async () => {
  const faulty = join(folder, 'faulty.yaml');
  const text = readFileSync(join(ROOT, GOOD), 'utf8').replace('tolerance_mm: 2', 'tolerance_mm: 2 cm');
  writeFileSync(faulty, text);
  const line = text.split('\n').findIndex((found) => found.includes('2 cm')) + 1;
  const { code, out, err } = await check(GOOD, faulty);
  expect(out).toBe(`${GOOD}: ok (3 images, 20 steps)\n`);
  expect(err).toContain(`${faulty}:${line}:`);
  expect(err).toContain('cannot be "2 cm": write tolerance_mm: 20.');
  expect(code).toBe(1);
});

test('exits with 0 when all is sound, with 1 for no file, with 2 for nothing to do', async () => {
  expect(await check(GOOD)).toMatchObject({ code: 0 });
  expect(await check('nowhere.yaml')).toMatchObject({
    code: 1,
    err: 'nowhere.yaml: There is no such file.\n',
  });
  expect(await check()).toMatchObject({ code: 2, err: expect.stringContaining('Usage:') });
});

test('writes the schema for editors', async () => {
  const path = join(folder, 'schema.json');
  expect(await check('--schema', path)).toMatchObject({ code: 0 });
  expect(readFileSync(path, 'utf8')).toBe(readFileSync(join(ROOT, 'scenarios/scenario.schema.json'), 'utf8'));
});
