import { openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type DatasetPlan, examPlace, shardNames } from './plan.ts';
import { type ExamEntry, examRender } from './render.ts';

/** To a worker: render the exams `from` (included) to `until` (not included) into the folder's shards. */
export interface ChunkOrder {
  readonly plan: DatasetPlan;
  readonly folder: string;
  readonly from: number;
  readonly until: number;
}

export interface ChunkDone {
  readonly from: number;
  readonly until: number;
  readonly exams: readonly ExamEntry[];
}

const files = new Map<string, number>();

/** Every exam has its own place in the shards, so workers never write over one another. */
function fileOpen(path: string): number {
  const known = files.get(path);
  if (known !== undefined) return known;
  const file = openSync(path, 'r+');
  files.set(path, file);
  return file;
}

function chunkRender({ plan, folder, from, until }: ChunkOrder): ChunkDone {
  const exams: ExamEntry[] = [];
  for (let index = from; index < until; index++) {
    const { entry, frames, masks } = examRender(plan, index);
    const { shard, offset } = examPlace(plan, index);
    const names = shardNames(shard);
    writeSync(fileOpen(join(folder, names.frames)), frames, 0, frames.length, offset);
    writeSync(fileOpen(join(folder, names.masks)), masks, 0, masks.length, offset);
    exams.push(entry);
  }
  return { from, until, exams };
}

/** Answers one order after another until the parent lets go. */
export function workerServe(): void {
  process.on('message', (order: ChunkOrder) => process.send!(chunkRender(order)));
  process.on('disconnect', () => process.exit());
}
