/**
 * Measures what the outputs of the network's layers range over and writes it beside its weights, so that it can also
 * compute in eight bits: `npm run ranges [-- --exams N] [--models DIR]`.
 *
 * Reads images of the `dev` set, which neither training nor the judging sets use: the least and the greatest value of
 * each layer over all of them.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { max, min } from '@tensorflow/tfjs-core';
import { segmentFrame } from '../adapters/segmenter/shared/segment.ts';
import { MODELS_FOLDER, nodeBackendStart, nodeModelRead } from '../cli/node-network.ts';
import { commandStart, integerRead } from '../cli/shared/command.ts';
import { networkBuild } from '../network/network-build.ts';
import { TEST_SETS, testExamFrames } from './evaluate/test-set.ts';

const SET = TEST_SETS.dev;
/** Digits behind the point that are written. */
const DIGITS = 3;
/** Grey levels and places, as `networkInput` gives them. */
const INPUT_RANGE = [0, 1];

async function ranges(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      exams: { type: 'string', default: '100' },
      models: { type: 'string', default: MODELS_FOLDER },
    },
  });
  const exams = integerRead(values.exams, 'exams', 1, SET.exams);
  const models = resolve(values.models);
  const model = await nodeModelRead(models);
  const { specification } = model;
  await nodeBackendStart();
  const found = new Map<string, [least: number, greatest: number]>();
  const network = networkBuild(specification, model.weights, null, undefined, (layer, output) => {
    const [least, greatest] = [min(output).dataSync()[0]!, max(output).dataSync()[0]!];
    const known = found.get(layer);
    found.set(
      layer,
      known === undefined ? [least, greatest] : [Math.min(known[0], least), Math.max(known[1], greatest)],
    );
    return output;
  });
  for (let place = 0; place < exams; place++) {
    for (const { drawn } of testExamFrames(SET, place)) await segmentFrame(network, drawn, false);
  }
  // What only picks or repeats values has the range of what it reads.
  const computed = specification.layers.filter(({ op }) => op === 'conv' || op === 'sum');
  const [stem] = specification.layers;
  const written = Object.fromEntries([
    [stem!.name, INPUT_RANGE],
    ...computed.map(
      ({ name }) => [name, found.get(name)!.map((value) => Number(value.toFixed(DIGITS)))] as const,
    ),
  ]);
  const path = join(models, 'batsign-unet.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  writeFileSync(`${path}.partial`, `${JSON.stringify({ ...manifest, ranges: written }, null, 2)}\n`);
  renameSync(`${path}.partial`, path);
  console.log(
    `wrote the ranges of ${computed.length} layers over ${exams * SET.framesPerExam} images to ${path}`,
  );
}

await commandStart(() => ranges(process.argv.slice(2)));
