import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classesStanding, reportsStanding, standing } from '../../../../src/domain/analysis/standing.ts';
import { reportMake } from './report-make.ts';

describe('what lasts', () => {
  test('is there in more than half of the images within two seconds', () => {
    const seen = [true, true, false, false, true];
    // The first three lie within two seconds of one another, the last two alone.
    expect(standing(seen, [0, 1000, 2000, 6000, 7000])).toEqual([true, true, false, false, false]);
    expect(standing([true, false], [0, 2000])).toEqual([false, false]);
    expect(standing([true, false], [0, 2001])).toEqual([true, false]);
    expect(standing([], [])).toEqual([]);
  });

  test('was seen, agrees with counting, and is everything where all images have it', () => {
    const images = fc.array(fc.record({ isSeen: fc.boolean(), stepMs: fc.integer({ min: 1, max: 1500 }) }));
    fc.assert(
      fc.property(images, (list) => {
        let timeMs = 0;
        const timesMs = list.map(({ stepMs }) => {
          timeMs += stepMs;
          return timeMs;
        });
        const seen = list.map(({ isSeen }) => isSeen);
        const expected = seen.map((isSeen, index) => {
          const near = seen.filter((_, other) => Math.abs(timesMs[other]! - timesMs[index]!) <= 2000);
          return isSeen && near.filter(Boolean).length * 2 > near.length;
        });
        expect(standing(seen, timesMs)).toEqual(expected);
        expect(
          standing(
            seen.map(() => true),
            timesMs,
          ).every(Boolean),
        ).toBe(true);
      }),
    );
  });
});

describe('the reports of a clip', () => {
  const CLEAR = reportMake({ pleural_line: 1 });
  const SICK = reportMake({ pleural_line: 1, consolidation: 1 });

  test('lose a consolidation that flickers, and nothing else', () => {
    const shown = reportsStanding([SICK, CLEAR, CLEAR, null], [0, 40, 80, 120]);
    expect(shown).toEqual([CLEAR, CLEAR, CLEAR, null]);
  });

  test('say what of a mask is left', () => {
    const classes = Uint8Array.of(0, 2, 7, 6, 7);
    expect(classesStanding(classes, SICK)).toEqual(classes);
    expect(classesStanding(classes, CLEAR)).toEqual(Uint8Array.of(0, 2, 0, 6, 0));
  });

  test('keep one that stays; images that nobody looked at count for nothing', () => {
    const reports = [SICK, null, null, SICK, CLEAR];
    expect(reportsStanding(reports, [0, 40, 80, 120, 160])).toEqual(reports);
  });
});
