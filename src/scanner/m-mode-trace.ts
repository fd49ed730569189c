import type { MModeColumns } from '../ports/frame-source.ts';

/** Span of time that an M-mode shows at once, ms. */
export const TRACE_MS = 5000;

/** The last seconds of one scan line, as a ring of columns. */
export interface MModeTrace {
  /** Column-major grey levels; column `(next + i) % columns` is the i-th oldest. */
  readonly grey: Uint8Array;
  readonly columns: number;
  readonly samples: number;
  readonly stepMs: number;
  /** Where the next column goes. */
  readonly next: number;
  /** How many columns were ever taken. */
  readonly count: number;
  /** Of the newest column, milliseconds since the source began. */
  readonly timeMs: number;
}

/**
 * The trace with columns added; the ring's bytes are written in place. Another number of samples or step, or a gap in
 * time (the image was frozen meanwhile), begins a new one.
 */
export function traceTake(trace: MModeTrace | null, columns: MModeColumns): MModeTrace {
  const { samples, stepMs, grey } = columns;
  const added = grey.length / samples;
  const fits =
    trace !== null &&
    trace.samples === samples &&
    trace.stepMs === stepMs &&
    Math.abs(columns.timeMs - trace.timeMs - stepMs) < stepMs / 2;
  const before = fits ? trace : traceEmpty(samples, stepMs);
  for (let i = 0; i < added; i++) {
    const to = (before.next + i) % before.columns;
    before.grey.set(grey.subarray(i * samples, (i + 1) * samples), to * samples);
  }
  return {
    ...before,
    next: (before.next + added) % before.columns,
    count: before.count + added,
    timeMs: columns.timeMs + (added - 1) * stepMs,
  };
}

function traceEmpty(samples: number, stepMs: number): MModeTrace {
  const columns = Math.ceil(TRACE_MS / stepMs);
  return { grey: new Uint8Array(columns * samples), columns, samples, stepMs, next: 0, count: 0, timeMs: 0 };
}

/** RGBA words of the columns from `from` on, `count` of them, row by row: what a canvas takes. */
export function traceWords(trace: MModeTrace, from: number, count: number): Uint32Array<ArrayBuffer> {
  const { samples, columns, grey } = trace;
  const words = new Uint32Array(count * samples);
  for (let i = 0; i < count; i++) {
    const base = ((from + i) % columns) * samples;
    for (let k = 0; k < samples; k++) words[k * count + i] = 0xff000000 | (grey[base + k]! * 0x010101);
  }
  return words;
}
