import { describe, expect, test } from 'vitest';
import { imageDrawsCreate } from '../../../../src/adapters/phantom-worker/client/image-draws.ts';
import type { DrawAnswer, DrawWanted } from '../../../../src/adapters/phantom-worker/shared/draw-messages.ts';

const ANY = { item: null, shows: [], lacks: [] } as const;

function exam(seed: number): Extract<DrawWanted, { kind: 'exam' }> {
  return { kind: 'exam', request: { seed }, draw: ANY };
}

function seedOf(asked: DrawWanted): number {
  return asked.kind === 'exam' ? asked.request.seed : asked.seed;
}

/** A worker that answers when it is told to. */
class FakeWorker extends EventTarget {
  readonly asked: DrawWanted[] = [];
  isTerminated = false;
  postMessage(message: DrawWanted): void {
    this.asked.push(message);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  answer(data: DrawAnswer): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  draw(): void {
    const seed = seedOf(this.asked.at(-1)!) + 100;
    this.answer({ drawn: { request: { seed }, measured: null, tries: 1 } });
  }
}

function start() {
  const workers: FakeWorker[] = [];
  const draws = imageDrawsCreate(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
  return { draws, workers };
}

describe('looking for exams', () => {
  test('asks for one at a time, what is needed now before what is only ahead', async () => {
    const { draws, workers } = start();
    const [one, two, three] = [1, 2, 3].map((seed) => draws.draw(exam(seed), 'ahead'));
    const now = draws.draw(exam(3), 'now');
    const [worker] = workers;
    expect(worker!.asked.map(seedOf)).toEqual([1]);
    worker!.draw();
    worker!.draw();
    worker!.draw();
    expect(worker!.asked.map(seedOf)).toEqual([1, 3, 2]);
    expect((await now).request.seed).toBe(103);
    expect(await three).toBe(await now);
    expect((await one)!.request.seed).toBe(101);
    expect((await two)!.request.seed).toBe(102);
  });

  test('asks for a patient in the same turn', async () => {
    const { draws, workers } = start();
    const wanted = { skill: 'lung_sliding', level: 'hard', isNormal: true, zone: null } as const;
    const exams = draws.draw(exam(1), 'now');
    const patient = draws.draw({ kind: 'patient', seed: 7, wanted }, 'now');
    workers[0]!.draw();
    expect(workers[0]!.asked.at(-1)).toEqual({ kind: 'patient', seed: 7, wanted });
    workers[0]!.draw();
    expect((await exams).request.seed).toBe(101);
    expect((await patient).request.seed).toBe(107);
  });

  test('remembers what was found', async () => {
    const { draws, workers } = start();
    const first = draws.draw(exam(1), 'now');
    workers[0]!.draw();
    await first;
    expect(await draws.draw(exam(1), 'now')).toBe(await first);
    expect(workers[0]!.asked).toHaveLength(1);
  });

  test('tells that none fits, and looks again when asked again', async () => {
    const { draws, workers } = start();
    const none = draws.draw(exam(1), 'now');
    workers[0]!.answer({ fact: { code: 'itemNotDrawn', tries: 9 } });
    await expect(none).rejects.toMatchObject({ code: 'no_item', fact: { tries: 9 } });
    const again = draws.draw(exam(1), 'now');
    workers[0]!.draw();
    expect((await again).request.seed).toBe(101);
  });

  test('goes on with another worker after one that broke down', async () => {
    const { draws, workers } = start();
    const lost = draws.draw(exam(1), 'now');
    const next = draws.draw(exam(2), 'ahead');
    workers[0]!.dispatchEvent(new Event('error'));
    await expect(lost).rejects.toMatchObject({ code: 'phantom-crashed' });
    expect(workers[0]!.isTerminated).toBe(true);
    workers[1]!.draw();
    expect((await next).request.seed).toBe(102);
  });
});
