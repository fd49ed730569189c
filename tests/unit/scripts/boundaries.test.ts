import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { boundariesCheck } from '../../../scripts/lib/boundaries.mjs';
import { ROOT } from '../../../scripts/lib/root.mjs';

type Tree = Readonly<Record<string, string>>;

/** A small project that keeps every rule. */
const CLEAN: Tree = {
  'src/domain/geometry/point.ts': 'export interface Point { x: number }',
  'src/domain/scenario/scenario.ts': `import { z } from 'zod'; import { parse } from 'yaml';
    import type { Point } from '../geometry/point.ts'; export const s = [z, parse] as unknown as Point;`,
  'src/domain/learning/review.ts': `import { fsrs } from 'ts-fsrs'; import { z } from 'zod'; export const f = [fsrs, z];`,
  'src/domain/digest/sha256.ts': `import { sha256 } from '@noble/hashes'; export const d = sha256;`,
  'src/simulator/acoustics/echo.ts': `import type { Point } from '../../domain/geometry/point.ts'; export type E = Point;`,
  'src/simulator/truth/truth.ts': `import type { E } from '../acoustics/echo.ts'; export type T = E;`,
  'src/simulator/exam/exam.ts': `import type { T } from '../truth/truth.ts'; export type X = T;`,
  'src/simulator/patient/patient.ts': `import type { E } from '../acoustics/echo.ts'; export const p = 1 as unknown as E;`,
  'src/sector/fan.ts': `import type { Point } from '../domain/geometry/point.ts'; export type F = Point;`,
  'src/formats/dicom/read.ts': `import { parseDicom } from 'dicom-parser'; import { t } from '../files/text.ts';
    export const r = [parseDicom, t];`,
  'src/formats/files/text.ts': 'export const t = 1;',
  'src/network/network.ts': `import type { Tensor } from '@tensorflow/tfjs-core';
    import spec from '../../models/network.json'; export type T = Tensor; export const n = spec;`,
  'src/ports/store.ts': `import type { Point } from '../domain/geometry/point.ts'; export type Store = Point;`,
  'src/adapters/store/store.ts': `import { openDB } from 'idb'; import type { Store } from '../../ports/store.ts';
    import { record } from './record.ts'; export const store = [openDB, record] as unknown as Store;`,
  'src/adapters/store/record.ts': 'export const record = 1;',
  'src/adapters/segmenter/shared/segment.ts': `import { n } from '../../../network/network.ts'; export const g = n;`,
  'src/adapters/camera/camera.ts': `import type { F } from '../../sector/fan.ts'; export const c = 1 as unknown as F;`,
  'src/words/en/index.ts': `export const en = { play: 'Play' };`,
  'src/ui/words/say.ts': `import i18next from 'i18next'; import { en } from '../../words/en/index.ts';
    export const say = [i18next, en];`,
  'src/ui/sentences/mark-sentence.ts': `import type { Point } from '../../domain/geometry/point.ts';
    import { say } from '../words/say.ts'; export const m = say as unknown as Point;`,
  'src/ui/button.tsx': `import { h } from 'preact'; export const b = h;`,
  'src/scanner/scene.ts': `import Phaser from 'phaser'; import { b } from '../ui/button.tsx'; export const g = [Phaser, b];`,
  'src/parts/marking/machine/marking.ts': `import { setup } from 'xstate'; import type { Store } from '../../../ports/store.ts';
    export const m = setup as unknown as Store;`,
  'src/parts/session/machine/session.ts': `import { m } from '../../marking/machine/marking.ts'; export const s = m;`,
  'src/parts/capture/setup.tsx': `import { c } from '../../adapters/camera/camera.ts';
    import { g } from '../../scanner/scene.ts'; export const k = [c, g];`,
  'src/parts/services.ts': `import type { k } from './capture/setup.tsx'; export type Services = typeof k;`,
  'src/pages/live/live-page.tsx': `import { h } from 'preact'; import { k } from '../../parts/capture/setup.tsx';
    import type { Services } from '../../parts/services.ts'; export const l = [h, k] as unknown as Services;`,
  'src/pages/scan/machine/scan.ts': `import { s } from '../../../parts/session/machine/session.ts'; export const a = s;`,
  'src/shell/main.tsx': `import { h } from 'preact'; import { l } from '../pages/live/live-page.tsx';
    import { store } from '../adapters/store/store.ts'; export const app = [h, l, store];`,
  'src/cli/segment.ts': `import { readFileSync } from 'node:fs'; import { decode } from 'fast-png';
    import { g } from '../adapters/segmenter/shared/segment.ts'; export const c = [readFileSync, decode, g];`,
  'src/parts/simulated/play.ts': `import { createActor } from 'xstate';
    import { s } from '../session/machine/session.ts'; export const p = [createActor, s];`,
  'src/cli/scenario-play/report.ts': `import { p } from '../../parts/simulated/play.ts'; export const r = p;`,
  'src/cli/shared.ts': `export { s } from '../../scripts/lib/shared.mjs';`,
  'src/lab/evaluate.ts': `import { c } from '../cli/segment.ts'; export const e = c;`,
  'src/lab/bench/page.ts': `import { g } from '../../scanner/scene.ts';
    import { v } from '../../parts/player/viewer.ts'; export const b = [g, v];`,
  'src/parts/player/viewer.ts': 'export const v = 1;',
  'scripts/lib/shared.mjs': 'export const s = 1;',
  'models/network.json': '{}',
};

const PACKAGES = [
  'zod',
  'yaml',
  '@noble/hashes',
  'ts-fsrs',
  'xstate',
  'idb',
  'phaser',
  'preact',
  'i18next',
  'fast-png',
  'howler',
  'dicom-parser',
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
    [
      'domain imports the simulator',
      'src/domain/a.ts',
      `export type { E } from '../simulator/acoustics/echo.ts';`,
      'domain',
    ],
    ['domain imports xstate', 'src/domain/a.ts', `export { setup } from 'xstate';`, 'domain'],
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
    ['domain imports ts-fsrs', 'src/domain/a.ts', `export { fsrs } from 'ts-fsrs';`, 'domain'],
    [
      'domain/learning imports yaml',
      'src/domain/learning/a.ts',
      `export { parse } from 'yaml';`,
      'domain-learning',
    ],
    ['domain/digest imports zod', 'src/domain/digest/a.ts', `export { z } from 'zod';`, 'domain-digest'],
    [
      'the acoustics know a patient',
      'src/simulator/acoustics/a.ts',
      `export { p } from '../patient/patient.ts';`,
      'simulator-acoustics',
    ],
    [
      'the acoustics type-import an exam',
      'src/simulator/acoustics/a.ts',
      `export type { X } from '../exam/exam.ts';`,
      'simulator-acoustics',
    ],
    [
      'the labels know a patient',
      'src/simulator/truth/a.ts',
      `export { p } from '../patient/patient.ts';`,
      'simulator-truth',
    ],
    [
      'a patient knows an exam',
      'src/simulator/patient/a.ts',
      `export type { X } from '../exam/exam.ts';`,
      'simulator-patient',
    ],
    [
      'an exam knows a patient',
      'src/simulator/exam/a.ts',
      `export { p } from '../patient/patient.ts';`,
      'simulator-exam',
    ],
    [
      'the simulator imports the network',
      'src/simulator/patient/a.ts',
      `export { n } from '../../network/network.ts';`,
      'simulator',
    ],
    [
      'the sector finder imports a format',
      'src/sector/a.ts',
      `export { t } from '../formats/files/text.ts';`,
      'sector',
    ],
    [
      'a format imports a port',
      'src/formats/dicom/a.ts',
      `export type { Store } from '../../ports/store.ts';`,
      'format-dicom',
    ],
    [
      "a format imports another's library",
      'src/formats/zip/a.ts',
      `export { parseDicom } from 'dicom-parser';`,
      'format-zip',
    ],
    [
      'a format without a library imports one',
      'src/formats/files/a.ts',
      `export { parseDicom } from 'dicom-parser';`,
      'format-without-vendor',
    ],
    [
      'the network imports the simulator',
      'src/network/a.ts',
      `export { p } from '../simulator/patient/patient.ts';`,
      'network',
    ],
    [
      'ports import machines',
      'src/ports/a.ts',
      `export { m } from '../parts/marking/machine/marking.ts';`,
      'ports',
    ],
    [
      'an adapter imports another',
      'src/adapters/audio/a.ts',
      `export type { c } from '../camera/camera.ts';`,
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
      'an adapter imports the scanner',
      'src/adapters/store/a.ts',
      `export { g } from '../../scanner/scene.ts';`,
      'adapter-store',
    ],
    [
      'words import what says them',
      'src/words/en/a.ts',
      `export { say } from '../../ui/words/say.ts';`,
      'words',
    ],
    [
      'the language knows the domain',
      'src/ui/words/a.ts',
      `export type { Point } from '../../domain/geometry/point.ts';`,
      'ui-words',
    ],
    [
      'a sentence imports a button',
      'src/ui/sentences/a.ts',
      `export { b } from '../button.tsx';`,
      'ui-sentences',
    ],
    [
      'a page reads words past say',
      'src/pages/play/a.ts',
      `export { en } from '../../words/en/index.ts';`,
      'page-play',
    ],
    ['ui imports a part', 'src/ui/a.ts', `export { v } from '../parts/player/viewer.ts';`, 'ui'],
    ['ui imports phaser', 'src/ui/a.ts', `import type Phaser from 'phaser'; export type P = Phaser;`, 'ui'],
    [
      'the scanner imports an adapter',
      'src/scanner/a.ts',
      `export { record } from '../adapters/store/record.ts';`,
      'scanner',
    ],
    [
      'the scanner loads an adapter later',
      'src/scanner/a.ts',
      `export const a = () => import('../adapters/store/record.ts');`,
      'scanner',
    ],
    ['the scanner imports preact', 'src/scanner/a.ts', `export { h } from 'preact';`, 'scanner'],
    [
      'a part imports one that is not named',
      'src/parts/marking/a.ts',
      `export { v } from '../player/viewer.ts';`,
      'part-marking',
    ],
    [
      'a part imports an adapter that is not named',
      'src/parts/capture/a.ts',
      `export { record } from '../../adapters/store/record.ts';`,
      'part-capture',
    ],
    [
      'a part imports a page',
      'src/parts/capture/a.ts',
      `export { l } from '../../pages/live/live-page.tsx';`,
      'part-capture',
    ],
    [
      'a part that nobody named has files',
      'src/parts/attic/a.ts',
      `export { t } from '../../formats/files/text.ts';`,
      'part-unnamed',
    ],
    [
      'a machine of a part imports phaser',
      'src/parts/session/machine/a.ts',
      `import type Phaser from 'phaser'; export type P = Phaser;`,
      'machine-session',
    ],
    [
      'a machine of a part imports a view',
      'src/parts/player/machine/a.ts',
      `export { v } from '../viewer.ts';`,
      'machine-player',
    ],
    [
      'the services import a page',
      'src/parts/services.ts',
      `export { l } from '../pages/live/live-page.tsx';`,
      'services',
    ],
    [
      'a page imports another',
      'src/pages/play/a.ts',
      `export { l } from '../live/live-page.tsx';`,
      'page-play',
    ],
    [
      'a page imports an adapter that is not named',
      'src/pages/play/a.ts',
      `export { record } from '../../adapters/store/record.ts';`,
      'page-play',
    ],
    [
      'a machine of a page imports a view',
      'src/pages/scan/machine/a.ts',
      `export { v } from '../../../parts/player/viewer.ts';`,
      'machine-of-page',
    ],
    [
      'a page that nobody named has files',
      'src/pages/attic/a.ts',
      `export { t } from '../../formats/files/text.ts';`,
      'page-unnamed',
    ],
    [
      'a page imports the shell',
      'src/pages/play/a.ts',
      `export { app } from '../../shell/main.tsx';`,
      'nobody-imports-shell',
    ],
    [
      'cli imports an adapter',
      'src/cli/a.ts',
      `export { record } from '../adapters/store/record.ts';`,
      'cli',
    ],
    [
      'cli imports a machine',
      'src/cli/a.ts',
      `export { s } from '../parts/session/machine/session.ts';`,
      'cli',
    ],
    [
      'cli/scenario-play imports a part',
      'src/cli/scenario-play/a.ts',
      `export { k } from '../../parts/capture/setup.tsx';`,
      'cli-scenario-play',
    ],
    ['cli imports lab', 'src/cli/a.ts', `export { e } from '../lab/evaluate.ts';`, 'cli'],
    ['lab imports a part', 'src/lab/a.ts', `export { v } from '../parts/player/viewer.ts';`, 'lab'],
    [
      'the shell imports cli',
      'src/shell/a.ts',
      `export { c } from '../cli/segment.ts';`,
      'nobody-imports-commands',
    ],
    [
      'the shell imports tests',
      'src/shell/a.ts',
      `export { t } from '../../tests/t.ts';`,
      'nobody-imports-tests',
    ],
    ['cli imports tests', 'src/cli/a.ts', `export { t } from '../../tests/t.ts';`, 'nobody-imports-tests'],
    [
      'the shell imports scripts',
      'src/shell/a.ts',
      `export { s } from '../../scripts/lib/s.mjs';`,
      'scripts-in-commands-only',
    ],
    ['cli imports scripts above lib', 'src/cli/a.ts', `export { s } from '../../scripts/s.mjs';`, 'cli'],
    [
      "lab/bench imports another adapter's code",
      'src/lab/bench/a.ts',
      `export { record } from '../../adapters/store/record.ts';`,
      'lab-bench',
    ],
    [
      'lab/bench imports a page',
      'src/lab/bench/a.ts',
      `export { l } from '../../pages/live/live-page.tsx';`,
      'lab-bench',
    ],
    [
      'the shell imports Node',
      'src/shell/a.ts',
      `export { readFileSync } from 'node:fs';`,
      'node-in-commands-only',
    ],
    ['an import leads nowhere', 'src/shell/a.ts', `export { x } from './absent.ts';`, 'no-unresolved'],
  ];

  // All of them in one tree, each in a file of its own: reading a tree takes half a second.
  const faults = violations.map(([what, path, text, rule], at) => ({
    what,
    path: path.replace(/\/a\.ts$/, `/a${at}.ts`),
    text,
    rule,
  }));
  let lines: readonly string[] = [];
  beforeAll(async () => {
    const report = await boundariesCheck(
      treePlant({
        ...CLEAN,
        'tests/t.ts': 'export const t = 1;',
        'scripts/s.mjs': 'export const s = 1;',
        'scripts/lib/s.mjs': 'export const s = 1;',
        ...Object.fromEntries(faults.map(({ path, text }) => [path, text])),
      }),
    );
    lines = report.violations;
  });

  test.each(faults)('$what', ({ path, rule }) => {
    expect(rulesBroken(lines.filter((line) => line.includes(path)))).toContain(rule);
  });

  test('and nothing is said of files that keep them', () => {
    expect(lines.filter((line) => !faults.some(({ path }) => line.includes(path)))).toEqual([]);
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
      'scanner',
      'scanner',
      `export const w = () => new Worker(new URL('../adapters/store/record.ts', import.meta.url));`,
    ],
    [
      'adapters/camera',
      'adapter-without-vendor',
      `export const u = new URL("../store/record.ts", import.meta.url);`,
    ],
    ['shell', 'nobody-imports-commands', `export const all = import.meta.glob('../cli/*.ts');`],
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
  expect(report.unused).toEqual([]);
});

test('a rule for a room that does not exist is said', async () => {
  const { unused } = await boundariesCheck(treePlant({ 'src/domain/a.ts': 'export const a = 1;' }));
  expect(unused).toContain('sector');
  expect(unused).not.toContain('domain');
});
