import { expect, test, vi } from 'vitest';
import { callsAborted, workerCalls } from '../../../../src/adapters/shared/worker-calls.ts';

interface Calls {
  double(number: number): number;
  join(a: string, b: string): string;
}

/** A worker that keeps what it is told, and answers when a test says so. */
class WorkerHeld extends EventTarget {
  readonly told: { readonly ticket: number; readonly name: string; readonly args: unknown[] }[] = [];
  isEnded = false;
  postMessage(message: WorkerHeld['told'][number]): void {
    this.told.push(message);
  }
  terminate(): void {
    this.isEnded = true;
  }
  answer(data: object): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }
}

function callsOpen() {
  const worker = new WorkerHeld();
  const calls = workerCalls<Calls, 'odd'>(worker as unknown as Worker, {
    failed: (code, fact) => new Error(`${code} ${fact.code}`),
    crashed: (cause) => new Error('crashed', { cause }),
  });
  return { worker, calls };
}

test('each call takes the answer of its ticket, in whatever order they come', async () => {
  const { worker, calls } = callsOpen();
  const first = calls.call('double', [2]);
  const second = calls.call('join', ['a', 'b']);
  expect(worker.told.map(({ name, args }) => [name, args])).toEqual([
    ['double', [2]],
    ['join', ['a', 'b']],
  ]);
  const [one, two] = worker.told.map(({ ticket }) => ticket);
  worker.answer({ ticket: two, kind: 'done', value: 'ab' });
  worker.answer({ ticket: one, kind: 'done', value: 4 });
  await expect(first).resolves.toBe(4);
  await expect(second).resolves.toBe('ab');
});

test('bytes on the way are told to the call that they are of, and end it not', async () => {
  const { worker, calls } = callsOpen();
  const onBytes = vi.fn();
  const call = calls.call('double', [2], onBytes);
  calls.call('double', [3]).catch(() => {});
  const [one, two] = worker.told.map(({ ticket }) => ticket);
  worker.answer({ ticket: one, kind: 'bytes', bytes: 7 });
  worker.answer({ ticket: two, kind: 'bytes', bytes: 9 });
  expect(onBytes.mock.calls).toEqual([[7]]);
  worker.answer({ ticket: one, kind: 'done', value: 4 });
  await expect(call).resolves.toBe(4);
});

test('an answer that is an error rejects its call alone', async () => {
  const { worker, calls } = callsOpen();
  const bad = calls.call('double', [1]);
  const good = calls.call('double', [2]);
  const [one, two] = worker.told.map(({ ticket }) => ticket);
  worker.answer({ ticket: one, kind: 'failed', code: 'odd', fact: { code: 'partMissing' } });
  await expect(bad).rejects.toThrow('odd partMissing');
  expect(calls.isEnded).toBe(false);
  worker.answer({ ticket: two, kind: 'done', value: 4 });
  await expect(good).resolves.toBe(4);
});

test('a worker that breaks down fails what is under way and all that follows, by what came first', async () => {
  const { worker, calls } = callsOpen();
  const call = calls.call('double', [1]);
  const event = Object.assign(new Event('error', { cancelable: true }), { message: 'out of memory' });
  worker.dispatchEvent(event);
  // It is told by the call, not to whoever listens at the window.
  expect(event.defaultPrevented).toBe(true);
  await expect(call).rejects.toMatchObject({ message: 'crashed', cause: 'out of memory' });
  expect(worker.isEnded).toBe(true);
  expect(calls.isEnded).toBe(true);
  calls.end(callsAborted());
  await expect(calls.call('double', [1])).rejects.toThrow('crashed');
  expect(worker.told).toHaveLength(1);
});

test('ended, it fails with what it was ended by', async () => {
  const { worker, calls } = callsOpen();
  const call = calls.call('double', [1]);
  calls.end(callsAborted());
  await expect(call).rejects.toMatchObject({ name: 'AbortError' });
  expect(worker.isEnded).toBe(true);
});

test('an answer that cannot be read counts as a breakdown', async () => {
  const { worker, calls } = callsOpen();
  const call = calls.call('double', [1]);
  worker.dispatchEvent(new Event('messageerror'));
  await expect(call).rejects.toMatchObject({ message: 'crashed', cause: undefined });
});
