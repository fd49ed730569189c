import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FINDINGS } from '../../../../src/domain/findings/finding.ts';
import { commandRun } from '../../../support/command-run.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const MODELS = join(ROOT, 'models');
let folder: string;

const manifestOf = (models: string) =>
  JSON.parse(readFileSync(join(models, 'batsign-unet.json'), 'utf8')) as Record<string, unknown>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'batsign-calibrate-'));
  cpSync(MODELS, folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

test('measures exams and writes their curves beside the weights, and nothing else', async () => {
  const args = ['--exams', '3', '--seed', '9', '--models', folder];
  const { out } = await commandRun('src/lab/calibrate.ts', args);
  expect(out).toContain('wrote the calibration of 3 exams');
  const { calibration, ...rest } = manifestOf(folder);
  const { calibration: _, ...before } = manifestOf(MODELS);
  expect(rest).toEqual(before);
  expect(calibration).toMatchObject({ exams: 3, seed: 9 });
  const { curves } = calibration as { curves: Record<string, readonly (readonly [number, number])[]> };
  expect(Object.keys(curves).length).toBeGreaterThan(2);
  for (const [name, points] of Object.entries(curves)) {
    expect(FINDINGS).toContain(name);
    expect(points.length).toBeGreaterThan(0);
  }
  expect(readFileSync(join(folder, 'batsign-unet.bin'))).toEqual(
    readFileSync(join(MODELS, 'batsign-unet.bin')),
  );
}, 120_000);
