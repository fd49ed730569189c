import { describe, expect, test } from 'vitest';
import { brightnessJudge, brightnessMeasure } from '../../../../src/domain/frame/brightness.ts';
import type { Mask } from '../../../../src/domain/frame/frame.ts';
import {
  type FiguresSample,
  figuresMeasure,
  figuresSmooth,
  samplesTake,
} from '../../../../src/domain/grading/live-figures.ts';

/** 40 x 40 mm, a millimetre a pixel: pleural line in row 5, B-lines (4) or a confluence (5) below in some columns. */
function maskOf(columns: Readonly<Record<number, readonly [from: number, until: number][]>>): Mask {
  const classes = new Uint8Array(1600);
  classes.fill(2, 5 * 40, 6 * 40);
  for (const [value, spans] of Object.entries(columns)) {
    for (const [from, until] of spans) {
      for (let row = 6; row < 40; row++) classes.fill(Number(value), row * 40 + from, row * 40 + until);
    }
  }
  const sector = { kind: 'linear', mmPerPx: 1, originPx: { x: 20, y: 0 }, widthMm: 40, depthMm: 40 } as const;
  return { width: 40, height: 40, classes, sector };
}

describe('figures of one mask', () => {
  test('two B-lines of 2 and 4 mm and a confluence of 10 mm fill 16 of 40', () => {
    const figures = figuresMeasure(
      maskOf({
        4: [
          [2, 4],
          [10, 14],
        ],
        5: [[25, 35]],
      }),
    );
    expect(figures.bLines).toBe(2);
    expect(figures.confluences).toBe(1);
    expect(figures.blas).toBeCloseTo(0.4, 2);
  });

  test('a lung without them has none', () => {
    expect(figuresMeasure(maskOf({}))).toEqual({ blas: 0, bLines: 0, confluences: 0 });
  });
});

describe('smoothing', () => {
  const at = (timeMs: number, blas: number, bLines: number): FiguresSample => ({
    timeMs,
    blas,
    bLines,
    confluences: 0,
  });
  const all = (samples: readonly FiguresSample[]): readonly FiguresSample[] =>
    samples.reduce<readonly FiguresSample[]>(samplesTake, []);

  test('only the last second counts', () => {
    const samples = all([at(0, 1, 9), at(500, 0.5, 1), at(1000, 0.1, 2), at(1400, 0.3, 4)]);
    expect(samples.map(({ timeMs }) => timeMs)).toEqual([500, 1000, 1400]);
    expect(figuresSmooth(samples)?.blas).toBeCloseTo(0.3, 10);
    expect(figuresSmooth(samples)?.bLines).toBe(2);
  });

  test('a single image that sees more lines does not move the count; of two the lower one stands', () => {
    expect(figuresSmooth(all([at(0, 0, 1), at(30, 0, 7), at(60, 0, 1)]))?.bLines).toBe(1);
    expect(figuresSmooth(all([at(0, 0, 1), at(30, 0, 7)]))?.bLines).toBe(1);
  });

  test('another source begins anew, and of nothing there is nothing', () => {
    expect(all([at(5000, 1, 9), at(40, 0, 0)])).toEqual([at(40, 0, 0)]);
    expect(figuresSmooth([])).toBeNull();
  });
});

describe('brightness', () => {
  const inside = new Uint8Array(1000).fill(1);
  const judged = (level: (at: number) => number) =>
    brightnessJudge(
      brightnessMeasure(
        Uint8Array.from({ length: 1000 }, (_, at) => level(at)),
        inside,
      )!,
    );

  test('is told by levels', () => {
    expect(judged(() => 0)).toBe('nothing');
    // A blue screen of a device without a signal.
    expect(judged((at) => 29 + (at % 3))).toBe('nothing');
    expect(judged((at) => (at % 100) / 2)).toBe('dark');
    expect(judged((at) => (at % 100 < 70 ? 20 : 180))).toBe('good');
    expect(judged((at) => 115 + (at % 100))).toBe('bright');
    expect(judged((at) => (at % 10 === 0 ? 255 : 30))).toBe('bright');
  });

  test('pixels outside do not count', () => {
    const half = inside.map((_, at) => (at < 500 ? 1 : 0));
    const grey = Uint8Array.from({ length: 1000 }, (_, at) => (at < 500 ? at / 5 : 255));
    expect(brightnessMeasure(grey, half)).toEqual({ low: 0, middle: 49, high: 98, whiteShare: 0 });
    expect(brightnessMeasure(grey, new Uint8Array(1000))).toBeNull();
  });
});
