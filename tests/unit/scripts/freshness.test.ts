import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isStale } from '../../../scripts/lib/freshness.mjs';

let root = '';
const at = (path: string, seconds: number) => utimesSync(join(root, path), seconds, seconds);
const stale = () => isStale(join(root, 'product'), [join(root, 'src'), join(root, 'absent')]);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'batsign-fresh-'));
  mkdirSync(join(root, 'src', 'deep'), { recursive: true });
  writeFileSync(join(root, 'src', 'deep', 'a.ts'), '');
  writeFileSync(join(root, 'product'), '');
  for (const path of ['src/deep/a.ts', 'src/deep', 'src']) at(path, 100);
  at('product', 200);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

test('a product newer than all its sources is fresh', () => {
  expect(stale()).toBe(false);
});

test('a product that was never made is stale', () => {
  rmSync(join(root, 'product'));
  expect(stale()).toBe(true);
});

test('a file changed deep down makes it stale', () => {
  at('src/deep/a.ts', 300);
  expect(stale()).toBe(true);
});

test('a file removed makes it stale', () => {
  rmSync(join(root, 'src', 'deep', 'a.ts'));
  expect(stale()).toBe(true);
});
