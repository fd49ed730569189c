import { availableParallelism } from 'node:os';
import { ordersRun } from '../../cli/shared/worker-pool.ts';
import { TestSetHash } from './test-set.ts';
import type { EvaluateSetup, FrameReading } from './worker.ts';

/**
 * Reads the exams of a test set in several processes of the command `program`, which must answer `--serve` by
 * `evaluateWorkerServe`.
 * @param exams how many, from the first
 * @param take called with the frames of each exam, in the order of the set
 * @returns the SHA-256 of the frames and masks
 */
export async function setRead(
  program: string,
  setup: EvaluateSetup,
  exams: number,
  take: (readings: readonly FrameReading[], exam: number) => void,
): Promise<string> {
  const hash = new TestSetHash();
  const waiting = new Map<number, readonly FrameReading[]>();
  const places = Array.from({ length: exams }, (_, place) => place);
  let next = 0;
  const each = (readings: readonly FrameReading[], place: number): void => {
    waiting.set(place, readings);
    for (let ready = waiting.get(next); ready !== undefined; ready = waiting.get(next)) {
      waiting.delete(next);
      for (const { frame, truth } of ready) hash.add(frame.grey, truth.classes);
      take(ready, next);
      next += 1;
    }
    if (process.stderr.isTTY) {
      process.stderr.write(`\r${setup.set}: ${next} of ${exams} exams${next === exams ? '\n' : ''}`);
    }
  };
  await ordersRun<number, readonly FrameReading[]>(program, setup, places, availableParallelism(), each);
  return hash.digest();
}
