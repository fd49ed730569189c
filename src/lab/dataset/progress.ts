import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../../cli/shared/command.ts';
import type { DatasetPlan } from './plan.ts';
import { type ExamEntry, examRender } from './render.ts';
import type { ChunkDone } from './worker.ts';

/** The part of a folder that is rendered: a log with the plan in its first line and a finished chunk in each other. */
export interface Progress {
  readonly path: string;
  readonly exams: Map<number, ExamEntry>;
}

/** Says which simulator drew a data set, so that a changed one does not go on with another's frames. */
function simulatorHash(plan: DatasetPlan): string {
  const { frames, masks } = examRender(plan, 0);
  return createHash('sha256').update(frames).update(masks).digest('hex');
}

/** @throws CommandError when the folder holds another data set. */
export function progressOpen(plan: DatasetPlan, folder: string): Progress {
  const path = join(folder, 'progress.jsonl');
  const head = JSON.stringify({ plan, first_exam_sha256: simulatorHash(plan) });
  if (!existsSync(path)) {
    writeFileSync(path, `${head}\n`);
    return { path, exams: new Map() };
  }
  const [first, ...lines] = readFileSync(path, 'utf8').split('\n');
  if (first !== head) {
    throw new CommandError(
      'other-dataset',
      `${folder} holds a data set of other arguments or of an older simulator: name another --out, or delete it.`,
    );
  }
  const exams = new Map<number, ExamEntry>();
  for (const line of lines) {
    for (const entry of chunkRead(line)) exams.set(entry.exam, entry);
  }
  return { path, exams };
}

/** A line that was cut off when the machine stopped counts as not rendered. */
function chunkRead(line: string): readonly ExamEntry[] {
  try {
    return (JSON.parse(line) as ChunkDone).exams;
  } catch {
    return [];
  }
}

export function progressAppend(progress: Progress, chunk: ChunkDone): void {
  // A leading line break keeps a line that was cut off apart from this one.
  appendFileSync(progress.path, `\n${JSON.stringify(chunk)}\n`);
  for (const entry of chunk.exams) progress.exams.set(entry.exam, entry);
}
