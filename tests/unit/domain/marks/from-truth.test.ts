import { describe, expect, it } from 'vitest';
import { MARKABLE_FINDINGS } from '../../../../src/domain/findings/finding.ts';
import type { Truth } from '../../../../src/domain/frame/frame.ts';
import { maskEmpty, maskResample } from '../../../../src/domain/frame/mask.ts';
import type { Grade } from '../../../../src/domain/grading/grade.ts';
import { gradeMarks } from '../../../../src/domain/grading/grade-marks.ts';
import { keyChoose } from '../../../../src/domain/grading/key.ts';
import { marksFromTruth } from '../../../../src/domain/marks/from-truth.ts';
import type { Mark } from '../../../../src/domain/marks/mark.ts';
import { marksShift } from '../../../../src/domain/marks/mark-shift.ts';
import { marksRasterise } from '../../../../src/domain/marks/rasterise.ts';
import type { PhantomPattern } from '../../../../src/domain/scan/phantom-request.ts';
import { phantomFrame, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';
import { box, maskOf, SQUARE } from '../grading/fixture.ts';

const classes = MARKABLE_FINDINGS.map((finding) => ({ finding }));
const EXAMS: readonly (readonly [PhantomPattern, 'convex' | 'linear', number])[] = [
  ['a_lines', 'convex', 1],
  ['a_lines', 'linear', 2],
  ['b_lines', 'convex', 3],
  ['b_lines', 'linear', 4],
  ['confluence', 'convex', 5],
  ['effusion', 'convex', 6],
  ['consolidation', 'convex', 7],
];

describe('marksFromTruth', () => {
  it('draws a line as thick and as deep as its band, and only where the mask shows it', () => {
    const mask = maskOf([box('pleural_line', 10, 10, 30, 3)]);
    const truth: Truth = {
      mask,
      aLines: [],
      bLines: [],
      pleura: [
        [
          { x: -21.5, y: 10.5 },
          { x: 25, y: 10.5 },
        ],
      ],
      ribs: [],
      sliding: true,
    };
    const [line, ...rest] = marksFromTruth(truth, mask);
    expect(rest).toEqual([]);
    if (line?.kind !== 'line') throw new Error('a pleural line is drawn as a line');
    expect(line.widthMm).toBeGreaterThan(2.5);
    expect(line.widthMm).toBeLessThan(3.1);
    expect(line.points[0]!.y).toBeCloseTo(11.5, 1);
    expect(line.points[line.points.length - 1]!.x).toBeLessThan(11);
  });

  it('draws a single B-line as a beam with the ends and width it has, and a confluence as an outline', () => {
    const mask = maskOf([box('b_line', 20, 12, 4, 40), box('b_line_confluence', 40, 12, 12, 50)]);
    const origin = { x: -9, y: 11 };
    const truth: Truth = {
      mask,
      aLines: [],
      bLines: [
        { origin, lateral: -10 / 32, widthMm: 9, endDepthMm: 60, confluent: false },
        { origin: { x: 14, y: 12 }, lateral: 14 / 32, widthMm: 12, endDepthMm: 62, confluent: true },
      ],
      pleura: [],
      ribs: [],
      sliding: true,
    };
    const [region, beam] = marksFromTruth(truth, mask) as [Mark, Mark];
    expect(region).toMatchObject({ kind: 'region', finding: 'b_line_confluence' });
    if (beam.kind !== 'beam') throw new Error('a B-line is drawn as a beam');
    expect(beam.origin.x).toBeCloseTo(-10, 10);
    expect([beam.origin.y, beam.endDepthMm, beam.widthMm].map((v) => Math.round(v * 1e6) / 1e6)).toEqual([
      12, 52, 4,
    ]);
    expect(marksRasterise([region, beam], SQUARE, 64).classes).toEqual(mask.classes);
  });

  it('marks nothing where nothing is shown', () => {
    const mask = maskEmpty(SQUARE, 64);
    const truth: Truth = { mask, aLines: [], bLines: [], pleura: [], ribs: [], sliding: true };
    expect(marksFromTruth(truth, mask)).toEqual([]);
  });
});

describe('grades on phantom frames', () => {
  const results = EXAMS.map(([pattern, probe, seed]) => {
    const { truth } = phantomFrame(phantomOpen({ seed, pattern, probe, split: 'game' }), 5, 256);
    const sector = truth.mask.sector;
    const mask = maskResample(truth.mask, sector, 256);
    const { key } = keyChoose({ truth: mask, network: null });
    const marks = marksFromTruth(truth, mask);
    const grade = (drawn: readonly Mark[]): Grade =>
      gradeMarks({ marks: marksRasterise(drawn, sector, 256), key, classes });
    return {
      name: `${pattern} ${probe} ${seed}`,
      pattern,
      perfect: grade(marks),
      none: grade([]),
      shifted: grade(marksShift(marks, sector, 7.07, 7.07)),
    };
  });

  it('are at least 90 for marks made from the truth, for every class', () => {
    for (const { name, perfect } of results) {
      expect(perfect.score, name).toBeGreaterThanOrEqual(95);
      for (const item of perfect.classes)
        expect(item.score, `${name} ${item.finding}`).toBeGreaterThanOrEqual(90);
    }
  });

  it('are 0 for no marks', () => {
    for (const { name, none } of results) expect(none.score, name).toBe(0);
  });

  it('are under 40 for marks shifted by 10 mm, half to the side and half deeper', () => {
    for (const { name, shifted } of results) expect(shifted.score, name).toBeLessThan(40);
  });
});
