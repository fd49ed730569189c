/**
 * Measures what bounds the figures of `npm run evaluate`:
 * `npm run evaluate:bounds [-- --set v2] [--exams N] [--realisations K] [--json] [--models DIR] [--write-card]`.
 *
 * Readers who know the truth but answer in the network's cells, or judge contrast a decibel off, are measured as
 * the network is; the network is measured on images of the same patients with other speckle and on exams that it
 * learnt from; its errors are sorted by how visible and how large the findings are; and its error in grade is taken
 * apart. `--write-card` puts the tables into the model card.
 */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MODELS_FOLDER, nodeModelRead } from '../cli/node-network.ts';
import { choiceRead, commandStart, integerRead } from '../cli/shared/command.ts';
import { ordersRun } from '../cli/shared/worker-pool.ts';
import { boundsCardWrite } from './bounds/card.ts';
import { boundsFigures, boundsJson } from './bounds/figures.ts';
import type { ReaderName } from './bounds/reader-names.ts';
import type { Reading } from './bounds/reading.ts';
import type { Strata } from './bounds/strata.ts';
import { boundsTables } from './bounds/table.ts';
import { type BoundsAnswer, type BoundsOrder, type BoundsSetup, boundsWorkerServe } from './bounds/worker.ts';
import { TEST_SET_NAMES, TEST_SETS, type TestSet } from './evaluate/test-set.ts';

/** Exams read in several grains, and exams of each other set, of a whole run. */
const GRAIN_EXAMS = 60;
const OTHER_EXAMS = 150;

/** The first seed of the data sets that the network learnt from, by its manifest. */
function learntSeedRead(models: string): number | null {
  const manifest = JSON.parse(readFileSync(join(models, 'batsign-unet.json'), 'utf8')) as {
    readonly training?: { readonly dataset_seeds?: readonly number[] };
  };
  return manifest.training?.dataset_seeds?.[0] ?? null;
}

function ordersOf(set: TestSet, exams: number | null, learntSeed: number | null): readonly BoundsOrder[] {
  const part = (name: BoundsOrder['part'], most: number): readonly BoundsOrder[] =>
    Array.from({ length: Math.min(exams ?? most, most) }, (_, place) => ({ part: name, place }));
  return [
    ...part('grains', Math.min(GRAIN_EXAMS, set.exams)),
    ...part('readers', set.exams),
    ...(learntSeed === null ? [] : part('learnt', OTHER_EXAMS)),
    ...part('unseen', OTHER_EXAMS),
  ];
}

async function bounds(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      set: { type: 'string', default: 'v2' },
      exams: { type: 'string' },
      realisations: { type: 'string', default: '8' },
      json: { type: 'boolean', default: false },
      models: { type: 'string', default: MODELS_FOLDER },
      'write-card': { type: 'boolean', default: false },
    },
  });
  const set = TEST_SETS[choiceRead(values.set, 'set', TEST_SET_NAMES)];
  const exams = values.exams === undefined ? null : integerRead(values.exams, 'exams', 1, set.exams);
  const realisations = integerRead(values.realisations, 'realisations', 2, 64);
  const models = resolve(values.models);
  const { sha256 } = await nodeModelRead(models);
  const setup: BoundsSetup = { set: set.name, models, realisations, learntSeed: learntSeedRead(models) };
  const orders = ordersOf(set, exams, setup.learntSeed);
  const readings = new Map<ReaderName, Reading[]>();
  const strata: Strata[] = [];
  let done = 0;
  await ordersRun(
    fileURLToPath(import.meta.url),
    setup,
    orders,
    availableParallelism(),
    (answer: BoundsAnswer) => {
      for (const [name, reading] of answer.readings) {
        const known = readings.get(name);
        if (known === undefined) readings.set(name, [reading]);
        else known.push(reading);
      }
      strata.push(...answer.strata);
      done += 1;
      if (process.stderr.isTTY) {
        process.stderr.write(`\r${done} of ${orders.length} exams${done === orders.length ? '\n' : ''}`);
      }
    },
  );
  const figures = boundsFigures(
    { set: set.name, exams, realisations, weightsSha256: sha256 },
    readings,
    strata,
  );
  if (values.json) console.log(JSON.stringify(boundsJson(figures)));
  else console.log(boundsTables(figures));
  if (values['write-card']) boundsCardWrite(models, figures);
}

const args = process.argv.slice(2);
await commandStart(() =>
  args[0] === '--serve' ? boundsWorkerServe(JSON.parse(args[1]!) as BoundsSetup) : bounds(args),
);
