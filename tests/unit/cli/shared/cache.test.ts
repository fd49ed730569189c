import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { cacheRead, cacheWrite } from '../../../../src/cli/shared/cache.ts';

const NAME = `test-${process.pid}.json`;
const PATH = join(fileURLToPath(new URL('../../../../.cache/clips/', import.meta.url)), NAME);
const numberRead = (bytes: Buffer): number => JSON.parse(bytes.toString('utf8')) as number;

afterEach(() => rmSync(PATH, { force: true }));

test('what was written is read, and what a stopped run left behind counts as nothing', () => {
  expect(cacheRead(NAME, numberRead)).toBeNull();
  cacheWrite(NAME, '12');
  expect(cacheRead(NAME, numberRead)).toBe(12);
  writeFileSync(PATH, '{"half');
  expect(cacheRead(NAME, numberRead)).toBeNull();
});
