import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MARKABLE_FINDINGS, type MarkableFinding } from '../../../../src/domain/findings/finding.ts';
import type { MmPoint } from '../../../../src/domain/geometry/point.ts';
import { mmFromBeam, type Sector } from '../../../../src/domain/geometry/sector.ts';
import { blasMeasure } from '../../../../src/domain/grading/blas.ts';
import { GradingError } from '../../../../src/domain/grading/errors.ts';
import type { Grade, Key } from '../../../../src/domain/grading/grade.ts';
import { gradeMarks } from '../../../../src/domain/grading/grade-marks.ts';
import type { Where } from '../../../../src/domain/grading/graded-class.ts';
import { aLinesCount, bLinesCount } from '../../../../src/domain/grading/key/key-count.ts';
import { keyOfExperts } from '../../../../src/domain/grading/key/key-experts.ts';
import type { Mark } from '../../../../src/domain/marks/mark.ts';
import { marksShift } from '../../../../src/domain/marks/mark-shift.ts';
import { marksRasterise } from '../../../../src/domain/marks/rasterise.ts';
import { answerExpected, replyGrade } from '../../../../src/domain/scenario/answer.ts';
import { FAN, SQUARE } from './fixture.ts';

const SIGNED = { by: 'A. Teacher', date: '2026-11-30' };

function keyOf(drawings: readonly (readonly Mark[])[], sector: Sector = SQUARE, size = 64): Key {
  return keyOfExperts({ drawings: drawings.map((marks) => ({ ...SIGNED, marks })), sector, size }).key;
}

function grade(marks: readonly Mark[], key: Key, where?: Where): Grade {
  return gradeMarks({
    marks: marksRasterise(marks, key.mask.sector, key.mask.width),
    key,
    classes: MARKABLE_FINDINGS.map((finding) => ({ finding, ...(where !== undefined && { where }) })),
    drawn: marks,
  });
}

const beam = (x: number, widthMm = 3): Mark => ({
  id: `b${x}`,
  kind: 'beam',
  finding: 'b_line',
  origin: { x, y: 12 },
  widthMm,
  endDepthMm: 64,
});

const across = (finding: MarkableFinding, y: number, from = -20, to = 20): Mark => ({
  id: `${finding}${y}`,
  kind: 'line',
  finding,
  points: [
    { x: from, y },
    { x: to, y },
  ],
  widthMm: 2,
});

const region = (finding: MarkableFinding, x: number, y: number, width: number, height: number): Mark => ({
  id: `${finding}${x}`,
  kind: 'region',
  finding,
  points: [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ],
});

/** The pixels of a class's findings, of each how many, and how many of them must be marked. */
const sizes = (key: Key, finding: MarkableFinding) =>
  key.findings
    .filter((one) => one.finding === finding)
    .map(({ pixels, core, standing }) => [pixels.length, core.length, standing]);

describe('the key of one expert', () => {
  it('is what was drawn, as it was drawn', () => {
    const { key, classes } = keyOfExperts({
      drawings: [{ ...SIGNED, marks: [across('pleural_line', 12), beam(0.5)] }],
      sector: SQUARE,
      size: 64,
    });
    expect(key).toMatchObject({ provenance: 'expert', byClass: {}, doubt: null, isChecked: true });
    expect(key.readings).toBeUndefined();
    // 3 columns of 52 rows, from 12 mm to 64 mm.
    expect(sizes(key, 'b_line')).toEqual([[156, 156, 'asked']]);
    // 2 rows of 40 columns with round ends of 1 mm, of which the beam has the 3 pixels of its first row.
    const [[pixels, core] = []] = sizes(key, 'pleural_line');
    expect(pixels).toBe(Number(core) + 3);
    expect(classes.map(({ verdict, signed }) => [verdict, signed])).toEqual(
      MARKABLE_FINDINGS.map(() => ['expert', [SIGNED]]),
    );
  });

  it('keeps what anatomy would leave out: a B-line without a root, an A-line at no multiple', () => {
    const key = keyOf([[across('pleural_line', 12), { ...beam(0.5), origin: { x: 0.5, y: 30 } } as Mark]]);
    expect(sizes(key, 'b_line')).toEqual([[102, 102, 'asked']]);
    const lines = keyOf([[across('pleural_line', 12), across('a_line', 24), across('a_line', 31)]]);
    expect(lines.findings.map(({ finding, multiple }) => [finding, multiple])).toEqual([
      ['pleural_line', null],
      ['a_line', 2],
      ['a_line', null],
    ]);
    expect(aLinesCount(lines)).toEqual({ count: 2, least: 2, most: 2 });
  });

  it('has as many B-lines as were drawn, also where they touch', () => {
    const three = [beam(-2.5), beam(0.5), beam(3.5)];
    const key = keyOf([[across('pleural_line', 12), ...three]]);
    expect(sizes(key, 'b_line')).toEqual([
      [156, 156, 'asked'],
      [156, 156, 'asked'],
      [156, 156, 'asked'],
    ]);
    expect(bLinesCount(key).count).toBe(3);
    const bLines = grade(three, key).classes.find(({ finding }) => finding === 'b_line');
    expect(bLines).toMatchObject({ score: 100, count: { marked: 3, expected: 3, matched: 3 } });
  });

  it('takes two strokes on the same scan lines for one B-line', () => {
    const key = keyOf([[beam(0.5), { ...beam(1.5), origin: { x: 1.5, y: 30 } } as Mark]]);
    expect(bLinesCount(key).count).toBe(1);
  });

  it('lets a line that crosses another finding be either there, and an area take the place of one below', () => {
    const [line, over] = [across('a_line', 24), beam(0.5)];
    const score = (marks: readonly Mark[], key: Key) => grade(marks, key, 'all_windows').score;
    expect(score([over, line], keyOf([[line, over]]))).toBe(100);
    const fluid = region('pleural_effusion', -10, 30, 20, 20);
    const tissue = region('consolidation', -10, 40, 20, 20);
    const key = keyOf([[fluid, tissue]]);
    expect(sizes(key, 'pleural_effusion')).toEqual([[200, 200, 'asked']]);
    expect(sizes(key, 'consolidation')).toEqual([[400, 400, 'asked']]);
  });

  it('says that nothing is there where nothing was drawn', () => {
    const key = keyOf([[]]);
    expect(key.findings).toEqual([]);
    expect(grade([], key).score).toBe(100);
    expect(grade([beam(0.5)], key).score).toBe(0);
  });

  it('needs an expert', () => {
    expect(() => keyOf([])).toThrow(GradingError);
  });
});

describe('the key of two experts', () => {
  const pleura = across('pleural_line', 12);

  it('asks for what both drew, and welcomes what one of them drew', () => {
    const key = keyOf([
      [pleura, beam(-15.5), beam(0.5), beam(15.5)],
      [pleura, beam(-14.5), beam(0.5), beam(15.5), beam(24.5)],
    ]);
    // The first line is 3 columns of either, of which 4 are of one or both, all within 2 mm of the other.
    expect(sizes(key, 'b_line')).toEqual([
      [208, 208, 'asked'],
      [156, 156, 'asked'],
      [156, 156, 'asked'],
      [156, 156, 'welcome'],
    ]);
    expect(key.findings.at(-1)?.reason).toBe('one_expert');
    expect(key.readings?.map((reading) => bLinesCount(reading).count)).toEqual([3, 4]);
    for (const marks of [
      [pleura, beam(-15.5), beam(0.5), beam(15.5)],
      [pleura, beam(-14.5), beam(0.5), beam(15.5), beam(24.5)],
    ]) {
      expect(grade(marks, key).score).toBe(100);
    }
    // One of three that have to be marked is missing: of both readings.
    const less = grade([pleura, beam(0.5), beam(15.5)], key);
    expect(less.classes.find(({ finding }) => finding === 'b_line')?.score).toBeLessThan(90);
  });

  it('asks for an area where both have it within the tolerance', () => {
    const key = keyOf([
      [region('pleural_effusion', -20, 20, 20, 20)],
      [region('pleural_effusion', -10, 20, 20, 20)],
    ]);
    // 30 columns by 20 rows; those more than 3 mm (TOLERANCE_MM) outside the other's need not be marked: 2 x 7 columns.
    expect(sizes(key, 'pleural_effusion')).toEqual([[600, 320, 'asked']]);
  });

  it('answers what either sees', () => {
    const key = keyOf([
      [pleura, beam(-15.5), beam(0.5), beam(15.5)],
      [pleura, beam(-15.5), beam(0.5)],
    ]);
    const facts = { truth: null, key };
    const share = {
      kind: 'number',
      answer: 'blas_percent',
      min: 0,
      max: 100,
      unit: '%',
      isCount: false,
    } as const;
    const expected = answerExpected({ ...share, tolerance: 0, halfCreditWithin: 0 }, facts);
    const [least, most] = [key.readings![1], key.readings![0]].map(
      ({ mask }) => 100 * blasMeasure(mask).scanline,
    );
    expect(least).toBeLessThan(Number(most));
    expect(expected).toMatchObject({ provenance: 'expert' });
    expect(expected?.least).toBeCloseTo(least!, 1);
    expect(expected?.most).toBeCloseTo(most!, 1);
    expect(expected?.value).toBeCloseTo((least! + most!) / 2, 0);
    const pattern = (...values: readonly string[]) => ({
      kind: 'choice' as const,
      answer: { from: 'pattern' as const },
      options: values.map((value) => ({ value, label: value, why: null })),
    });
    // Three B-lines in a window are a pattern, two are none.
    const both = pattern('a_lines', 'b_lines', 'effusion');
    const scores = ['b_lines', 'a_lines', 'effusion'].map((reply) => replyGrade(both, reply, facts).score);
    expect(scores).toEqual([100, 100, 0]);
    expect(replyGrade(both, 'effusion', facts).expected?.value).toBe('b_lines');
    expect(answerExpected(pattern('a_lines', 'effusion'), facts)?.value).toBe('a_lines');
    expect(answerExpected(pattern('effusion', 'consolidation'), facts)).toBeNull();
  });

  it('asks for nothing where they are at odds', () => {
    const key = keyOf([[beam(-15.5)], [beam(15.5)]]);
    expect(sizes(key, 'b_line').map(([, , standing]) => standing)).toEqual(['welcome', 'welcome']);
    for (const marks of [[], [beam(-15.5)], [beam(15.5)]]) expect(grade(marks, key).score).toBe(100);
    expect(grade([beam(0.5)], key).score).toBe(0);
  });
});

/** A place in the fan: scan line -0.95 to 0.95, depth in mm. */
const place = (least: number, most: number) =>
  fc
    .record({
      lateral: fc.double({ min: -0.9, max: 0.9, noNaN: true }),
      depthMm: fc.double({ min: least, max: most, noNaN: true }),
    })
    .map((beamPoint) => mmFromBeam(FAN, beamPoint));

const size = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true });

const boxAround = (point: MmPoint, wide: number, high: number): readonly MmPoint[] => [
  { x: point.x - wide, y: point.y - high },
  { x: point.x + wide, y: point.y - high },
  { x: point.x + wide, y: point.y + high },
  { x: point.x - wide, y: point.y + high },
];

const AREAS = ['rib', 'b_line_confluence', 'pleural_effusion', 'consolidation'] as const;

const anyMark: fc.Arbitrary<Mark> = fc.oneof(
  fc
    .record({ origin: place(12, 60), widthMm: size(1, 5) })
    .map((made): Mark => ({ ...made, id: 'm', kind: 'beam', finding: 'b_line', endDepthMm: 118 })),
  fc
    .record({
      finding: fc.constantFrom('pleural_line' as const, 'a_line' as const),
      from: place(15, 90),
      long: size(8, 40),
      slant: size(-4, 4),
      widthMm: size(1, 3),
    })
    .map(
      ({ finding, from, long, slant, widthMm }): Mark => ({
        id: 'm',
        kind: 'line',
        finding,
        points: [from, { x: from.x + long, y: from.y + slant }],
        widthMm,
      }),
    ),
  fc
    .record({ finding: fc.constantFrom(...AREAS), at: place(10, 90), wide: size(3, 15), high: size(3, 15) })
    .map(
      ({ finding, at, wide, high }): Mark => ({
        id: 'm',
        kind: 'region',
        finding,
        points: boxAround(at, wide, high),
      }),
    ),
  fc
    .record({
      finding: fc.constantFrom(...AREAS),
      points: fc.array(place(10, 90), { minLength: 1, maxLength: 3 }),
    })
    .map(({ finding, points }): Mark => ({ id: 'm', kind: 'brush', finding, points, radiusMm: 4 })),
);

const drawing = fc.array(anyMark, { maxLength: 8 });

describe('by the key of experts', () => {
  it('who draws the very same marks is wholly right, whatever they are', () => {
    fc.assert(
      fc.property(drawing, fc.constantFrom<Where[]>('main_window', 'all_windows'), (marks, where) => {
        const { score, classes } = grade(marks, keyOf([marks], FAN, 256), where);
        expect(classes.filter((one) => one.score < 100 - 1e-9)).toEqual([]);
        expect(score).toBeCloseTo(100, 9);
      }),
      { numRuns: 60 },
    );
  });

  it.each<[string, readonly Mark[]]>([
    [
      'an A-line of which another finding leaves a speck',
      [across('a_line', 15, 0, 8), across('a_line', 18, 0, 8), region('rib', -3, 5, 9, 11)],
    ],
    [
      'a B-line of which others leave pieces too short to be counted',
      [beam(0), region('rib', -6, 10, 12, 25), region('rib', -6, 37, 12, 26)],
    ],
  ])('%s is not asked for, and right where it is marked', (_, marks) => {
    const { score, classes } = grade(marks, keyOf([marks], FAN, 256), 'all_windows');
    expect(classes.filter((one) => one.score < 100 - 1e-9)).toEqual([]);
    expect(score).toBeCloseTo(100, 9);
  });

  it('who marks as either expert did misses nothing and marks nothing in vain', () => {
    fc.assert(
      fc.property(drawing, drawing, fc.nat(5), (first, other, shared) => {
        const second = [...marksShift(first.slice(0, shared), FAN, 0.7, 0.4), ...other];
        const key = keyOf([first, second], FAN, 256);
        for (const marks of [first, second]) {
          for (const { finding, precision, recall } of grade(marks, key, 'all_windows').classes) {
            // A class that another covers in the other's drawing is not there for who draws it so.
            expect([finding, precision ?? 1, recall ?? 1].slice(0, 2)).toEqual([finding, 1]);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
