import { describe, expect, test } from 'vitest';
import {
  COURSE_GAME_FILE,
  courseGameHas,
  courseGameRead,
  courseGameText,
} from '../../../../src/domain/course-system/course-game.ts';
import { courseGameFiles, courseGameOf } from '../../../../src/domain/course-system/course-game-files.ts';
import { endpointOrigin } from '../../../../src/domain/course-system/endpoints.ts';
import { sha256Hex } from '../../../../src/domain/digest/sha256.ts';
import { CodedError } from '../../../../src/domain/errors/coded-error.ts';

const SHIPPED = new Set(['a-lines', 'find-the-bat-sign']);

test.each([
  ['index.html', true],
  ['assets/main-12345678.js', true],
  ['assets/words-es-studio-12345678.js', true],
  ['assets/model-12345678.bin', true],
  ['third-party-notices.txt', true],
  ['assets/a-lines-abcdefgh.js', false],
  ['assets/a-lines.es-abcdefgh.js', false],
  ['assets/find-the-bat-sign-ab_d-fgh.js', false],
  ['assets/main-12345678.js.map', false],
  ['assets/main-12345678.js.br', false],
  ['assets/main-12345678.js.gz', false],
  ['service-worker.js', false],
  ['batsign.webmanifest', false],
  ['icons/icon-192.png', false],
  [COURSE_GAME_FILE, false],
])('of the built game, %s goes into a package for course systems: %s', (path, isIn) => {
  expect(courseGameHas(path, SHIPPED)).toBe(isIn);
});

const bytesOf = (text: string) => new TextEncoder().encode(text);
const files = { 'index.html': '<html></html>', 'assets/main-12345678.js': 'go()' };
const game = {
  files: Object.entries(files).map(([path, text]) => ({
    path,
    bytes: text.length,
    sha256: sha256Hex(bytesOf(text)),
  })),
  packedBytes: 12,
};
const reader = (lying: Readonly<Record<string, string>>) => async (path: string) => {
  const text = lying[path];
  return text === undefined ? null : bytesOf(text);
};

async function refusal(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error instanceof CodedError ? error.fact : error;
  }
  return null;
}

describe('the list of the files', () => {
  test('is read as it was written, and nothing else is', () => {
    const text = courseGameText(game);
    expect(courseGameRead(text)).toEqual(game);
    expect(courseGameRead(text.replace('index.html', 'page.html'))).toBeNull();
    expect(courseGameRead(text.replace('assets/main', '../assets/main'))).toBeNull();
    expect(courseGameRead('<html>')).toBeNull();
  });

  test('is missing where the game is served from its sources, and that is told', async () => {
    expect(await refusal(() => courseGameOf(reader(files)))).toEqual({ code: 'gameUnbuilt' });
    const page = reader({ [COURSE_GAME_FILE]: '<!doctype html>' });
    expect(await refusal(() => courseGameOf(page))).toEqual({ code: 'gameUnbuilt' });
  });
});

test('the files come as they were built, or none does', async () => {
  const told: number[] = [];
  const got = await courseGameFiles(game, reader(files), (bytes) => told.push(bytes));
  expect(got.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)])).toEqual(
    Object.entries(files),
  );
  expect(told).toEqual([13, 4]);
  const path = 'assets/main-12345678.js';
  const changed = reader({ ...files, [path]: 'so()' });
  expect(await refusal(() => courseGameFiles(game, changed))).toEqual({ code: 'gameChanged', path });
  const gone = reader({ 'index.html': files['index.html'] });
  expect(await refusal(() => courseGameFiles(game, gone))).toEqual({ code: 'gameChanged', path });
});

test('an endpoint is the origin of a server', () => {
  expect(endpointOrigin('https://lrs.example.org/xapi/')).toBe('https://lrs.example.org');
  expect(endpointOrigin('http://127.0.0.1:8080')).toBe('http://127.0.0.1:8080');
  expect(endpointOrigin('lrs.example.org')).toBeNull();
  expect(endpointOrigin('javascript:alert(1)')).toBeNull();
});
