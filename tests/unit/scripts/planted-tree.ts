import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

type Tree = Readonly<Record<string, string>>;

/** A small project that keeps every rule. */
export const CLEAN: Tree = {
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

/** Writes a project into a folder of its own. */
export function treePlant(files: Tree): string {
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

/** Takes away all that was planted. */
export function treesRemove(): void {
  for (const root of planted.splice(0)) rmSync(root, { recursive: true, force: true });
}
