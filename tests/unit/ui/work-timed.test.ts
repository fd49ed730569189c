import { expect, test } from 'vitest';
import { taskNext } from '../../../src/ui/task-next.ts';
import { workTimed } from '../../../src/ui/work-timed.ts';

test('work is told to whoever observes, also where it fails, and nothing of it is kept', async () => {
  const seen: string[] = [];
  const observer = new PerformanceObserver((list) => {
    seen.push(...list.getEntries().map(({ name }) => name));
  });
  observer.observe({ type: 'measure' });
  expect(workTimed('grade', () => 7)).toBe(7);
  const fail = () => {
    throw new Error('no');
  };
  expect(() => workTimed('key', fail)).toThrow('no');
  expect(performance.getEntriesByType('measure').filter(({ name }) => name.startsWith('batsign.'))).toEqual(
    [],
  );
  await expect.poll(() => seen).toEqual(['batsign.grade', 'batsign.key']);
  observer.disconnect();
});

test('the next task comes after all that was promised in this one', async () => {
  const order: string[] = [];
  const next = taskNext().then(() => order.push('next'));
  await Promise.resolve().then(() => order.push('promised'));
  await next;
  expect(order).toEqual(['promised', 'next']);
});
