import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, test } from 'vitest';
import { en } from '../../../src/words/en/index.ts';

/** No sentence is translated that nobody reads. */

const ROOT = join(import.meta.dirname, '../../../src');

const code = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(sep).join('/'))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('words/'))
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .join('\n');

/** `room.${kind}`: what is filled in is a step of the way, or a part of one. */
const templates = [...code.matchAll(/`([a-z]\w*\.(?:[\w.]|\$\{[^}`]*\})*)`/gi)].map(
  ([, template]) => new RegExp(`^${template!.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '[\\w-]*')}$`),
);

function keysOf(words: object, before = ''): readonly string[] {
  return Object.entries(words).flatMap(([name, text]) =>
    typeof text === 'string'
      ? [before + name.replace(/_(one|other)$/, '')]
      : keysOf(text, `${before}${name}.`),
  );
}

test('every sentence is said somewhere', () => {
  const idle = keysOf(en).filter((key) => {
    const message = key.match(/^messages\.(.*)/)?.[1];
    if (message !== undefined) return !code.includes(`'${message}'`);
    return !code.includes(`'${key}'`) && !templates.some((template) => template.test(key));
  });
  expect([...new Set(idle)]).toEqual([]);
});
