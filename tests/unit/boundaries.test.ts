import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { boundariesCheck } from '../../scripts/lib/boundaries.mjs';
import { ROOT } from '../../scripts/lib/root.mjs';

type Tree = Readonly<Record<string, string>>;

/** A small project that keeps every rule. */
const CLEAN: Tree = {
  'src/domain/geometry/point.ts': 'export interface Point { x: number }',
  'src/domain/scenario/scenario.ts': `import { z } from 'zod'; import { parse } from 'yaml';
    import type { Point } from '../geometry/point.ts'; export const s = [z, parse] as unknown as Point;`,
  'src/domain/digest/sha256.ts': `import { sha256 } from '@noble/hashes'; export const d = sha256;`,
  'src/ports/store.ts': `import type { Point } from '../domain/geometry/point.ts'; export type Store = Point;`,
  'src/machines/session.ts': `import { setup } from 'xstate'; import type { Store } from '../ports/store.ts';
    export const m = setup as unknown as Store;`,
  'src/adapters/store/store.ts': `import { openDB } from 'idb'; import type { Store } from '../../ports/store.ts';
    import { record } from './record.ts'; export const store = [openDB, record] as unknown as Store;`,
  'src/adapters/store/record.ts': 'export const record = 1;',
  'src/adapters/segmenter/shared/network.ts': `import type { Tensor } from '@tensorflow/tfjs-core';
    import spec from '../../../../models/network.json'; export type T = Tensor; export const n = spec;`,
  'src/adapters/camera/clip.ts': `import type { Point } from '../../domain/geometry/point.ts'; export type C = Point;`,
  'src/game/scene.ts': `import Phaser from 'phaser'; import { m } from '../machines/session.ts'; export const g = [Phaser, m];`,
  'src/app/main.tsx': `import { h } from 'preact'; import { g } from '../game/scene.ts';
    import { store } from '../adapters/store/store.ts'; export const app = [h, g, store];`,
  'src/cli/segment.ts': `import { readFileSync } from 'node:fs'; import { decode } from 'fast-png';
    import { n } from '../adapters/segmenter/shared/network.ts'; export const c = [readFileSync, decode, n];`,
  'src/cli/shared.ts': `export { s } from '../../scripts/lib/shared.mjs';`,
  'src/cli/bench/page.ts': `import { g } from '../../game/scene.ts';
    import { n } from '../../adapters/segmenter/shared/network.ts'; export const b = [g, n];`,
  'scripts/lib/shared.mjs': 'export const s = 1;',
  'models/network.json': '{}',
};

const PACKAGES = [
  'zod',
  'yaml',
  '@noble/hashes',
  'xstate',
  'idb',
  'phaser',
  'preact',
  'fast-png',
  'howler',
  '@tensorflow/tfjs-core',
];

const planted: string[] = [];

function treePlant(files: Tree): string {
  const root = mkdtempSync(join(tmpdir(), 'batsign-boundaries-'));
  planted.push(root);
  const packages = PACKAGES.flatMap((name): [string, string][] => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
    [`node_modules/${name}/index.js`, 'export default 1;'],
  ]);
  const manifest = JSON.stringify({
    name: 'planted',
    type: 'module',
    dependencies: Object.fromEntries(PACKAGES.map((name) => [name, '1'])),
  });
  for (const [path, text] of [['package.json', manifest], ...packages, ...Object.entries(files)] as const) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return root;
}

afterEach(() => {
  for (const root of planted.splice(0)) rmSync(root, { recursive: true, force: true });
});

const rulesBroken = (violations: readonly string[]): string[] => [
  ...new Set(violations.map((line) => line.split(':')[0] ?? '')),
];

describe('the import rules', () => {
  test('a clean tree passes, and every module of it is read', async () => {
    const report = await boundariesCheck(treePlant(CLEAN));
    expect(report.violations).toEqual([]);
    expect(report.cruised).toBe(report.present);
    expect(report.present).toBe(Object.keys(CLEAN).filter((path) => /^src\/.*\.tsx?$/.test(path)).length);
  });

  const violations: readonly [what: string, path: string, text: string, rule: string][] = [
    [
      'domain type-imports an adapter',
      'src/domain/a.ts',
      `import type { store } from '../adapters/store/store.ts'; export type A = typeof store;`,
      'domain',
    ],
    ['domain imports zod', 'src/domain/a.ts', `import { z } from 'zod'; export const a = z;`, 'domain'],
    [
      'domain reads data',
      'src/domain/a.ts',
      `import n from '../../models/network.json'; export const a = n;`,
      'domain',
    ],
    [
      'domain/scenario imports xstate',
      'src/domain/scenario/a.ts',
      `export { setup } from 'xstate';`,
      'domain-scenario',
    ],
    [
      'domain/scenario imports a port',
      'src/domain/scenario/a.ts',
      `export type { Store } from '../../ports/store.ts';`,
      'domain-scenario',
    ],
    ['domain/digest imports zod', 'src/domain/digest/a.ts', `export { z } from 'zod';`, 'domain-digest'],
    ['ports import machines', 'src/ports/a.ts', `export { m } from '../machines/session.ts';`, 'ports'],
    [
      'machines import phaser',
      'src/machines/a.ts',
      `import type Phaser from 'phaser'; export type P = Phaser;`,
      'machines',
    ],
    [
      'machines import an adapter',
      'src/machines/a.ts',
      `export { record } from '../adapters/store/record.ts';`,
      'machines',
    ],
    [
      'an adapter imports another',
      'src/adapters/audio/a.ts',
      `export type { C } from '../dicom/clip.ts';`,
      'adapter-audio',
    ],
    [
      "an adapter imports another's library",
      'src/adapters/audio/a.ts',
      `export { openDB } from 'idb';`,
      'adapter-audio',
    ],
    [
      'an adapter without a library imports one',
      'src/adapters/camera/a.ts',
      `export { Howl } from 'howler';`,
      'adapter-without-vendor',
    ],
    [
      'an adapter without a library imports another adapter',
      'src/adapters/camera/a.ts',
      `export { record } from '../store/record.ts';`,
      'adapter-without-vendor',
    ],
    [
      'an adapter imports the game',
      'src/adapters/store/a.ts',
      `export { g } from '../../game/scene.ts';`,
      'adapter-store',
    ],
    [
      'the game imports an adapter',
      'src/game/a.ts',
      `export { record } from '../adapters/store/record.ts';`,
      'game',
    ],
    [
      'the game loads an adapter later',
      'src/game/a.ts',
      `export const a = () => import('../adapters/store/record.ts');`,
      'game',
    ],
    ['the game imports preact', 'src/game/a.ts', `export { h } from 'preact';`, 'game'],
    ['the studio imports the game', 'src/studio/a.ts', `export { g } from '../game/scene.ts';`, 'studio'],
    [
      'cli imports an adapter',
      'src/cli/a.ts',
      `export { record } from '../adapters/store/record.ts';`,
      'cli',
    ],
    ['app imports cli', 'src/app/a.ts', `export { c } from '../cli/segment.ts';`, 'nobody-imports-cli'],
    ['app imports tests', 'src/app/a.ts', `export { t } from '../../tests/t.ts';`, 'nobody-imports-tests'],
    ['cli imports tests', 'src/cli/a.ts', `export { t } from '../../tests/t.ts';`, 'nobody-imports-tests'],
    [
      'app imports scripts',
      'src/app/a.ts',
      `export { s } from '../../scripts/lib/s.mjs';`,
      'scripts-in-cli-only',
    ],
    ['cli imports scripts above lib', 'src/cli/a.ts', `export { s } from '../../scripts/s.mjs';`, 'cli'],
    [
      "cli/bench imports another adapter's code",
      'src/cli/bench/a.ts',
      `export { record } from '../../adapters/store/record.ts';`,
      'cli-bench',
    ],
    ['cli/bench imports app', 'src/cli/bench/a.ts', `export { app } from '../../app/main.tsx';`, 'cli-bench'],
    ['app imports Node', 'src/app/a.ts', `export { readFileSync } from 'node:fs';`, 'node-in-cli-only'],
    ['an import leads nowhere', 'src/app/a.ts', `export { x } from './absent.ts';`, 'no-unresolved'],
  ];

  test.each(violations)('%s', async (_what, path, text, rule) => {
    const report = await boundariesCheck(
      treePlant({
        ...CLEAN,
        'tests/t.ts': 'export const t = 1;',
        'scripts/s.mjs': 'export const s = 1;',
        'scripts/lib/s.mjs': 'export const s = 1;',
        [path]: text,
      }),
    );
    expect(rulesBroken(report.violations)).toContain(rule);
    expect(report.violations.every((line) => line.includes(path))).toBe(true);
  });

  test('two modules import each other, be it for types only', async () => {
    const report = await boundariesCheck(
      treePlant({
        ...CLEAN,
        'src/domain/a.ts': `import type { B } from './b.ts'; export type A = B | null;`,
        'src/domain/b.ts': `import type { A } from './a.ts'; export type B = A | null;`,
      }),
    );
    expect(rulesBroken(report.violations)).toEqual(['no-circular']);
  });

  test.each([
    [
      'game',
      'game',
      `export const w = () => new Worker(new URL('../adapters/store/record.ts', import.meta.url));`,
    ],
    [
      'adapters/camera',
      'adapter-without-vendor',
      `export const u = new URL("../store/record.ts", import.meta.url);`,
    ],
    ['app', 'nobody-imports-cli', `export const all = import.meta.glob('../cli/*.ts');`],
  ])('%s reaches another room by URL or glob', async (room, rule, text) => {
    const report = await boundariesCheck(treePlant({ ...CLEAN, [`src/${room}/a.ts`]: text }));
    expect(rulesBroken(report.violations)).toEqual([rule]);
  });

  test("an adapter may name its own worker and the model's files by URL", async () => {
    const report = await boundariesCheck(
      treePlant({
        ...CLEAN,
        'src/adapters/camera/a.ts': `export const w = new URL('./worker.ts', import.meta.url);`,
        'src/adapters/segmenter/a.ts': `export const m = new URL('../../../models/net.bin', import.meta.url);`,
      }),
    );
    expect(report.violations).toEqual([]);
  });

  test('a module that the cruise leaves out shows in the counts', async () => {
    const report = await boundariesCheck(
      treePlant({ ...CLEAN, 'src/domain/node_modules/hidden.ts': 'export const h = 1;' }),
    );
    expect(report.present).toBe(report.cruised + 1);
  });
});

test('every module of this repository is read', async () => {
  const report = await boundariesCheck(ROOT);
  expect(report.cruised).toBe(report.present);
  expect(report.present).toBeGreaterThan(10);
});
