import { describe, expect, test } from 'vitest';
import type { MModeColumns } from '../../../src/ports/frame-source.ts';
import { TRACE_MS, traceTake, traceWords } from '../../../src/scanner/m-mode-trace.ts';

const STEP_MS = 500;

/** `count` columns of two samples: the place of the column, and 100 more. */
function columnsOf(from: number, count: number, stepMs = STEP_MS): MModeColumns {
  const grey = Uint8Array.from({ length: 2 * count }, (_, i) => from + (i >> 1) + 100 * (i & 1));
  return { timeMs: from * stepMs, stepMs, samples: 2, grey };
}

describe('the trace of an M-mode', () => {
  test('columns follow one another, and after its width the oldest go', () => {
    const width = TRACE_MS / STEP_MS;
    let trace = traceTake(null, columnsOf(0, 3));
    trace = traceTake(trace, columnsOf(3, 3));
    expect(trace.count).toBe(6);
    trace = traceTake(trace, columnsOf(6, 6));
    expect(trace.columns).toBe(width);
    expect(trace.next).toBe(2);
    const words = traceWords(trace, trace.next, width);
    const upper = Array.from({ length: width }, (_, i) => words[i]! & 255);
    const lower = Array.from({ length: width }, (_, i) => words[width + i]! & 255);
    expect(upper).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(lower).toEqual(upper.map((value) => value + 100));
  });

  test('after a gap in time, or with another step, it begins anew', () => {
    const trace = traceTake(null, columnsOf(0, 4));
    expect(traceTake(trace, columnsOf(5, 1)).count).toBe(1);
    expect(traceTake(trace, columnsOf(4, 1, 250)).count).toBe(1);
    expect(traceTake(trace, columnsOf(4, 1)).count).toBe(5);
  });

  test('grey becomes opaque words', () => {
    const trace = traceTake(null, columnsOf(7, 1));
    expect(traceWords(trace, 0, 1)[0]! >>> 0).toBe(0xff070707);
  });
});
