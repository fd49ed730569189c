import { type ChildProcess, fork } from 'node:child_process';
import { CommandError } from '../shared/command.ts';
import type { ClipEntry } from './clip-index.ts';
import type { ClipReading } from './clip-read.ts';
import type { ClipAnswer, ClipOrder, WorkerSetup } from './worker.ts';

/** The reading of each entry, or the sentence that says why there is none. */
export type ClipOutcome = ClipReading | string;

/**
 * Reads all recordings with the network in several processes of the command `program`, which must answer `--serve`
 * by `clipWorkerServe`. The outcomes are in the order of the entries, whoever read them.
 * @param tell called with the number of recordings done, after each
 */
export function clipsRead(
  program: string,
  setup: WorkerSetup,
  entries: readonly ClipEntry[],
  workerCount: number,
  tell: (done: number) => void,
): Promise<readonly ClipOutcome[]> {
  const outcomes = new Array<ClipOutcome>(entries.length);
  const workers: ChildProcess[] = [];
  let asked = 0;
  let done = 0;
  return new Promise((resolve, reject) => {
    const stop = (error: Error): void => {
      for (const worker of workers) worker.kill();
      reject(error);
    };
    const next = (worker: ChildProcess): void => {
      const entry = entries[asked];
      if (entry === undefined) worker.disconnect();
      else worker.send({ place: asked++, entry } satisfies ClipOrder);
    };
    for (let index = 0; index < Math.min(workerCount, entries.length); index++) {
      const worker = fork(program, ['--serve', JSON.stringify(setup)], {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
        // Images travel as bytes rather than as JSON.
        serialization: 'advanced',
      });
      workers.push(worker);
      worker.on('message', (said: ClipAnswer | 'ready') => {
        if (said !== 'ready') {
          outcomes[said.place] = 'reading' in said ? said.reading : said.problem;
          done += 1;
          tell(done);
          if (done === entries.length) resolve(outcomes);
        }
        next(worker);
      });
      worker.on('error', stop);
      worker.on('exit', (code) => {
        if (code !== 0) stop(new CommandError('worker-failed', 'A worker failed; its error is above.'));
      });
    }
    if (entries.length === 0) resolve(outcomes);
  });
}
