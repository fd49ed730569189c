import { describe, expect, test } from 'vitest';
import { imageDrawsCreate } from '../../../../src/adapters/phantom-worker/client/image-draws.ts';
import type { DrawAnswer, DrawWanted } from '../../../../src/adapters/phantom-worker/shared/draw-messages.ts';

const ANY = { item: null, shows: [], lacks: [] } as const;

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
    const { request } = this.asked.at(-1)!;
    this.answer({ drawn: { request: { ...request, seed: request.seed + 100 }, measured: null, tries: 1 } });
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
    const [one, two, three] = [1, 2, 3].map((seed) => draws.draw({ seed }, ANY, 'ahead'));
    const now = draws.draw({ seed: 3 }, ANY, 'now');
    const [worker] = workers;
    expect(worker!.asked.map(({ request }) => request.seed)).toEqual([1]);
    worker!.draw();
    worker!.draw();
    worker!.draw();
    expect(worker!.asked.map(({ request }) => request.seed)).toEqual([1, 3, 2]);
    expect((await now).request.seed).toBe(103);
    expect(await three).toBe(await now);
    expect((await one)!.request.seed).toBe(101);
    expect((await two)!.request.seed).toBe(102);
  });

  test('remembers what was found', async () => {
    const { draws, workers } = start();
    const first = draws.draw({ seed: 1 }, ANY, 'now');
    workers[0]!.draw();
    await first;
    expect(await draws.draw({ seed: 1 }, ANY, 'now')).toBe(await first);
    expect(workers[0]!.asked).toHaveLength(1);
  });

  test('tells that none fits, and looks again when asked again', async () => {
    const { draws, workers } = start();
    const none = draws.draw({ seed: 1 }, ANY, 'now');
    workers[0]!.answer({ fact: { code: 'itemNotDrawn', tries: 9 } });
    await expect(none).rejects.toMatchObject({ code: 'no_item', fact: { tries: 9 } });
    const again = draws.draw({ seed: 1 }, ANY, 'now');
    workers[0]!.draw();
    expect((await again).request.seed).toBe(101);
  });

  test('goes on with another worker after one that broke down', async () => {
    const { draws, workers } = start();
    const lost = draws.draw({ seed: 1 }, ANY, 'now');
    const next = draws.draw({ seed: 2 }, ANY, 'ahead');
    workers[0]!.dispatchEvent(new Event('error'));
    await expect(lost).rejects.toMatchObject({ code: 'phantom-crashed' });
    expect(workers[0]!.isTerminated).toBe(true);
    workers[1]!.draw();
    expect((await next).request.seed).toBe(102);
  });
});
