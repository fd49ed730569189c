import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ACCEPTABLE_FAILURE,
  COMPETENCE_NONE,
  COMPETENT_LIMIT,
  type Competence,
  CUSUM_HORIZON,
  competenceAdd,
  LOST_LIMIT,
  learningSum,
  lossSum,
  UNACCEPTABLE_FAILURE,
} from '../../../../src/domain/learning/lc-cusum.ts';
import { cusumLimitFind, cusumPeaks, cusumReach } from '../../../../src/domain/learning/lc-cusum-limit.ts';
import { randomCreate } from '../../../../src/domain/numbers/random.ts';

/** A verdict on somebody may be wrong in no more than this share. */
const ALPHA = 0.1;
const RUNS = 20_000;

const competenceOf = (answers: readonly boolean[], from: Competence = COMPETENCE_NONE): Competence =>
  answers.reduce(competenceAdd, from);
const repeat = (isRight: boolean, times: number): boolean[] => Array<boolean>(times).fill(isRight);

describe('the sums by hand', () => {
  // ln(0.9 / 0.8) = 0.117783, ln(0.1 / 0.2) = -0.693147.
  test('a right answer adds ln(9/8), a wrong one takes ln 2, and none falls below 0', () => {
    expect(learningSum(0, true)).toBeCloseTo(0.117783, 6);
    expect(learningSum(1, false)).toBeCloseTo(1 - Math.LN2, 12);
    expect(learningSum(0.5, false)).toBe(0);
    expect(lossSum(0, false)).toBeCloseTo(Math.LN2, 12);
    expect(lossSum(1, true)).toBeCloseTo(0.882217, 6);
    expect(lossSum(0.1, true)).toBe(0);
  });

  test('without an error it takes 32 answers: 31 x 0.117783 = 3.651, 32 x 0.117783 = 3.769', () => {
    expect(competenceOf(repeat(true, 31)).kind).toBe('not_yet');
    expect(competenceOf(repeat(true, 32))).toEqual({ kind: 'competent', sum: 0, items: 32, atItem: 32 });
  });

  test('competence is lost after six errors on end (6 x 0.693 = 4.16, 5 x 0.693 = 3.47), and can be won again', () => {
    const competent = competenceOf(repeat(true, 32));
    expect(competenceOf(repeat(false, 5), competent).kind).toBe('competent');
    const lost = competenceOf(repeat(false, 6), competent);
    expect(lost).toEqual({ kind: 'lost', sum: 0, items: 38, atItem: 38 });
    expect(competenceOf(repeat(true, 31), lost).kind).toBe('lost');
    expect(competenceOf(repeat(true, 32), lost)).toMatchObject({ kind: 'competent', atItem: 70 });
  });

  test('nobody is competent with half of the answers wrong', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (pairs) => {
        const answers = repeat(true, 2 * pairs).map((_, i) => i % 2 === 0);
        expect(competenceOf(answers).kind).toBe('not_yet');
      }),
    );
  });

  test('the sum is never negative, and every answer is counted', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 300 }), (answers) => {
        const competence = competenceOf(answers);
        expect(competence.sum).toBeGreaterThanOrEqual(0);
        expect(competence.items).toBe(answers.length);
      }),
    );
  });
});

describe('the limits, found by simulation', () => {
  const peaks = (step: typeof learningSum, failure: number, seed: number) =>
    cusumPeaks(step, failure, CUSUM_HORIZON, RUNS, randomCreate(seed, 1));

  test('competence: at most one in ten of those who fail at 20 % is declared, and nine in ten at 10 % are', () => {
    const unable = peaks(learningSum, UNACCEPTABLE_FAILURE, 1);
    expect(cusumLimitFind(unable, ALPHA)).toBe(COMPETENT_LIMIT);
    const falseRate = cusumReach(unable, COMPETENT_LIMIT);
    const trueRate = cusumReach(peaks(learningSum, ACCEPTABLE_FAILURE, 2), COMPETENT_LIMIT);
    console.log(
      `LC-CUSUM, ${CUSUM_HORIZON} answers, limit ${COMPETENT_LIMIT}: declared competent ${falseRate} at 20 % failure, ${trueRate} at 10 %`,
    );
    expect(falseRate).toBeLessThanOrEqual(ALPHA);
    expect(trueRate).toBeGreaterThanOrEqual(1 - ALPHA);
  });

  test('loss: at most one in ten of those who fail at 10 % is told so, and nine in ten at 20 % are', () => {
    const able = peaks(lossSum, ACCEPTABLE_FAILURE, 3);
    expect(cusumLimitFind(able, ALPHA)).toBe(LOST_LIMIT);
    const falseRate = cusumReach(able, LOST_LIMIT);
    const trueRate = cusumReach(peaks(lossSum, UNACCEPTABLE_FAILURE, 4), LOST_LIMIT);
    console.log(
      `CUSUM of loss, ${CUSUM_HORIZON} answers, limit ${LOST_LIMIT}: said to be lost ${falseRate} at 10 % failure, ${trueRate} at 20 %`,
    );
    expect(falseRate).toBeLessThanOrEqual(ALPHA);
    expect(trueRate).toBeGreaterThanOrEqual(1 - ALPHA);
  });

  test('a limit by hand: of ten peaks one may reach it', () => {
    const ten = Float64Array.of(0, 0, 0, 0, 0, 0, 0, 1, 2, 3);
    expect(cusumLimitFind(ten, 0.1)).toBe(2.01);
    expect(cusumReach(ten, 2.01)).toBe(0.1);
    expect(cusumReach(ten, 2)).toBe(0.2);
  });
});
