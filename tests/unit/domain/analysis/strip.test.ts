import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  classesSeen,
  imageAt,
  runsSeen,
  runsUnknown,
  stripSummary,
} from '../../../../src/domain/analysis/strip.ts';
import { reportMake } from './report-make.ts';

const NONE = reportMake();
const B = (count: number, blas: number) => reportMake({ b_line: count }, blas);

describe('runs', () => {
  test('end where the class is not seen, and where nothing is known', () => {
    const reports = [B(1, 0), B(2, 0), NONE, B(1, 0), null, B(1, 0)];
    expect(runsSeen(reports, 'b_line')).toEqual([
      { from: 0, to: 1 },
      { from: 3, to: 3 },
      { from: 5, to: 5 },
    ]);
    expect(runsUnknown(reports)).toEqual([{ from: 4, to: 4 }]);
    expect([runsSeen([], 'b_line'), runsUnknown([])]).toEqual([[], []]);
    expect(runsUnknown([null, null, NONE])).toEqual([{ from: 0, to: 1 }]);
  });

  test('cover exactly the images for which it holds, and never touch', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(null, NONE, B(1, 0)), { maxLength: 30 }), (reports) => {
        const runs = runsSeen(reports, 'b_line');
        const covered = reports.map((_, index) => runs.some(({ from, to }) => from <= index && index <= to));
        expect(covered).toEqual(reports.map((report) => (report?.classes.b_line.instances ?? 0) > 0));
        for (const [at, run] of runs.entries()) {
          expect(run.from - (runs[at - 1]?.to ?? -2)).toBeGreaterThan(1);
        }
      }),
    );
  });
});

test('the summary counts images, stretches and the first highest', () => {
  const summary = stripSummary([null, B(1, 0.2), B(3, 0.6), NONE, B(3, 0.6)]);
  expect(summary.analysed).toBe(4);
  expect(summary.peak).toEqual({ blas: 0.6, index: 2 });
  const bLine = summary.findings.find(({ finding }) => finding === 'b_line');
  expect(bLine).toEqual({
    finding: 'b_line',
    seen: 3,
    runs: [
      { from: 1, to: 2 },
      { from: 4, to: 4 },
    ],
    most: { count: 3, index: 2 },
  });
  const rib = summary.findings.find(({ finding }) => finding === 'rib');
  expect(rib).toEqual({ finding: 'rib', seen: 0, runs: [], most: null });
});

test('nothing analysed has no peak; all zero has its peak at the first image', () => {
  expect(stripSummary([null, null])).toMatchObject({ analysed: 0, peak: null });
  expect(stripSummary([null, NONE, NONE]).peak).toEqual({ blas: 0, index: 1 });
});

test('classes seen come in their usual order', () => {
  expect(classesSeen(reportMake({ consolidation: 1, rib: 2, a_line: 1 }))).toEqual([
    'rib',
    'a_line',
    'consolidation',
  ]);
});

test('the image at a time is the last that began by then', () => {
  const times = [0, 40, 100, 101];
  expect([-5, 0, 39, 40, 99, 100, 101, 500].map((time) => imageAt(times, time))).toEqual([
    0, 0, 0, 1, 1, 2, 3, 3,
  ]);
  expect(imageAt([0], 7)).toBe(0);
});
