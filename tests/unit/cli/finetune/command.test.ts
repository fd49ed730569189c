import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeModelRead } from '../../../../src/cli/node-network.ts';
import { greyPicturePng, maskPng } from '../../../../src/cli/shared/picture.ts';
import { modelRandom } from '../../../../src/network/model-random.ts';
import { phantomFrame, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';
import { commandRun } from '../../../support/command-run.ts';
import { TINY, TINY_JSON } from '../../network/tuning/tiny-network.ts';

const finetuneRun = (...args: readonly string[]) => commandRun('src/cli/finetune.ts', args);

let folder: string;
const at = (name: string): string => join(folder, name);

function framesPut(name: string, seeds: readonly number[]): void {
  mkdirSync(at(name));
  for (const seed of seeds) {
    const phantom = phantomOpen({ seed, device: 'clinic', split: 'train' });
    for (const index of [0, 40]) {
      const { frame, truth } = phantomFrame(phantom, index, 128);
      const path = join(at(name), `${seed}-${index}`);
      writeFileSync(`${path}.png`, greyPicturePng(128, 128, frame.grey));
      writeFileSync(`${path}-mask.png`, maskPng(truth.mask));
      writeFileSync(`${path}.json`, JSON.stringify({ seed, sector: frame.sector }));
    }
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'batsign-finetune-'));
  framesPut('own', [1, 2, 3]);
  framesPut('held', [900_001]);
  mkdirSync(at('start'));
  const { manifest, weights } = await modelRandom(TINY, 7);
  writeFileSync(join(at('start'), 'network.json'), JSON.stringify(TINY_JSON));
  writeFileSync(join(at('start'), 'batsign-unet.json'), JSON.stringify(manifest));
  writeFileSync(join(at('start'), 'batsign-unet.bin'), weights);
});

afterAll(() => rmSync(folder, { recursive: true }));

test('writes a model that can be read, with where it comes from, and scores held-out frames', async () => {
  const ended = await finetuneRun(
    ...['--frames', at('own'), '--held-out', at('held'), '--out', at('adapted'), '--models', at('start')],
    ...['--minutes', '5', '--json'],
  );
  expect(ended).toMatchObject({ code: 0 });
  const parent = await nodeModelRead(at('start'));
  const adapted = await nodeModelRead(at('adapted'));
  expect(adapted.specification).toEqual(parent.specification);
  for (const name of ['enc0.kernel', 'enc1.bias']) {
    expect(adapted.weights.get(name)).toEqual(parent.weights.get(name));
  }
  const facts = JSON.parse(ended.out) as Record<string, unknown> & {
    readonly steps: number;
    readonly cross_validation: { readonly before: number; readonly after: number };
  };
  expect(facts).toMatchObject({
    parent: parent.sha256,
    layers: 'decoder',
    frames: 6,
    exams: 3,
    seed: 1,
    held_out: { frames: 2 },
  });
  // Weights that know nothing have everything to gain.
  expect(facts.steps).toBeGreaterThan(0);
  expect(adapted.sha256).not.toBe(parent.sha256);
  expect(facts.cross_validation.after).toBeGreaterThan(facts.cross_validation.before);
  const manifest = JSON.parse(readFileSync(join(at('adapted'), 'batsign-unet.json'), 'utf8')) as object;
  expect(manifest).toMatchObject({ training: { parent: parent.sha256, steps: facts.steps } });
});

test('refuses in one sentence, before anything is written', async () => {
  writeFileSync(at('notes.txt'), '');
  const refusals: readonly (readonly [args: readonly string[], sentence: RegExp])[] = [
    [['--out', at('x')], /^Give --frames: /],
    [
      ['--frames', at('own'), '--out', at('start'), '--models', at('start')],
      /holds the network to start from/,
    ],
    [['--frames', at('start'), '--out', at('x'), '--models', at('start')], /holds no labelled frames/],
    [
      ['--frames', at('held'), '--out', at('x'), '--models', at('start')],
      /There are 2 labelled frames of 1 exams/,
    ],
  ];
  for (const [args, sentence] of refusals) {
    const ended = await finetuneRun(...args);
    expect(ended.code).toBe(2);
    expect(ended.out).toBe('');
    expect(ended.err.trim().split('\n').at(-1)).toMatch(sentence);
  }
});
