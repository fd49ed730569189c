import { describe, expect, it } from 'vitest';
import { gridLineAt } from '../../../../src/simulator/acoustics/grid.ts';
import type { Exam } from '../../../../src/simulator/exam/exam.ts';
import { type Phantom, phantomFrame, phantomFromExam } from '../../../../src/simulator/exam/phantom.ts';
import { quietExam } from './quiet-exam.ts';

/** Mean power over scan lines, by sample. */
function profile(phantom: Phantom, from: number, to: number): Float64Array {
  const { samples } = phantom.grid;
  const mean = new Float64Array(samples);
  for (let line = from; line < to; line++) {
    for (let k = 0; k < samples; k++) mean[k] = mean[k]! + phantom.buffers.power[line * samples + k]!;
  }
  return mean.map((sum) => sum / (to - from));
}

function peakMm(phantom: Phantom, power: Float64Array, nearMm: number): number {
  const { stepMm } = phantom.grid;
  let best = 0;
  for (let k = Math.round((nearMm - 8) / stepMm); k < (nearMm + 8) / stepMm; k++) {
    if (power[k]! > (power[best] ?? 0) || best === 0) best = k;
  }
  return best * stepMm;
}

describe('A-lines', () => {
  it('lie at 2, 3 and 4 times the pleural depth, within a pixel of a 512 pixel image', () => {
    const phantom = phantomFromExam(quietExam((exam) => exam));
    const { frame } = phantomFrame(phantom, 0, 512);
    const power = profile(phantom, 60, 100);
    const pleura = peakMm(phantom, power, 30);
    expect(Math.abs(pleura - 30)).toBeLessThan(frame.sector.mmPerPx);
    for (const multiple of [2, 3, 4]) {
      const found = peakMm(phantom, power, multiple * 30);
      expect(Math.abs(found - multiple * 30)).toBeLessThan(frame.sector.mmPerPx);
    }
  });

  it('grow fainter by the stated loss with every bounce', () => {
    const phantom = phantomFromExam(
      quietExam((exam) => ({ ...exam, lung: { ...exam.lung, aLineLossDb: 8 } })),
    );
    phantomFrame(phantom, 0, 64);
    const power = profile(phantom, 60, 100);
    const level = (multiple: number): number =>
      10 * Math.log10(power[Math.round((multiple * 30) / phantom.grid.stepMm)]!);
    expect(level(2) - level(3)).toBeGreaterThan(7);
    expect(level(2) - level(3)).toBeLessThan(9);
  });

  it('vanish where the pleura is steep against the beam', () => {
    const steep = phantomFromExam(
      quietExam((exam) => ({
        ...exam,
        wall: { ...exam.wall, slope: 0.3 },
        lung: { ...exam.lung, aLineTilt: 0.1 },
      })),
    );
    expect(phantomFrame(steep, 0, 256).truth.aLines).toHaveLength(0);
    const level = phantomFromExam(quietExam((exam) => exam));
    expect(phantomFrame(level, 0, 256).truth.aLines.length).toBeGreaterThan(2);
  });
});

describe('rib', () => {
  it('casts a shadow as deep as stated below its neighbours', () => {
    const withRibs = (ribs: Exam['wall']['ribs']): Phantom =>
      phantomFromExam(
        quietExam((exam) => ({
          ...exam,
          wall: { ...exam.wall, ribShadowDb: 25, ribs },
          lung: { ...exam.lung, hazeDb: -5, hazeLossDbMm: 0, aLineLossDb: 60 },
        })),
      );
    const phantom = withRibs([{ xMm: 0, depthMm: 20, halfWidthMm: 8, halfHeightMm: 5, tilt: 0 }]);
    const open = withRibs([]);
    phantomFrame(phantom, 0, 64);
    const { samples, stepMm } = phantom.grid;
    const mean = (from: number, to: number, of: Phantom = phantom): number => {
      const power = profile(of, from, to);
      let sum = 0;
      for (let k = Math.round(40 / stepMm); k < samples; k++) sum += power[k]!;
      return sum / (samples - Math.round(40 / stepMm));
    };
    const middle = Math.round(gridLineAt(phantom.grid, 0));
    const shaded = mean(middle - 4, middle + 4);
    const beside = mean(20, 45);
    phantomFrame(open, 0, 64);
    const lit = mean(middle - 4, middle + 4, open);
    expect(10 * Math.log10(lit / shaded)).toBeCloseTo(25, 1);
    // The lung is mottled: its neighbours differ by a few dB from what the shadow hides.
    expect(Math.abs(10 * Math.log10(beside / shaded) - 25)).toBeLessThan(4);
  });
});

describe('B-line', () => {
  const exam = quietExam((quiet) => ({
    ...quiet,
    lung: {
      ...quiet.lung,
      hazeDb: -14,
      bLines: [
        {
          kind: 'b_line',
          xMm: 0,
          halfWidthMm: 1.2,
          flatness: 2,
          levelDb: 3,
          lossDbMm: 0,
          tiltRad: 0,
          end: 1.05,
          endFade: 14,
          bandMm: 5,
          bandDb: 2,
        },
      ],
    },
    motion: { ...quiet.motion, slideMm: 6, breathHz: 0.25 },
  }));

  it('runs from the pleural line to the bottom and erases A-lines', () => {
    const phantom = phantomFromExam({ ...exam, motion: { ...exam.motion, slideMm: 0 } });
    const { truth } = phantomFrame(phantom, 0, 512);
    expect(truth.bLines).toHaveLength(1);
    expect(truth.bLines[0]!.origin.y).toBeCloseTo(30, 0);
    expect(truth.bLines[0]!.endDepthMm).toBeGreaterThan(148);
    const column = 256;
    for (let row = 0; row < 512; row++) {
      const depth = (row + 0.5 - truth.mask.sector.originPx.y) * truth.mask.sector.mmPerPx;
      if (depth > 33 && depth < 147) expect(truth.mask.classes[row * 512 + column]).toBe(4);
    }
  });

  it('moves with the lung, and stays where sliding is absent', () => {
    const path = (sliding: boolean): number[] => {
      const phantom = phantomFromExam({ ...exam, lung: { ...exam.lung, sliding } });
      return [0, 15, 30, 45, 60].map((index) => phantomFrame(phantom, index, 64).truth.bLines[0]!.origin.x);
    };
    const range = (values: number[]): number => Math.max(...values) - Math.min(...values);
    expect(range(path(true))).toBeGreaterThan(5);
    expect(range(path(false))).toBeLessThan(0.01);
  });
});
