/**
 * Renders a data set for the trainer: `npm run dataset -- --frames N --seed S --out DIR [--split train|test]
 * [--edition calm|varied] [--pattern NAME] [--device trainer|clinic|hospital]`.
 *
 * The folder gets index.json and shards of raw bytes (frames-NNN.u8, masks-NNN.u8; count x height x width): drawn as
 * in the game, then brought into the polar raster that models/network.json asks for.
 * The same arguments give the same bytes whatever the number of workers; a run that was stopped goes on where
 * it was, and a larger --frames adds to what is there.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, openSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import networkJson from '../../models/network.json' with { type: 'json' };
import { CommandError, choiceRead, commandStart, integerRead, requiredRead } from '../cli/shared/command.ts';
import { folderMake } from '../cli/shared/folder.ts';
import { FINDINGS } from '../domain/findings/finding.ts';
import { PHANTOM_DEVICES, PHANTOM_EDITIONS, PHANTOM_PATTERNS } from '../domain/scan/phantom-request.ts';
import { type DatasetPlan, RENDER_PX, SHARD_EXAMS, shardNames } from './dataset/plan.ts';
import { type Progress, progressAppend, progressOpen } from './dataset/progress.ts';
import { type ChunkDone, type ChunkOrder, workerServe } from './dataset/worker.ts';

const CHUNK_EXAMS = 8;

interface Order {
  readonly plan: DatasetPlan;
  readonly exams: number;
  readonly folder: string;
  readonly workers: number;
}

function orderRead(args: readonly string[]): Order {
  const { values } = parseArgs({
    args: [...args],
    options: {
      frames: { type: 'string' },
      seed: { type: 'string' },
      out: { type: 'string' },
      split: { type: 'string', default: 'train' },
      edition: { type: 'string', default: 'varied' },
      pattern: { type: 'string' },
      device: { type: 'string', default: 'trainer' },
      'frames-per-exam': { type: 'string', default: '3' },
      workers: { type: 'string', default: String(availableParallelism()) },
    },
  });
  const framesPerExam = integerRead(values['frames-per-exam'], 'frames-per-exam', 1, 30);
  const device = choiceRead(values.device, 'device', PHANTOM_DEVICES);
  const frames = integerRead(requiredRead(values.frames, 'frames', 'how many to render'), 'frames', 1, 1e7);
  return {
    plan: {
      seed: integerRead(requiredRead(values.seed, 'seed', 'a whole number'), 'seed', 0, 2 ** 32 - 1),
      split: choiceRead(values.split, 'split', ['train', 'test'] as const),
      edition: choiceRead(values.edition, 'edition', PHANTOM_EDITIONS),
      pattern: values.pattern === undefined ? null : choiceRead(values.pattern, 'pattern', PHANTOM_PATTERNS),
      ...(device === 'trainer' ? {} : { device }),
      framesPerExam,
      size: { samples: networkJson.input.height, lines: networkJson.input.width },
    },
    exams: Math.ceil(frames / framesPerExam),
    folder: resolve(requiredRead(values.out, 'out', 'the folder to write')),
    workers: integerRead(values.workers, 'workers', 1, 256),
  };
}

function shardsPrepare({ exams, folder }: Order): void {
  for (let shard = 0; shard * SHARD_EXAMS < exams; shard++) {
    for (const name of Object.values(shardNames(shard))) closeSync(openSync(join(folder, name), 'a'));
  }
}

/** The chunks of which at least one exam is missing. */
function chunksMissing(exams: number, progress: Progress): readonly (readonly [number, number])[] {
  const chunks: (readonly [number, number])[] = [];
  for (let from = 0; from < exams; from += CHUNK_EXAMS) {
    const until = Math.min(exams, from + CHUNK_EXAMS);
    for (let index = from; index < until; index++) {
      if (progress.exams.has(index)) continue;
      chunks.push([from, until]);
      break;
    }
  }
  return chunks;
}

/** Lets workers take chunk after chunk; settles when all are done, fails when a worker does. */
function chunksRender(order: Order, progress: Progress, tell: () => void): Promise<void> {
  const waiting = [...chunksMissing(order.exams, progress)];
  const workers: ChildProcess[] = [];
  let running = 0;
  return new Promise((done, fail) => {
    const stop = (error: Error) => {
      for (const worker of workers) worker.kill();
      fail(error);
    };
    const next = (worker: ChildProcess) => {
      const chunk = waiting.shift();
      if (chunk === undefined) {
        worker.disconnect();
        running--;
        if (running === 0) done();
        return;
      }
      const [from, until] = chunk;
      worker.send({ plan: order.plan, folder: order.folder, from, until } satisfies ChunkOrder);
    };
    const count = Math.min(order.workers, waiting.length);
    if (count === 0) done();
    for (let index = 0; index < count; index++) {
      const worker = fork(fileURLToPath(import.meta.url), ['--serve'], {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      workers.push(worker);
      running++;
      worker.on('message', (chunk: ChunkDone) => {
        progressAppend(progress, chunk);
        tell();
        next(worker);
      });
      worker.on('error', stop);
      worker.on('exit', (code) => {
        if (code !== 0)
          stop(
            new CommandError('worker-failed', 'A worker failed; its error is above. Start again to go on.'),
          );
      });
      next(worker);
    }
  });
}

function indexWrite({ plan, exams, folder }: Order, progress: Progress): void {
  const shards = [];
  for (let from = 0; from < exams; from += SHARD_EXAMS) {
    const names = shardNames(from / SHARD_EXAMS);
    const count = (Math.min(exams, from + SHARD_EXAMS) - from) * plan.framesPerExam;
    for (const name of Object.values(names))
      truncateSync(join(folder, name), count * plan.size.samples * plan.size.lines);
    shards.push({ ...names, count });
  }
  const index = {
    format: 'batsign-dataset',
    version: 2,
    split: plan.split,
    seed: plan.seed,
    edition: plan.edition,
    pattern: plan.pattern,
    device: plan.device ?? 'trainer',
    geometry: 'polar',
    height: plan.size.samples,
    width: plan.size.lines,
    render_px: RENDER_PX,
    frames: exams * plan.framesPerExam,
    frames_per_exam: plan.framesPerExam,
    classes: FINDINGS,
    shards,
    exams: Array.from({ length: exams }, (_, exam) => progress.exams.get(exam)),
  };
  writeFileSync(join(folder, 'index.json.partial'), `${JSON.stringify(index)}\n`);
  renameSync(join(folder, 'index.json.partial'), join(folder, 'index.json'));
}

async function datasetWrite(order: Order): Promise<void> {
  const { exams, folder, plan } = order;
  folderMake(folder);
  const progress = progressOpen(plan, folder);
  const already = [...progress.exams.keys()].filter((exam) => exam < exams).length;
  if (already > 0) console.log(`${already} of ${exams} exams are there already`);
  shardsPrepare(order);
  const started = performance.now();
  let said = started;
  const tell = () => {
    const now = performance.now();
    if (now - said < 5000) return;
    said = now;
    const done = progress.exams.size;
    const perSecond = ((done - already) * plan.framesPerExam * 1000) / (now - started);
    const leftSeconds = ((exams - done) * plan.framesPerExam) / perSecond;
    console.log(
      `${done} of ${exams} exams, ${perSecond.toFixed(1)} frames/s, ${(leftSeconds / 60).toFixed(1)} min left`,
    );
  };
  await chunksRender(order, progress, tell);
  indexWrite(order, progress);
  console.log(`wrote ${exams * plan.framesPerExam} frames of ${exams} exams to ${folder}`);
}

if (process.argv[2] === '--serve') workerServe();
else await commandStart(() => datasetWrite(orderRead(process.argv.slice(2))));
