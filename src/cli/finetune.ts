/**
 * Adapts the network to one's own machine: `npm run finetune -- --frames DIR --out MODEL [--held-out DIR]
 * [--layers decoder|last] [--minutes N] [--seed S] [--models DIR] [--json]`.
 *
 * DIR holds labelled frames as `npm run phantom -- --out DIR` writes them: NAME.png, NAME-mask.png (values are class
 * indices) and NAME.json with the sector. MODEL gets the three files of a model, for `npm run segment -- --model` and
 * `npm run evaluate -- --models`. The frames of --held-out are scored before and after, and not learnt from.
 */
import { copyFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { framesLabel } from '../adapters/segmenter/shared/frames-label.ts';
import { rehearsalDraw } from '../adapters/segmenter/shared/rehearsal.ts';
import { REHEARSED } from '../adapters/segmenter/shared/rehearsed.ts';
import type { DiceScores } from '../domain/adaptation/dice-scores.ts';
import { modelWrite } from '../network/model-write.ts';
import { exampleOf } from '../network/tuning/example.ts';
import { networkTune, type TuningResult } from '../network/tuning/network-tune.ts';
import { TUNING_BATCH, TUNING_RATE } from '../network/tuning/tuning-schedule.ts';
import { TUNING_SCOPES, type TuningScope } from '../network/tuning/tuning-scope.ts';
import { framesRead, type LabelledFrame } from './finetune/frames-read.ts';
import { progressLine } from './finetune/progress-line.ts';
import { scoresTable } from './finetune/scores-table.ts';
import { MODELS_FOLDER, modelFilesOpen, nodeBackendStart, nodeModelRead } from './node-network.ts';
import { CommandError, choiceRead, commandStart, integerRead, requiredRead } from './shared/command.ts';
import { folderMake } from './shared/folder.ts';

interface Order {
  readonly frames: string;
  readonly heldOut: string | null;
  readonly out: string;
  readonly models: string;
  readonly scope: TuningScope;
  readonly minutes: number;
  readonly seed: number;
  readonly isJson: boolean;
}

function orderRead(args: readonly string[]): Order {
  const { values } = parseArgs({
    args: [...args],
    options: {
      frames: { type: 'string' },
      'held-out': { type: 'string' },
      out: { type: 'string' },
      models: { type: 'string', default: MODELS_FOLDER },
      layers: { type: 'string', default: 'decoder' },
      minutes: { type: 'string', default: '5' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  });
  const held = values['held-out'];
  const order: Order = {
    frames: resolve(requiredRead(values.frames, 'frames', 'the folder with labelled frames')),
    heldOut: held === undefined ? null : resolve(held),
    out: resolve(requiredRead(values.out, 'out', 'the folder for the adapted network')),
    models: resolve(values.models),
    scope: choiceRead(values.layers, 'layers', TUNING_SCOPES),
    minutes: integerRead(values.minutes, 'minutes', 1, 600),
    seed: integerRead(values.seed, 'seed', 0, 2 ** 32 - 1),
    isJson: values.json,
  };
  if (order.out === order.models || order.out === resolve(MODELS_FOLDER)) {
    throw new CommandError(
      'out-taken',
      `${order.out} holds the network to start from: give --out another folder.`,
    );
  }
  return order;
}

function examsOf(frames: readonly LabelledFrame[]): number {
  return new Set(frames.map(({ exam }) => exam)).size;
}

/** The outcome of cross-validation, for a reader. */
function gainSay({ steps, before, after, schedule }: TuningResult): string {
  const dice = `mean Dice ${before.toFixed(3)}`;
  return steps === 0
    ? `Nothing was gained on exams that were not learnt from (${dice}, up to ${schedule.steps} steps): the network stays as it was.`
    : `On exams that were not learnt from (cross-validation): ${dice} before, ${after.toFixed(3)} after ${steps} steps.`;
}

async function finetune(order: Order): Promise<void> {
  const began = performance.now();
  const say = (text: string): void => console.error(text);
  const { specification, weights, sha256 } = await nodeModelRead(order.models);
  const frames = framesRead(order.frames);
  const heldOut = order.heldOut === null ? [] : framesRead(order.heldOut);
  say(`${frames.length} labelled frames of ${examsOf(frames)} exams; ${heldOut.length} held out`);
  await nodeBackendStart();

  const score = async (given: typeof weights, when: string): Promise<DiceScores | null> => {
    if (heldOut.length === 0) return null;
    const line = progressLine(say);
    const { scores } = await framesLabel(specification, given, heldOut, (share) => {
      line(`scoring ${when}`, share, null);
    });
    return scores;
  };
  const before = await score(weights, 'before');
  const spentMs = performance.now() - began;
  const line = progressLine(say);
  const tuned = await networkTune(specification, weights, {
    frames: frames.map(({ frame, mask, exam }) => ({
      example: exampleOf(specification.input, specification.classes.length, frame, mask),
      group: exam,
    })),
    rehearse: () => rehearsalDraw(specification, REHEARSED),
    scope: order.scope,
    seed: order.seed,
    // The scoring after takes as long as the one before.
    budgetMs: order.minutes * 60_000 - 2 * spentMs,
    now: () => performance.now(),
    tell: (share, leftMs) => line('tuning', share, leftMs),
  });
  const after = tuned.steps === 0 ? before : await score(tuned.weights, 'after');
  const minutes = Number(((performance.now() - began) / 60_000).toFixed(2));

  const { manifest: parent } = await modelFilesOpen(order.models);
  const { input, training } = parent as { readonly input: unknown; readonly training?: unknown };
  const facts = {
    parent: sha256,
    layers: order.scope,
    frames: frames.length,
    exams: examsOf(frames),
    seed: order.seed,
    steps: tuned.steps,
    batch: TUNING_BATCH,
    rate: TUNING_RATE,
    minutes,
    cross_validation: { before: tuned.before, after: tuned.after },
    held_out: heldOut.length === 0 ? null : { frames: heldOut.length, before, after },
  };
  const files = await modelWrite(specification, input, tuned.weights, {
    ...facts,
    parent_training: training ?? null,
  });
  folderMake(order.out);
  copyFileSync(join(order.models, 'network.json'), join(order.out, 'network.json'));
  writeFileSync(join(order.out, 'batsign-unet.bin'), files.weights);
  writeFileSync(join(order.out, 'batsign-unet.json'), `${JSON.stringify(files.manifest, null, 2)}\n`);

  if (order.isJson) console.log(JSON.stringify(facts));
  else {
    console.log(gainSay(tuned));
    if (before !== null && after !== null) {
      console.log(
        `\n${heldOut.length} frames held out, of ${examsOf(heldOut)} exams:\n\n${scoresTable(before, after)}\n`,
      );
    }
    console.log(`wrote ${order.out} in ${minutes.toFixed(1)} minutes`);
  }
}

await commandStart(() => finetune(orderRead(process.argv.slice(2))));
