import { describe, expect, test } from 'vitest';
import { traceTasks } from '../../../scripts/lib/trace-tasks.mjs';

const MAIN = { args: { name: 'CrRendererMain' }, name: 'thread_name', ph: 'M', pid: 5, tid: 7, ts: 0 };
const task = (ts: number, dur: number, tdur: number, tid = 7) => ({
  args: {},
  name: 'RunTask',
  ph: 'X',
  pid: 5,
  tid,
  ts,
  dur,
  tdur,
});
const measure = (name: string, ph: 'b' | 'e', ts: number) => ({ args: {}, name, ph, pid: 5, tid: 7, ts });

/** As Chromium writes it: an event a line, and the last one followed by what is known of all. */
const traceOf = (events: readonly object[]) =>
  Buffer.from(
    `{"traceEvents":[${events.map((event) => JSON.stringify(event)).join(',\n')}],"metadata":{"source":"test"}}`,
  );

describe('the tasks of a trace', () => {
  test('are those of the page alone, in their order, with their times and what was begun in them', () => {
    const trace = traceOf([
      task(5000, 4000, 1500),
      MAIN,
      task(1000, 2000, 900),
      task(1000, 9000, 9000, 8),
      { ...task(1000, 2000, 900), name: 'Other' },
      measure('batsign.grade', 'b', 5100),
      measure('batsign.other', 'b', 5100),
      measure('batsign.grade', 'e', 6000),
    ]);
    expect(traceTasks(trace, ['batsign.grade', 'batsign.key'])).toEqual([
      { workMs: 0.9, tookMs: 2, works: new Set() },
      { workMs: 1.5, tookMs: 4, works: new Set(['batsign.grade']) },
    ]);
  });

  test('a trace without any is told', () => {
    expect(() => traceTasks(traceOf([MAIN, task(0, 1, 1, 8)]))).toThrow('no task of the page');
  });
});
