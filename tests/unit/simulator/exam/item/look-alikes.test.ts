import { describe, expect, test } from 'vitest';
import type { Exam } from '../../../../../src/simulator/exam/exam.ts';
import { lookAlikes } from '../../../../../src/simulator/exam/item/look-alikes.ts';
import { phantomFromExam } from '../../../../../src/simulator/exam/phantom.ts';
import { quietExam } from '../quiet-exam.ts';

const phantomOf = (change: (exam: Exam) => Exam) => phantomFromExam(quietExam(change));

const STREAK = { xMm: 0, belowMm: 20, lengthMm: 15, slope: 0, levelDb: -6, isInLayer: false };

describe('look-alikes in view', () => {
  test('a streak as long and level as an A-line is one, a short, steep or hidden one is not', () => {
    const of = (...streaks: Exam['lung']['streaks']) =>
      lookAlikes(
        phantomOf((exam) => ({ ...exam, lung: { ...exam.lung, streaks } })),
        [],
        'a_line',
      );
    const without = of();
    expect(of(STREAK) - without).toBe(1);
    expect(of({ ...STREAK, lengthMm: 8 }) - without).toBe(0);
    expect(of({ ...STREAK, slope: 0.4 }) - without).toBe(0);
    expect(of({ ...STREAK, xMm: 200 }) - without).toBe(0);
    expect(of({ ...STREAK, belowMm: 140 }) - without).toBe(0);
  });

  test('more fibres in the wall make more fasciae', () => {
    const of = (fibres: number) =>
      lookAlikes(
        phantomOf((exam) => ({ ...exam, wall: { ...exam.wall, fibres, fibreDb: 17, muscleDb: -4 } })),
        [],
        'a_line',
      );
    expect(of(40)).toBeGreaterThan(of(0));
  });

  test('a comet tail and an E-line are taken for a B-line, a B-line is not', () => {
    const tail = {
      kind: 'comet_tail',
      xMm: 0,
      halfWidthMm: 1,
      flatness: 2,
      levelDb: 4,
      lossDbMm: 1,
      tiltRad: 0,
      end: 1.05,
      endFade: 14,
      bandMm: 5,
      bandDb: 1,
    } as const;
    const eLine = { xMm: 5, fromMm: 10, halfWidthMm: 1, levelDb: 5, lossDbMm: 0.1 };
    const of = (lung: Partial<Exam['lung']>) =>
      lookAlikes(
        phantomOf((exam) => ({ ...exam, lung: { ...exam.lung, ...lung } })),
        [],
        'b_line',
      );
    expect(of({})).toBe(0);
    expect(of({ bLines: [tail, { ...tail, kind: 'b_line' }, { ...tail, xMm: 300 }], eLines: [eLine] })).toBe(
      2,
    );
  });

  test('nothing is taken for a rib', () => {
    expect(
      lookAlikes(
        phantomOf((exam) => exam),
        [],
        'rib',
      ),
    ).toBe(0);
  });
});
