import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lockIsMet } from '../../../scripts/lib/install.mjs';
import { ROOT } from '../../../scripts/lib/root.mjs';

const wanted = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.2.3', integrity: 'sha512-a' },
  'node_modules/b': { version: '2.0.0', integrity: 'sha512-b', optional: true },
};
const a = wanted['node_modules/a'];
const b = wanted['node_modules/b'];

describe('the lock is met', () => {
  test.each([
    ['by the very packages', { 'node_modules/a': a, 'node_modules/b': b }, true],
    ['without an optional package, which is for another system', { 'node_modules/a': a }, true],
    ['not without a package', { 'node_modules/b': b }, false],
    ['not by nothing', {}, false],
    ['not by another version', { 'node_modules/a': { ...a, version: '1.2.4' } }, false],
    ['not by other contents', { 'node_modules/a': { ...a, integrity: 'sha512-x' } }, false],
    [
      'not by another version of an optional package',
      { 'node_modules/a': a, 'node_modules/b': { ...b, version: '1.0.0' } },
      false,
    ],
    ['with packages to spare', { 'node_modules/a': a, 'node_modules/c': a }, true],
  ])('%s', (_what, installed, isMet) => {
    expect(lockIsMet(wanted, installed)).toBe(isMet);
  });

  test('by what is installed here, as this test runs on it', () => {
    const packages = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8')).packages;
    expect(lockIsMet(packages('package-lock.json'), packages('node_modules/.package-lock.json'))).toBe(true);
  });
});

test('the lock file has the packages of every system, not only of the one it was made on', () => {
  const packages: Record<string, { optionalDependencies?: Record<string, string> }> = JSON.parse(
    readFileSync(join(ROOT, 'package-lock.json'), 'utf8'),
  ).packages;
  const absent = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${place}/node_modules/${name}`],
    ),
  );
  expect(absent).toEqual([]);
  expect(packages).toHaveProperty(['node_modules/@biomejs/cli-win32-x64']);
  expect(packages).toHaveProperty(['node_modules/@biomejs/cli-darwin-arm64']);
});
