import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { boundariesCheck } from '../../../scripts/lib/boundaries.mjs';
import { ROOT } from '../../../scripts/lib/root.mjs';
import { FAULTS } from './boundaries-faults.ts';
import { CLEAN, treePlant, treesRemove } from './planted-tree.ts';

afterEach(treesRemove);

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

  let lines: readonly string[] = [];
  beforeAll(async () => {
    const report = await boundariesCheck(
      treePlant({
        ...CLEAN,
        'tests/t.ts': 'export const t = 1;',
        'scripts/s.mjs': 'export const s = 1;',
        'scripts/lib/s.mjs': 'export const s = 1;',
        ...Object.fromEntries(FAULTS.map(({ path, text }) => [path, text])),
      }),
    );
    lines = report.violations;
  });

  test.each(FAULTS)('$what', ({ path, rule }) => {
    expect(rulesBroken(lines.filter((line) => line.includes(path)))).toContain(rule);
  });

  test('and nothing is said of files that keep them', () => {
    expect(lines.filter((line) => !FAULTS.some(({ path }) => line.includes(path)))).toEqual([]);
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
