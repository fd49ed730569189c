/**
 * Measures what the network's confidence is worth and writes it beside its weights:
 * `npm run calibrate [-- --exams N] [--seed S] [--models DIR]`.
 *
 * Draws exams that neither training nor the frozen test sets use, counts for every class how often the network is
 * right at each confidence, and stores the curves as `calibration` in batsign-unet.json. The network's answers stay
 * as they are; only the confidence that goes with them changes.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { MODELS_FOLDER, nodeModelRead } from '../cli/node-network.ts';
import { commandStart, integerRead } from '../cli/shared/command.ts';
import { ordersRun } from '../cli/shared/worker-pool.ts';
import { FINDINGS, MARKABLE_FINDINGS } from '../domain/findings/finding.ts';
import { type ConfidenceCounts, confidenceCurve } from './calibrate/curve.ts';
import { type CalibrateSetup, calibrateWorkerServe } from './calibrate/worker.ts';

/** A seed that no data set of training/NOTES.md was drawn from. */
const SEED = 2024;

async function calibrate(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      exams: { type: 'string', default: '500' },
      seed: { type: 'string', default: String(SEED) },
      models: { type: 'string', default: MODELS_FOLDER },
    },
  });
  const exams = integerRead(values.exams, 'exams', 1, 100_000);
  const seed = integerRead(values.seed, 'seed', 0, 2 ** 32 - 1);
  const models = resolve(values.models);
  await nodeModelRead(models);
  const sums: ConfidenceCounts[] = FINDINGS.map(() => ({
    pixels: new Float64Array(256),
    right: new Float64Array(256),
  }));
  let done = 0;
  const take = (counts: readonly ConfidenceCounts[]): void => {
    for (const [value, { pixels, right }] of counts.entries()) {
      for (let byte = 0; byte < 256; byte++) {
        sums[value]!.pixels[byte]! += pixels[byte]!;
        sums[value]!.right[byte]! += right[byte]!;
      }
    }
    done += 1;
    if (process.stderr.isTTY) {
      process.stderr.write(`\r${done} of ${exams} exams${done === exams ? '\n' : ''}`);
    }
  };
  const setup: CalibrateSetup = { models, seed };
  const places = Array.from({ length: exams }, (_, place) => place);
  await ordersRun(fileURLToPath(import.meta.url), setup, places, availableParallelism(), take);

  const curves: Record<string, readonly (readonly [number, number])[]> = {};
  for (const finding of MARKABLE_FINDINGS) {
    const points = confidenceCurve(sums[FINDINGS.indexOf(finding)]!);
    if (points.length === 0) {
      console.log(`${finding}: the network never says it, so its confidence stays as it is`);
      continue;
    }
    curves[finding] = points;
    const [[lowest, worst], [highest, best]] = [points[0]!, points.at(-1)!];
    console.log(
      `${finding}: at a confidence of ${lowest.toFixed(2)} right ${Math.round(100 * worst)} %, at ${highest.toFixed(2)} ${Math.round(100 * best)} %`,
    );
  }
  const path = join(models, 'batsign-unet.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  const written = { ...manifest, calibration: { exams, seed, curves } };
  writeFileSync(`${path}.partial`, `${JSON.stringify(written, null, 2)}\n`);
  renameSync(`${path}.partial`, path);
  console.log(`wrote the calibration of ${exams} exams to ${path}`);
}

const args = process.argv.slice(2);
await commandStart(() =>
  args[0] === '--serve' ? calibrateWorkerServe(JSON.parse(args[1]!) as CalibrateSetup) : calibrate(args),
);
