import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../../../../scripts/lib/root.mjs';
import { courseZip, gameBuilt } from '../../../../src/cli/package/course-zip.ts';
import { packageInputs } from '../../../../src/cli/package/package-inputs.ts';
import { assignmentRead } from '../../../../src/domain/course-system/assignment.ts';
import { COURSE_GAME_FILE, courseGameText } from '../../../../src/domain/course-system/course-game.ts';
import { sha256Hex } from '../../../../src/domain/digest/sha256.ts';
import type { CourseOrder } from '../../../../src/formats/scorm/course-files.ts';
import { commandRun } from '../../../support/command-run.ts';
import { ABOUT, packageMake, SMALL_SCENARIO, textPart, zipOf } from '../../../support/package-make.ts';

const folder = mkdtempSync(join(tmpdir(), 'batsign-course-package-'));
afterAll(() => rmSync(folder, { recursive: true }));

const built = join(folder, 'dist');
mkdirSync(join(built, 'assets'), { recursive: true });
const POLICY = `<meta http-equiv="Content-Security-Policy" content="connect-src &#39;self&#39; blob:">`;
const GAME = {
  'index.html': `<html><head>${POLICY}<link rel="manifest" href="./batsign.webmanifest"></head></html>`,
  'assets/main-12345678.js': 'main',
};
for (const [path, content] of Object.entries(GAME)) writeFileSync(join(built, path), content);
writeFileSync(
  join(built, COURSE_GAME_FILE),
  courseGameText({
    files: Object.entries(GAME).map(([path, content]) => ({
      path,
      bytes: content.length,
      sha256: sha256Hex(new TextEncoder().encode(content)),
    })),
    packedBytes: 100,
  }),
);

const FIXTURES = join(ROOT, 'tests', 'fixtures', 'course');
const { parts } = await packageInputs([
  join(FIXTURES, 'one-image.yaml'),
  join(FIXTURES, 'two-questions.yaml'),
]);
const about = { ...ABOUT, id: 'f875a55f-4d03-4313-b5e4-52d04ff6e477', title: { en: 'Ribs' }, courses: [] };
const zipped = async (change: Partial<CourseOrder> = {}, held = parts) =>
  courseZip(
    { target: 'scorm12', passScore: 70, summary: '', endpoints: 'https:', ...change },
    about,
    held,
    await gameBuilt(built),
  );
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

test('the zip holds the game and what is assigned', async () => {
  const files = unzipSync(await zipped());
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
    clips: {},
  });
  const page = text(files['index.html']);
  expect(page).toContain('name="batsign-assigned"');
  expect(page).not.toContain('webmanifest');
  expect(page).toContain('connect-src &#39;self&#39; blob:');
});

test('the same order gives the same bytes, with the size of each file before it', async () => {
  const zip = await zipped();
  expect(await zipped()).toEqual(zip);
  const view = new DataView(zip.buffer);
  // Readers of a stream need it: bit 3 of the flags says that sizes come after the file.
  expect(view.getUint32(0, true)).toBe(0x04034b50);
  expect(view.getUint16(6, true) & 0b1000).toBe(0);
  expect(view.getUint32(18, true)).toBeGreaterThan(0);
});

test('a package for xAPI alone may talk to another place, and names it', async () => {
  const files = unzipSync(await zipped({ target: 'xapi', endpoints: 'https://lrs.example' }));
  expect(Object.keys(files)).toContain('cmi5.xml');
  expect(text(files['index.html'])).toContain('connect-src &#39;self&#39; https://lrs.example blob:');
});

test('an assignment that is none, or whose scenarios cannot be played, is refused', async () => {
  expect(assignmentRead('no json', 0)).toBeNull();
  expect(assignmentRead('{"format":2}', 0)).toBeNull();
  const written = JSON.parse(text(unzipSync(await zipped())['assigned.json'])) as {
    texts: Record<string, string>;
  };
  written.texts['scenarios/one-image.yaml'] = 'id: one-image';
  expect(() => assignmentRead(JSON.stringify(written), 0)).toThrow();
});

const CLIP = '0b6f7c1e-5a55-4c1e-9a53-0f2d4c9a7e11';
const CLIPPED = SMALL_SCENARIO.replace(/source: .*/, `source: { clip: { id: ${CLIP} } }`);
const CLIP_PARTS = [
  textPart(`clips/${CLIP}/clip.json`, '{}'),
  textPart(`clips/${CLIP}/frames.bin`, 'images'),
  textPart(`clips/${CLIP}/name.json`, '{"name":"Base"}'),
];
const written = (name: string, bytes: string | Uint8Array): string => {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
};

test('clips lie beside the page, each file as its list has it; a key is played from the scenario alone', async () => {
  const key = textPart('keys/small/one/0.png', 'a picture');
  const held = [textPart('scenarios/small.yaml', CLIPPED), ...CLIP_PARTS, key];
  const files = unzipSync(await zipped({}, held));
  const { clips, from } = assignmentRead(text(files['assigned.json']), 0)!;
  expect(from.clips).toEqual([CLIP]);
  expect(clips[CLIP]!.map(({ path, bytes }) => [path, bytes])).toEqual(
    CLIP_PARTS.map(({ path, bytes }) => [path, bytes.length]),
  );
  for (const { path, sha256 } of clips[CLIP]!) expect(sha256Hex(files[path]!)).toBe(sha256);
  expect(text(files['imsmanifest.xml'])).toContain(`href="clips/${CLIP}/frames.bin"`);
  expect(Object.keys(files).filter((path) => path.startsWith('keys/'))).toEqual([]);
});

test('a package gives all that it holds, and clips come from packages and saved copies', async () => {
  const whole = [textPart('scenarios/small.yaml', CLIPPED), ...CLIP_PARTS];
  const packed = written('small.batsign', await packageMake(whole));
  const inputs = await packageInputs([packed]);
  expect(inputs.only).toMatchObject({ id: ABOUT.id, author: 'A. Teacher' });
  expect(inputs.parts).toEqual(whole);
  expect(inputs.clipBytes).toBe(2 + 6 + 15);

  const yaml = written('small.yaml', CLIPPED);
  await expect(packageInputs([yaml])).rejects.toThrow(`The clip ${CLIP} is played, and lies in no file`);
  const copy = written('copy.zip', await zipOf([textPart('batsign-my-data.json', '{}'), ...CLIP_PARTS]));
  const found = await packageInputs([yaml], [copy]);
  expect(found.only).toBeNull();
  expect(found.parts).toEqual(whole);
  const cut = written('cut.zip', await zipOf(CLIP_PARTS.slice(0, 1)));
  await expect(packageInputs([yaml], [cut])).rejects.toThrow('lies in no file');
  await expect(packageInputs([packed, yaml])).rejects.toThrow('given twice');
});

test('a folder without a built game is told', async () => {
  await expect(gameBuilt(folder)).rejects.toMatchObject({ fact: { code: 'gameUnbuilt' } });
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
