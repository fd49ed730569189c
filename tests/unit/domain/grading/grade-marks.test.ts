import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FINDING_INDEX,
  MARKABLE_FINDINGS,
  type MarkableFinding,
  PAPER_FINDINGS,
} from '../../../../src/domain/findings/finding.ts';
import { classComponents } from '../../../../src/domain/frame/components.ts';
import { maskCounts } from '../../../../src/domain/frame/mask.ts';
import { GradingError } from '../../../../src/domain/grading/errors.ts';
import type { Grade } from '../../../../src/domain/grading/grade.ts';
import { gradeMarks } from '../../../../src/domain/grading/grade-marks.ts';
import { type Box, box, keyOf, maskOf } from './fixture.ts';

const CLASSES = PAPER_FINDINGS.map((finding) => ({ finding }));
const grade = (
  marks: readonly Box[],
  key: readonly Box[],
  classes: Parameters<typeof gradeMarks>[0]['classes'] = CLASSES,
) => gradeMarks({ marks: maskOf(marks), key: keyOf(key), classes });
const of = (result: Grade, finding: MarkableFinding) =>
  result.classes.find((item) => item.finding === finding)!;

const PLEURA = box('pleural_line', 10, 10, 40, 2);
const A_LINE = box('a_line', 10, 22, 40, 2);
const B_LINE = box('b_line', 20, 12, 4, 50);

describe('gradeMarks', () => {
  it('gives 100 for marks equal to the key, and 100 for a correct absence without letting it dilute', () => {
    const result = grade([PLEURA, A_LINE], [PLEURA, A_LINE]);
    expect(result.score).toBe(100);
    expect(of(result, 'b_line')).toMatchObject({
      status: 'correct_absence',
      score: 100,
      overlap: 1,
      dice: 1,
      iou: 1,
    });
    expect(of(grade([PLEURA], [PLEURA, A_LINE]), 'rib').status).toBe('correct_absence');
    expect(grade([PLEURA], [PLEURA, A_LINE]).score).toBe(50);
  });

  it('gives 0 for no marks on a frame with findings, and 100 for none on a frame without', () => {
    expect(grade([], [PLEURA, A_LINE, B_LINE]).score).toBe(0);
    expect(grade([], []).score).toBe(100);
  });

  it('gives 0 for a class that is marked and not there', () => {
    const result = grade([PLEURA, B_LINE], [PLEURA]);
    expect(of(result, 'b_line')).toMatchObject({ status: 'scored', score: 0, precision: 0, recall: null });
    expect(result.score).toBe(50);
  });

  it('does not take a slip of the hand under 4 mm^2 for a mark', () => {
    expect(of(grade([box('rib', 5, 5, 3, 1)], []), 'rib').status).toBe('correct_absence');
    expect(of(grade([box('rib', 5, 5, 2, 2)], []), 'rib')).toMatchObject({ status: 'scored', score: 0 });
  });

  it('scores overlap with the tolerance, and shows strict Dice and IoU beside it', () => {
    const moved = { ...PLEURA, y: 11 };
    const found = of(grade([moved], [PLEURA]), 'pleural_line');
    expect(found).toMatchObject({ overlap: 1, score: 100, dice: 0.5, toleranceMm: 1.5 });
    expect(found.iou).toBeCloseTo(1 / 3, 12);
    const strict = of(
      grade([moved], [PLEURA], [{ finding: 'pleural_line', toleranceMm: 0 }]),
      'pleural_line',
    );
    expect(strict.score).toBe(50);
  });

  it('blends the count into A-lines: one of two, drawn well, gives 0.7 x 2/3 + 0.3 x 2/3', () => {
    const second = { ...A_LINE, y: 34 };
    const found = of(grade([A_LINE], [A_LINE, second]), 'a_line');
    expect(found.count).toEqual({ marked: 1, expected: 2, matched: 1 });
    expect(found.score).toBeCloseTo(100 * (2 / 3), 10);
    const shallow = of(
      grade([{ ...A_LINE, width: 20 }], [A_LINE], [{ finding: 'a_line', toleranceMm: 0 }]),
      'a_line',
    );
    expect(shallow.score).toBeCloseTo(100 * (0.7 * (2 / 3) + 0.3), 10);
  });

  it('gives half credit for single B-lines on a confluence, judged as the confluence and not twice', () => {
    const confluence = box('b_line_confluence', 20, 12, 20, 50);
    const result = grade([{ ...confluence, finding: 'b_line' }], [confluence]);
    expect(of(result, 'b_line').status).toBe('correct_absence');
    expect(of(result, 'b_line').count).toEqual({ marked: 0, expected: 0, matched: 0 });
    expect(of(result, 'b_line_confluence')).toMatchObject({
      precision: 0.5,
      recall: 0.5,
      score: 50,
      dice: 0,
    });
    expect(result.score).toBe(50);
  });

  it('gives half credit for a confluence drawn on a single B-line, but not its count', () => {
    const result = grade([{ ...B_LINE, finding: 'b_line_confluence' }], [B_LINE]);
    expect(of(result, 'b_line_confluence').status).toBe('correct_absence');
    expect(of(result, 'b_line').score).toBeCloseTo(35, 10);
  });

  it('weighs classes as asked', () => {
    const classes = [{ finding: 'pleural_line', weight: 3 }, { finding: 'a_line' }] as const;
    expect(grade([PLEURA], [PLEURA, A_LINE], classes).score).toBe(75);
  });

  it('leaves out what the key cannot be trusted for, and scores 0 when that is everything', () => {
    const plain = keyOf([PLEURA, A_LINE]);
    const findings = plain.findings.map((one) =>
      one.finding === 'a_line' ? { ...one, standing: 'neutral' as const, reason: 'unsure' as const } : one,
    );
    const key = { ...plain, findings };
    const classes = [{ finding: 'pleural_line' }, { finding: 'a_line' }] as const;
    const result = gradeMarks({ marks: maskOf([PLEURA]), key, classes });
    expect(result.score).toBe(100);
    expect(of(result, 'a_line')).toMatchObject({ status: 'not_scored', score: 0 });
    expect(maskCounts(result.miss)[FINDING_INDEX.a_line]).toBe(0);
    expect(gradeMarks({ marks: maskOf([PLEURA]), key, classes: [{ finding: 'a_line' }] }).score).toBe(0);
  });

  it("says where each class's key comes from", () => {
    const key = {
      ...keyOf([PLEURA, A_LINE]),
      provenance: 'network',
      byClass: { a_line: 'phantom_truth' },
    } as const;
    const result = gradeMarks({ marks: maskOf([]), key, classes: CLASSES });
    expect(of(result, 'a_line').provenance).toBe('phantom_truth');
    expect(of(result, 'rib').provenance).toBe('network');
  });

  it('draws hits, misses and extras with the tolerance', () => {
    const result = grade([{ ...PLEURA, y: 11, x: 30, width: 30 }], [PLEURA]);
    const at = (mask: 'hit' | 'miss' | 'extra', column: number, row: number) =>
      result[mask].classes[row * 64 + column];
    expect([at('hit', 40, 10), at('hit', 40, 11), at('hit', 40, 12)]).toEqual([2, 2, 2]);
    expect([at('miss', 15, 10), at('miss', 40, 10), at('hit', 15, 10)]).toEqual([2, 0, 0]);
    expect([at('extra', 57, 11), at('extra', 40, 12)]).toEqual([2, 0]);
  });

  it("gives the B-line artefact score of marks and key, with the key's pleura where none was marked", () => {
    const result = grade([B_LINE], [PLEURA, { ...B_LINE, width: 8 }]);
    expect(result.blas?.marked.box).toBeCloseTo(4 / 40, 12);
    expect(result.blas?.key.box).toBeCloseTo(8 / 40, 12);
    expect(grade([PLEURA], [PLEURA], [{ finding: 'pleural_line' }]).blas).toBeNull();
    // Who is asked for confluences alone leaves B-lines unmarked, and is not told that they saw none.
    const alone = [{ finding: 'b_line_confluence' as const }];
    expect(grade([], [PLEURA, B_LINE], alone).blas).toBeNull();
    expect(grade([], [PLEURA], alone).blas?.key.scanline).toBe(0);
  });

  it('measures marks in the space that the key has, also where neither pleural line nor ribs were marked', () => {
    const rib = box('rib', 2, 4, 10, 4);
    const known = [rib, PLEURA, B_LINE];
    const alone = grade([B_LINE], known).blas!;
    expect(alone.marked).toEqual(alone.key);
    expect(alone.marked.scanline).toBeGreaterThan(0);
    // A learner's own pleural line says how wide they take the space to be.
    const narrow = grade([{ ...PLEURA, width: 20 }, B_LINE], known).blas!;
    expect(narrow.marked.scanline).toBeGreaterThan(narrow.key.scanline);
  });

  it('refuses marks on another raster', () => {
    expect(() =>
      gradeMarks({ marks: maskOf([], keyOf([]).mask.sector, 32), key: keyOf([]), classes: CLASSES }),
    ).toThrow(GradingError);
  });
});

describe('grades of any marks', () => {
  const boxes = fc.array(
    fc.record({
      finding: fc.constantFrom(...MARKABLE_FINDINGS),
      x: fc.integer({ min: 12, max: 45 }),
      y: fc.integer({ min: 12, max: 45 }),
      width: fc.integer({ min: 2, max: 12 }),
      height: fc.integer({ min: 2, max: 12 }),
    }),
    { maxLength: 5 },
  );
  const all = MARKABLE_FINDINGS.map((finding) => ({ finding }));

  it('lie within 0 and 100, and are 100 against themselves', () => {
    fc.assert(
      fc.property(boxes, boxes, (marks, key) => {
        const result = grade(marks, key, all);
        for (const score of [result.score, ...result.classes.map((item) => item.score)]) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
        }
        // A finding that others cover but for a speck is none of the key's.
        fc.pre(
          MARKABLE_FINDINGS.every(
            (one) => classComponents(maskOf(key), one, 0).length === classComponents(maskOf(key), one).length,
          ),
        );
        expect(grade(key, key, all).score).toBeCloseTo(100, 10);
        if (
          maskOf(key).classes.some((value) => value > 0) &&
          grade(key, key, all).classes.some((c) => c.status === 'scored')
        ) {
          expect(grade([], key, all).score).toBe(0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('do not change when marks and key move together', () => {
    const moved = (items: readonly Box[], dx: number, dy: number) =>
      items.map((item) => ({ ...item, x: item.x + dx, y: item.y + dy }));
    fc.assert(
      fc.property(
        boxes,
        boxes,
        fc.integer({ min: -6, max: 6 }),
        fc.integer({ min: -6, max: 6 }),
        (marks, key, dx, down) => {
          // A pleural line tells by its depth where A-lines can be, so with one there is only sideways.
          const dy = key.some(({ finding }) => finding === 'pleural_line') ? 0 : down;
          const here = grade(marks, key, all);
          const there = grade(moved(marks, dx, dy), moved(key, dx, dy), all);
          here.classes.forEach((item, i) => {
            expect(there.classes[i]!.overlap).toBeCloseTo(item.overlap, 10);
            expect(there.classes[i]!.dice).toBeCloseTo(item.dice, 10);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never call a pixel of one class both missed and found', () => {
    fc.assert(
      fc.property(boxes, boxes, (marks, key) => {
        const result = grade(marks, key, all);
        result.miss.classes.forEach((value, at) => {
          if (value > 0) expect(result.hit.classes[at]).not.toBe(value);
        });
      }),
      { numRuns: 40 },
    );
  });
});
