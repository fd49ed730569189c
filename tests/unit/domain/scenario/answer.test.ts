import { describe, expect, test } from 'vitest';
import { FINDING_INDEX, type MarkableFinding } from '../../../../src/domain/findings/finding.ts';
import type { Mask, Truth } from '../../../../src/domain/frame/frame.ts';
import type { LinearSector } from '../../../../src/domain/geometry/sector.ts';
import { keyChoose } from '../../../../src/domain/grading/key.ts';
import type { MModeSign, ScanTruth } from '../../../../src/domain/scan/scan-truth.ts';
import {
  answerExpected,
  replyGrade,
  replyIsPossible,
  signGrade,
} from '../../../../src/domain/scenario/answer.ts';
import type { AnswerFacts } from '../../../../src/domain/scenario/answer-facts.ts';
import type { ChoiceAnswer } from '../../../../src/domain/scenario/answer-source.ts';
import { lineSignRead, patternRead } from '../../../../src/domain/scenario/in-view.ts';
import type { ChoiceQuestion, NumberQuestion } from '../../../../src/domain/scenario/scenario.ts';
import { keyPlain } from '../grading/fixture.ts';

/** 64 mm wide and deep, on 256 x 256 pixels of 0.25 mm. */
const SECTOR: LinearSector = {
  kind: 'linear',
  mmPerPx: 0.25,
  originPx: { x: 128, y: 0 },
  widthMm: 64,
  depthMm: 64,
};

interface Box {
  readonly finding: MarkableFinding;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A mask of boxes given in pixels, right and bottom not included. */
function maskOf(...boxes: readonly Box[]): Mask {
  const classes = new Uint8Array(256 * 256);
  for (const { finding, left, right, top, bottom } of boxes) {
    for (let row = top; row < bottom; row++) {
      classes.fill(FINDING_INDEX[finding], row * 256 + left, row * 256 + right);
    }
  }
  return { width: 256, height: 256, classes, sector: SECTOR };
}

/** A B-line 3 mm wide, or a confluence 12 mm wide, from 16 mm deep to the bottom; `x` is its left side in mm. */
function bLine(x: number, confluent = false): Box {
  const left = (x + 32) * 4;
  const right = left + (confluent ? 48 : 12);
  return { finding: confluent ? 'b_line_confluence' : 'b_line', left, right, top: 64, bottom: 256 };
}

function truthOf(parts: Partial<Truth>): Truth {
  return { mask: maskOf(), aLines: [], bLines: [], pleura: [], ribs: [], sliding: true, ...parts };
}

function factsOf(truth: Truth | null, mask: Mask = maskOf()): AnswerFacts {
  if (truth === null) return { truth, key: keyPlain(mask, 'network') };
  return { truth, key: keyPlain(truth.mask) };
}

function count(
  answer: NumberQuestion['answer'],
  tolerance = 0,
  halfCreditWithin = tolerance,
): NumberQuestion {
  return {
    kind: 'number',
    answer,
    min: 0,
    max: 100,
    unit: null,
    isCount: typeof answer !== 'number' && answer !== 'blas_percent',
    tolerance,
    halfCreditWithin,
  };
}

const PATTERN: ChoiceQuestion = {
  kind: 'choice',
  answer: { from: 'pattern' },
  options: ['a_lines', 'b_lines', 'confluence'].map((value) => ({ value, label: value, why: null })),
};

describe('answers', () => {
  test('merged B-lines are not counted', () => {
    const facts = factsOf(truthOf({ mask: maskOf(bLine(-10), bLine(2), bLine(16, true)) }));
    const answer = { value: 2, least: 2, most: 2, provenance: 'phantom_truth' };
    expect(answerExpected(count('b_line_count'), facts)).toEqual(answer);
  });

  test('either count is right where experts differ: two B-lines that touch, a wide one', () => {
    const touching = factsOf(truthOf({ mask: maskOf(bLine(0), bLine(4), bLine(20)) }));
    expect(answerExpected(count('b_line_count'), touching)).toMatchObject({ value: 3, least: 2, most: 3 });
    expect(
      [1, 2, 3, 4].map((reply) => replyGrade(count('b_line_count', 0, 1), reply, touching).score),
    ).toEqual([50, 100, 100, 50]);
    const wide = factsOf(truthOf({ mask: maskOf({ ...bLine(0), right: 152 }) }));
    expect(answerExpected(count('b_line_count'), wide)).toMatchObject({ value: 1, least: 1, most: 2 });
  });

  test('without a truth B-lines are counted in the key, whose word it then is', () => {
    const at = (left: number): Box => ({ finding: 'b_line', left, right: left + 12, top: 64, bottom: 256 });
    const facts = factsOf(null, maskOf(at(40), at(90), at(200)));
    expect(answerExpected(count('b_line_count'), facts)).toMatchObject({ value: 3, provenance: 'network' });
    const byTruth = { ...facts.key, byClass: { b_line: 'expert' as const } };
    expect(answerExpected(count('b_line_count'), { truth: null, key: byTruth })?.provenance).toBe('expert');
  });

  test('A-lines are counted', () => {
    const line = (top: number): Box => ({ finding: 'a_line', left: 78, right: 178, top, bottom: top + 6 });
    const facts = factsOf(truthOf({ mask: maskOf(line(120), line(180)) }));
    expect(answerExpected(count('a_line_count'), facts)?.value).toBe(2);
  });

  test('the B-line artefact score is the filled share along the scan lines, in percent', () => {
    // Pleura over 100 of 256 columns, beams under 25 of these down to the bottom: a quarter.
    const mask = maskOf(
      { finding: 'pleural_line', left: 78, right: 178, top: 60, bottom: 64 },
      { finding: 'b_line', left: 100, right: 125, top: 64, bottom: 256 },
    );
    const answer = answerExpected(count('blas_percent'), factsOf(truthOf({ mask })));
    expect(Math.abs(Number(answer?.value) - 25)).toBeLessThan(1.5);
    expect(answerExpected(count('blas_percent'), factsOf(null, mask))?.value).toBe(answer?.value);
    expect(answerExpected(count('blas_percent'), factsOf(truthOf({})))?.value).toBe(0);
  });

  test('sliding is known from the truth alone', () => {
    const question: ChoiceQuestion = {
      ...PATTERN,
      answer: { from: 'sliding' },
      options: ['yes', 'no'].map((value) => ({ value, label: value, why: null })),
    };
    expect(answerExpected(question, factsOf(truthOf({ sliding: false })))?.value).toBe('no');
    expect(answerExpected(question, factsOf(truthOf({ sliding: true })))?.value).toBe('yes');
    expect(replyGrade(question, 'yes', factsOf(null))).toEqual({ score: null, expected: null });
  });

  test('three B-lines are a pattern between two ribs, not over the whole image', () => {
    const rib: Box = { finding: 'rib', left: 112, right: 152, top: 40, bottom: 50 };
    const pleura: readonly Box[] = [
      { finding: 'pleural_line', left: 8, right: 112, top: 60, bottom: 64 },
      { finding: 'pleural_line', left: 152, right: 248, top: 60, bottom: 64 },
    ];
    const read = (...lines: readonly Box[]) => {
      const mask = maskOf(rib, ...pleura, ...lines);
      return patternRead({ truth: null, key: keyChoose({ truth: mask, network: null }).key });
    };
    expect(read(bLine(-28), bLine(-20), bLine(-12))).toBe('b_lines');
    expect(read(bLine(-28), bLine(-20), bLine(12))).toBe('a_lines');
  });

  test('the gravest finding names the pattern', () => {
    const boxes = ['b_line_confluence', 'pleural_effusion', 'consolidation'].map(
      (finding, i): Box => ({
        finding: finding as MarkableFinding,
        left: 40 * i,
        right: 40 * i + 30,
        top: 100,
        bottom: 200,
      }),
    );
    const patterns = [0, 1, 2, 3].map((n) =>
      patternRead(factsOf(truthOf({ mask: maskOf(...boxes.slice(0, n)) }))),
    );
    expect(patterns).toEqual(['a_lines', 'confluence', 'effusion', 'consolidation']);
  });

  test('an answer that is no option is not graded', () => {
    const mask = maskOf({ finding: 'consolidation', left: 0, right: 50, top: 100, bottom: 200 });
    expect(replyGrade(PATTERN, 'a_lines', factsOf(truthOf({ mask })))).toEqual({
      score: null,
      expected: null,
    });
  });

  test('computed answers need an image; stated ones do not', () => {
    expect(answerExpected(count('b_line_count'), null)).toBeNull();
    expect(answerExpected(count(44), null)).toEqual({ value: 44, provenance: 'author' });
    expect(replyGrade({ ...PATTERN, answer: { value: 'b_lines' } }, 'b_lines', null).score).toBe(100);
  });

  test.each([
    [44, 100],
    [46, 100],
    [42, 100],
    [47, 50],
    [39, 50],
    [38.9, 0],
    [50, 0],
    ['44', 0],
    [Number.NaN, 0],
  ])('a reply of %s earns %i', (reply, score) => {
    expect(replyGrade(count(44, 2, 5), reply, null).score).toBe(score);
  });

  test('replies out of bounds cannot be given', () => {
    expect([0, 100, 50.5].map((reply) => replyIsPossible(count(1), reply))).toEqual([true, true, true]);
    expect([-1, 101, Number.NaN, '5', null].map((reply) => replyIsPossible(count(1), reply))).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    expect([0, 2, 2.5].map((reply) => replyIsPossible(count('b_line_count'), reply))).toEqual([
      true,
      true,
      false,
    ]);
    expect(replyIsPossible(count('blas_percent'), 2.5)).toBe(true);
    expect(['a_lines', 'effusion', 1].map((reply) => replyIsPossible(PATTERN, reply))).toEqual([
      true,
      false,
      false,
    ]);
  });

  describe('of a scanned patient', () => {
    const scan: ScanTruth = {
      condition: 'pneumothorax',
      sickZones: ['R1', 'R2', 'R-upper'],
      inView: 'pneumothorax',
      mMode: [
        { from: -1, to: -0.5, shows: 'no_pleura' },
        { from: -0.5, to: 0, shows: 'barcode' },
        { from: 0, to: 0.2, shows: 'lung_point' },
        { from: 0.2, to: 1, shows: 'seashore' },
      ],
      lungPoint: { lateral: 0.1, depthMm: 30, airSide: -1 },
    };
    const scanned = (parts: Partial<ScanTruth> = {}) => factsOf(truthOf({ scan: { ...scan, ...parts } }));
    const choose = (from: ChoiceAnswer, ...values: string[]): ChoiceQuestion => ({
      kind: 'choice',
      answer: { from },
      options: values.map((value) => ({ value, label: value, why: null })),
    });
    const sliding = (mMode: ScanTruth['mMode']) =>
      answerExpected(choose('lung_sliding', 'yes', 'no', 'in_part'), scanned({ mMode }))?.value ?? null;

    const SIDES: readonly (readonly [string | null, ...(readonly [number, number, MModeSign])[]])[] = [
      ['left', [-1, 0, 'seashore'], [0, 1, 'barcode']],
      ['right', [-1, -0.5, 'barcode'], [-0.5, 0, 'lung_point'], [0.2, 1, 'seashore']],
      ['left', [-1, 0.4, 'seashore'], [0.4, 0.5, 'lung_point']],
      ['right', [-1, -0.5, 'barcode'], [-0.5, 1, 'lung_point']],
      ['all', [-1, 0, 'seashore'], [0, 0.5, 'no_pleura'], [0.5, 1, 'seashore']],
      ['none', [-1, 1, 'barcode']],
      [null, [-1, 1, 'no_pleura']],
      [null, [-1, 1, 'lung_point']],
      [null, [-1, -0.5, 'barcode'], [-0.5, 0.5, 'seashore'], [0.5, 1, 'barcode']],
    ];
    test.each(SIDES.map(([side, ...spans]) => ({ side, spans })))(
      'the part that slides: $side',
      ({ side, spans }) => {
        const mMode = spans.map(([from, to, shows]) => ({ from, to, shows }));
        const question = choose('sliding_side', 'all', 'none', 'left', 'right');
        expect(answerExpected(question, scanned({ mMode }))?.value ?? null).toBe(side);
      },
    );

    test('sliding is told from what M-mode would show, behind ribs nothing', () => {
      expect(sliding(scan.mMode)).toBe('in_part');
      expect(sliding(scan.mMode.slice(0, 2))).toBe('no');
      expect(sliding([scan.mMode[0]!, scan.mMode[3]!])).toBe('yes');
      expect(sliding([scan.mMode[1]!, scan.mMode[3]!])).toBe('in_part');
      expect(sliding([scan.mMode[0]!])).toBeNull();
    });

    test('of a chest of which no zone was read every profile counts 0, of one without a survey none', () => {
      const profile = choose('blue_profile', 'nude', 'a_prime');
      expect(replyGrade(profile, 'nude', { ...scanned(), zones: new Map() })).toEqual({
        score: 0,
        expected: null,
      });
      expect(replyGrade(profile, 'nude', scanned())).toEqual({ score: null, expected: null });
      const pattern = choose('pattern', 'effusion');
      expect(replyGrade(pattern, 'effusion', { ...scanned(), zones: new Map() }).score).toBeNull();
    });

    test('any sick zone is right, the first option of them is named, and none only in the healthy', () => {
      const zones = choose('sick_zone', 'L1', 'R2', 'R-upper', 'none');
      expect(replyGrade(zones, 'R-upper', scanned())).toEqual({
        score: 100,
        expected: { value: 'R-upper', provenance: 'phantom_truth' },
      });
      expect(replyGrade(zones, 'L1', scanned())).toMatchObject({ score: 0, expected: { value: 'R2' } });
      expect(replyGrade(zones, 'none', scanned())).toMatchObject({ score: 0 });
      expect(replyGrade(zones, 'none', scanned({ sickZones: [] }))).toMatchObject({ score: 100 });
      expect(answerExpected(choose('sick_zone', 'L1', 'L2'), scanned())).toBeNull();
      expect(answerExpected(zones, factsOf(truthOf({})))).toBeNull();
    });

    test('the condition is what is in this image', () => {
      const conditions = choose('condition_in_view', 'normal', 'pneumothorax');
      expect(answerExpected(conditions, scanned())?.value).toBe('pneumothorax');
      expect(answerExpected(conditions, scanned({ inView: 'normal' }))?.value).toBe('normal');
    });

    test('an M-mode is graded by what its own line shows, and not where no lung lies on it', () => {
      const signs = [-0.7, -0.2, 0.1, 0.6].map((lateral) => lineSignRead(scanned().truth, lateral));
      expect(signs).toEqual(['no_pleura', 'barcode', 'lung_point', 'seashore']);
      expect(signs.map((sign) => signGrade('barcode', sign).score)).toEqual([null, 100, 0, 0]);
      expect(signGrade(null, 'seashore')).toMatchObject({ score: 0, expected: { value: 'seashore' } });
      expect(lineSignRead(truthOf({}), 0)).toBeNull();
    });
  });
});
