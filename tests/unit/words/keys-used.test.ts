import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';
import { wordTexts } from '../../../src/cli/words/word-texts.ts';
import { en } from '../../../src/words/en/index.ts';

/** Every sentence is said somewhere: a key whose last use went goes as well. */

const ROOT = join(import.meta.dirname, '../../../src');

/** Keys as they stand in code: whole, or with a part that is filled in. */
const WHOLE = /'(\w[\w-]*(?:\.[\w-]+)+)'/g;
const FILLED = /`(\w+\.[^`\n]*\$\{[^`\n]*)`/g;

const code = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(sep).join('/'))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('words/'))
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .join('\n');
const whole = new Set([...code.matchAll(WHOLE)].map(([, key]) => key));
const filled = [...code.matchAll(FILLED)].map(([, key]) => {
  const literal = key!.split(/\$\{[^}]*\}/).map((piece) => piece.replaceAll(/[.*+?^()|[\]\\{}]/g, '\\$&'));
  return new RegExp(`^${literal.join('[\\w.-]+')}$`);
});

/** A message is said by its code, which whoever gives the fact names. */
function isUsed(key: string): boolean {
  const [, message] = /^messages\.(.+)$/.exec(key) ?? [];
  if (message !== undefined) return code.includes(`'${message}'`);
  return whole.has(key) || filled.some((pattern) => pattern.test(key));
}

test('every key of the words is used', () => {
  const keys = [...wordTexts(en).keys()].map((key) => key.replace(/_(?:one|other)$/, ''));
  expect([...new Set(keys)].filter((key) => !isUsed(key))).toEqual([]);
});
