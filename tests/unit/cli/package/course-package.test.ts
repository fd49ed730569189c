import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../../../../scripts/lib/root.mjs';
import { type CoursePackage, coursePackage } from '../../../../src/cli/package/course-package.ts';
import { packageParts } from '../../../../src/cli/package/package-parts.ts';
import { assignmentRead } from '../../../../src/domain/course-system/assignment.ts';
import { commandRun } from '../../../support/command-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'batsign-course-package-'));
afterAll(() => rmSync(folder, { recursive: true }));

const built = join(folder, 'dist');
mkdirSync(join(built, 'assets'), { recursive: true });
for (const name of [
  'main-12345678.js',
  'main-12345678.js.br',
  'main-12345678.js.map',
  'a-lines.es-abcdefgh.js',
  'a-lines-abcdefgh.js',
]) {
  writeFileSync(join(built, 'assets', name), name);
}
writeFileSync(join(built, 'service-worker.js'), '');
const POLICY = `<meta http-equiv="Content-Security-Policy" content="connect-src &#39;self&#39; blob:">`;
writeFileSync(
  join(built, 'index.html'),
  `<html><head>${POLICY}<link rel="manifest" href="./batsign.webmanifest"></head></html>`,
);

const FIXTURES = join(ROOT, 'tests', 'fixtures', 'course');
const { parts } = packageParts([join(FIXTURES, 'one-image.yaml'), join(FIXTURES, 'two-questions.yaml')]);
const order = (change: Partial<CoursePackage> = {}): CoursePackage => ({
  target: 'scorm12',
  about: {
    id: 'f875a55f-4d03-4313-b5e4-52d04ff6e477',
    revision: 1,
    title: { en: 'Ribs' },
    language: 'en',
    author: '',
    licence: '',
    madeOn: '2026-11-30',
    courses: [],
  },
  parts,
  passScore: 70,
  summary: '',
  built,
  shipped: ['a-lines'],
  endpoints: 'https:',
  ...change,
});
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

test('the zip holds the game without what a course system has no use for, and what is assigned', () => {
  const files = unzipSync(coursePackage(order()));
  expect(Object.keys(files).sort()).toEqual([
    'assets/main-12345678.js',
    'assigned.json',
    'imsmanifest.xml',
    'index.html',
  ]);
  expect(assignmentRead(text(files['assigned.json']), 0)).toMatchObject({
    target: 'scorm12',
    passScore: 70,
    scenarioIds: ['f875a55f.one-image', 'f875a55f.two-questions'],
    from: { title: { en: 'Ribs' } },
  });
  const page = text(files['index.html']);
  expect(page).toContain('name="batsign-assigned"');
  expect(page).not.toContain('webmanifest');
  expect(page).toContain('connect-src &#39;self&#39; blob:');
});

test('the same order gives the same bytes', () => {
  expect(coursePackage(order())).toEqual(coursePackage(order()));
});

test('a package for xAPI alone may talk to another place, and names it', () => {
  const files = unzipSync(coursePackage(order({ target: 'xapi', endpoints: 'https://lrs.example' })));
  expect(Object.keys(files)).toContain('cmi5.xml');
  expect(text(files['index.html'])).toContain('connect-src &#39;self&#39; https://lrs.example blob:');
});

test('an assignment that is none, or whose scenarios cannot be played, is refused', () => {
  expect(assignmentRead('no json', 0)).toBeNull();
  expect(assignmentRead('{"format":2}', 0)).toBeNull();
  const written = JSON.parse(text(unzipSync(coursePackage(order()))['assigned.json'])) as {
    texts: Record<string, string>;
  };
  written.texts['scenarios/one-image.yaml'] = 'id: one-image';
  expect(() => assignmentRead(JSON.stringify(written), 0)).toThrow();
});

const run = (...args: readonly string[]) =>
  commandRun('src/cli/package.ts', [join(FIXTURES, 'two-questions.yaml'), ...args]);

test.each([
  [['--scorm', '1.3', '--out', 'a.zip'], '--scorm must be one of 1.2, 2004'],
  [['--scorm', '1.2', '--cmi5', '--out', 'a.zip'], 'A course system takes one of them'],
  [['--scorm', '1.2', '--out', 'a.batsign'], 'which ends in .zip'],
  [['--scorm', '1.2', '--pass', '101', '--out', 'a.zip'], '--pass must be a whole number from 0 to 100'],
  [['--scorm', '1.2', '--id', 'mine', '--out', 'a.zip'], '--id must be a UUID'],
  [['--cmi5', '--endpoint', 'lrs', '--out', 'a.zip'], '--endpoint must be like https://lrs.example.org'],
  [['--out', 'a.zip'], 'which ends in .batsign'],
])('%j is refused in one sentence', async (args, sentence) => {
  const ended = await run(...args);
  expect(ended).toMatchObject({ code: 2, out: '' });
  expect(ended.err).toContain(sentence);
});
