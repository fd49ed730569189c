import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mask } from '../../../../src/domain/frame/frame.ts';
import { mmFromBeam } from '../../../../src/domain/geometry/sector.ts';
import { countGrade, countMatch, countScore } from '../../../../src/domain/grading/count.ts';
import { countedFind, instancesFind } from '../../../../src/domain/grading/instances.ts';
import type { CountedFinding } from '../../../../src/domain/grading/tolerance.ts';
import { marksRasterise } from '../../../../src/domain/marks/rasterise.ts';
import { type Box, box, FAN, maskOf } from './fixture.ts';

describe('instancesFind', () => {
  it('takes pixels that touch at a corner as one, and leaves specks out', () => {
    const mask = maskOf([box('rib', 10, 10, 4, 2), box('rib', 14, 12, 4, 2), box('rib', 40, 40, 3, 1)]);
    const found = instancesFind(mask, 'rib');
    expect(found.length).toBe(1);
    expect(found[0]!.areaMm2).toBe(16);
    expect(instancesFind(mask, 'rib', 0).length).toBe(2);
  });

  it('measures where an instance lies', () => {
    const rib = instancesFind(maskOf([box('rib', 40, 20, 8, 4)]), 'rib')[0]!;
    expect(rib.centre).toEqual({ x: 12, y: 22 });
    expect(rib.mean.depthMm).toBeCloseTo(22, 12);
    expect(rib.mean.lateral).toBeCloseTo(12 / 32, 12);
    expect([rib.depthFromMm, rib.depthToMm]).toEqual([20.5, 23.5]);
    expect([rib.lateralFrom, rib.lateralTo]).toEqual([8.5 / 32, 15.5 / 32]);
  });

  it('takes a B-line broken by a gap as one, and two beside each other as two', () => {
    const broken = maskOf([
      box('b_line', 10, 10, 3, 15),
      box('b_line', 11, 30, 3, 30),
      box('b_line', 20, 10, 3, 50),
    ]);
    expect(instancesFind(broken, 'b_line').map((line) => line.origin.depthMm)).toEqual([10.5, 10.5]);
    expect(instancesFind(maskOf([box('rib', 10, 10, 3, 15), box('rib', 11, 30, 3, 30)]), 'rib').length).toBe(
      2,
    );
  });

  it('counts no scrap of a B-line, but pieces of one that reach far enough together', () => {
    // 15 mm and 14 mm between the centres of the first and the last row.
    const mask = maskOf([
      box('b_line', 4, 10, 3, 16),
      box('b_line', 14, 10, 3, 15),
      box('b_line', 24, 10, 3, 6),
      box('b_line', 24, 20, 3, 6),
      box('a_line', 40, 20, 8, 1),
    ]);
    expect(instancesFind(mask, 'b_line')).toHaveLength(3);
    expect(countedFind(mask, 'b_line').map((line) => line.lateralFrom)).toEqual([-27.5 / 32, -7.5 / 32]);
    expect(countedFind(mask, 'a_line')).toHaveLength(1);
  });

  it('takes an A-line interrupted by a shadow as one, and the next one below as another', () => {
    const mask = maskOf([
      box('a_line', 5, 20, 15, 2),
      box('a_line', 30, 22, 20, 2),
      box('a_line', 5, 40, 15, 2),
      box('a_line', 8, 43, 15, 2),
    ]);
    expect(instancesFind(mask, 'a_line').map((line) => line.depthFromMm)).toHaveLength(3);
  });

  it('follows the scan lines in a fan: a leaning B-line with a gap is one', () => {
    const beam = (id: string, fromMm: number, toMm: number) => ({
      id,
      kind: 'beam' as const,
      finding: 'b_line' as const,
      origin: mmFromBeam(FAN, { lateral: 0.8, depthMm: fromMm }),
      widthMm: 3,
      endDepthMm: toMm,
    });
    const mask = marksRasterise([beam('a', 20, 50), beam('b', 70, 115)], FAN, 256);
    const found = instancesFind(mask, 'b_line');
    expect(found.length).toBe(1);
    expect(found[0]!.origin.lateral).toBeCloseTo(0.8, 2);
    expect(found[0]!.origin.depthMm).toBeLessThan(21);
  });
});

/** The count of the lines of one mask by those of another. */
function counted(marks: Mask, mask: Mask, finding: CountedFinding) {
  const expected = countedFind(mask, finding);
  return countGrade(countMatch(countedFind(marks, finding), { mask, expected, spare: [] }, finding), mask);
}

describe('countMatch', () => {
  const key = maskOf([
    box('b_line', 10, 10, 3, 50),
    box('b_line', 20, 10, 3, 50),
    box('b_line', 40, 10, 3, 50),
  ]);

  it('matches B-lines by where they begin, within 4 mm', () => {
    const marks = maskOf([box('b_line', 13, 14, 3, 40), box('b_line', 45, 10, 3, 50)]);
    const count = counted(marks, key, 'b_line');
    expect(count).toEqual({ marked: 2, expected: 3, matched: 1 });
    expect(countScore(count)).toBeCloseTo(2 / 5, 12);
  });

  it('never gives one line of the key to two marks', () => {
    const marks = maskOf([
      box('b_line', 37, 10, 2, 50),
      box('b_line', 40, 10, 2, 50),
      box('b_line', 43, 10, 2, 50),
    ]);
    expect(counted(marks, key, 'b_line')).toEqual({ marked: 3, expected: 3, matched: 1 });
  });

  it('matches A-lines by depth where both run', () => {
    const lines = maskOf([box('a_line', 10, 20, 30, 2), box('a_line', 10, 40, 30, 2)]);
    const marks = maskOf([
      box('a_line', 12, 22, 20, 2),
      box('a_line', 12, 48, 20, 2),
      box('a_line', 50, 40, 10, 2),
    ]);
    expect(counted(marks, lines, 'a_line')).toEqual({ marked: 3, expected: 2, matched: 1 });
  });

  it('counts nothing on either side as right', () => {
    const none = counted(maskOf([]), maskOf([]), 'a_line');
    expect(none).toEqual({ marked: 0, expected: 0, matched: 0 });
    expect(countScore(none)).toBe(1);
  });

  it('never matches more than there are on either side, and a mask matches itself wholly', () => {
    const lines = fc.array(
      fc.record({
        x: fc.nat(60),
        y: fc.nat(50),
        width: fc.integer({ min: 2, max: 20 }),
        height: fc.integer({ min: 2, max: 8 }),
      }),
      { maxLength: 6 },
    );
    for (const finding of ['a_line', 'b_line'] as const) {
      const draw = (items: readonly Omit<Box, 'finding'>[]) =>
        maskOf(items.map((item) => ({ ...item, finding })));
      fc.assert(
        fc.property(lines, lines, (a, b) => {
          const { marked, expected, matched } = counted(draw(a), draw(b), finding);
          expect(matched).toBeLessThanOrEqual(Math.min(marked, expected));
          const self = counted(draw(a), draw(a), finding);
          expect(self.matched).toBe(self.expected);
        }),
        { numRuns: 40 },
      );
    }
  });
});
