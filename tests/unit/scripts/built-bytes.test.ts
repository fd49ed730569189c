import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { builtBytes } from '../../../scripts/lib/built-bytes.mjs';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A built game of files, each as long as is said; what it imports stands at its begin. */
function built(files: Readonly<Record<string, readonly [bytes: number, begin?: string]>>): string {
  folder = mkdtempSync(join(tmpdir(), 'batsign-built-'));
  for (const [name, [bytes, begin = '']] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), begin.padEnd(bytes));
  }
  return folder;
}

const PARTS = {
  'assets/phantom.worker-aaaaaaaa.js': [7],
  'assets/patient.worker-aaaaaaaa.js': [7],
  'assets/records.worker-aaaaaaaa.js': [7],
  'assets/segmenter.worker-aaaaaaaa.js': [7],
  'assets/scanner-phaser-aaaaaaaa.js': [7],
} as const;

test('a page takes document, style, scripts with all that they import, each once, and its words', () => {
  const game = built({
    ...PARTS,
    'index.html': [
      100,
      '<script src="./assets/index-aaaaaaaa.js"></script><link href="./assets/index-a.css"><link href="./assets/f.woff2">',
    ],
    'assets/index-a.css': [1000],
    'assets/f.woff2': [5],
    'assets/index-aaaaaaaa.js': [
      2000,
      'import{a}from"./shared-aaaaaaaa.js";()=>import("./play-page-aaaaaaaa.js")',
    ],
    'assets/shared-aaaaaaaa.js': [4000],
    'assets/play-page-aaaaaaaa.js': [
      8000,
      'import"./shared-aaaaaaaa.js";export{b}from"./panel-aaaaaaaa.js";',
    ],
    'assets/panel-aaaaaaaa.js': [16_000],
    'assets/words-en-play-aaaaaaaa.js': [32_000],
    'assets/words-es-play-aaaaaaaa.js': [64_000],
    'assets/words-es-start-aaaaaaaa.js': [128_000],
  });
  const start = 114 + 1000 + 2000 + 4000;
  expect(
    builtBytes(game, [
      { file: '/src/pages/play/play-page.tsx', bundles: ['play'] },
      { file: '/src/pages/play/views-patient.ts', bundles: ['play'] },
    ]),
  ).toEqual({
    'home-page en': start,
    'home-page es': start + 128_000,
    'play-page en': start + 24_000 + 32_000,
    'play-page es': start + 24_000 + 192_000,
    'phantom.worker': 7,
    'patient.worker': 7,
    'records.worker': 7,
    'segmenter.worker': 7,
    'scanner-phaser': 7,
  });
});

test('a file that is packed counts as it is packed', () => {
  const game = built({
    ...PARTS,
    'index.html': [50, '<script src="./assets/index-aaaaaaaa.js"></script>'],
    'assets/index-aaaaaaaa.js': [1000],
    'assets/index-aaaaaaaa.js.gz': [300],
    'assets/words-en-play-aaaaaaaa.js': [9],
    'assets/scanner-phaser-aaaaaaaa.js.gz': [3],
  });
  expect(builtBytes(game, [])).toMatchObject({ 'home-page en': 350, 'scanner-phaser': 3 });
});

test('a page that was built under another name is told', () => {
  const game = built({ ...PARTS, 'index.html': [1], 'assets/words-en-play-aaaaaaaa.js': [9] });
  expect(() => builtBytes(game, [{ file: '/src/pages/play/play-page.tsx', bundles: [] }])).toThrow(
    'One file of assets/ should be called play-page-HASH.js.',
  );
});
