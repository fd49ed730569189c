import { describe, expect, test } from 'vitest';
import { randomCreate } from '../../../../src/domain/numbers/random.ts';
import { type CourseResult, courseRun } from '../../../../src/lab/learners/course.ts';
import { figuresOf, savingOf } from '../../../../src/lab/learners/figures.ts';
import {
  answerDraw,
  failureOn,
  knackDraw,
  type Practice,
  practiceAdd,
} from '../../../../src/lab/learners/learner.ts';
import { LEARNER_MODEL as MODEL } from '../../../../src/lab/learners/model.ts';

/** Neither quick nor slow. */
const AVERAGE = { startFailure: MODEL.startFailure, rate: MODEL.rate / MODEL.skillsPerCourse };

function practised(items: number, day = 0): Practice | undefined {
  let practice: Practice | undefined;
  for (let item = 0; item < items; item++) practice = practiceAdd(MODEL, AVERAGE, practice, day);
  return practice;
}

describe('a simulated learner', () => {
  test('learns as those of Kwan et al. did: 80, 85, 90, 95 % after 20, 55, 110, 215 images, but for slips', () => {
    const rightAfter = (images: number) =>
      1 - failureOn(MODEL, AVERAGE, 'a_line.find', practised(Math.round(images / MODEL.skillsPerCourse)), 0);
    for (const [images, right] of [
      [20, 0.8],
      [55, 0.85],
      [110, 0.9],
      [215, 0.95],
    ] as const) {
      expect(rightAfter(images)).toBeGreaterThan(right - MODEL.slip);
      expect(rightAfter(images)).toBeLessThan(right + 0.01);
    }
  });

  test('starts as those after 90 minutes of theory did: 12 % of B-patterns and 66 % of slidings wrong', () => {
    expect(failureOn(MODEL, AVERAGE, 'b_line.find', undefined, 0)).toBeCloseTo(0.12, 2);
    expect(failureOn(MODEL, AVERAGE, 'lung_sliding', undefined, 0)).toBeCloseTo(0.66, 2);
  });

  test('forgets as residents did: 0.447 of the gain is left after a year', () => {
    const start = failureOn(MODEL, AVERAGE, 'a_line.find', undefined, 0);
    const practice = practised(60);
    const gainAt = (day: number) => start - failureOn(MODEL, AVERAGE, 'a_line.find', practice, day);
    expect(gainAt(365) / gainAt(0)).toBeCloseTo(0.447, 1);
    expect(gainAt(21) / gainAt(0)).toBeCloseTo(0.9, 2);
  });

  test('keeps for longer what was practised on two days, but not twice on one', () => {
    const once = practised(1)!;
    expect(practiceAdd(MODEL, AVERAGE, once, 0).keepsDays).toBe(once.keepsDays);
    expect(practiceAdd(MODEL, AVERAGE, once, 1).keepsDays).toBe(once.keepsDays * MODEL.spacingGain);
  });

  test('answers wrong as often as it fails, with the finding and without', () => {
    const random = randomCreate(1, 1);
    const failure = failureOn(MODEL, AVERAGE, 'lung_sliding', undefined, 0);
    const draws = 20_000;
    for (const isNormal of [false, true]) {
      const item = { skill: 'lung_sliding', level: 'standard', isNormal } as const;
      let wrong = 0;
      for (let i = 0; i < draws; i++) {
        const { isRight, grade } = answerDraw(MODEL, AVERAGE, undefined, 0, item, random);
        if (!isRight) wrong += 1;
        expect(isRight ? grade >= 50 && grade <= 100 : grade === 0).toBe(true);
      }
      // Four standard errors.
      expect(Math.abs(wrong / draws - failure)).toBeLessThan(
        4 * Math.sqrt((failure * (1 - failure)) / draws),
      );
    }
  });

  test('differs in pace: one in twenty is as slow as the slowest twentieth', () => {
    const rates = Array.from({ length: 4000 }, (_, seed) => knackDraw(MODEL, randomCreate(seed, 1)).rate);
    const slow = rates.filter((rate) => rate >= MODEL.slowRate / MODEL.skillsPerCourse).length / rates.length;
    expect(slow).toBeGreaterThan(0.035);
    expect(slow).toBeLessThan(0.065);
  });
});

describe('a course', () => {
  test('is the same for the same seed, and ends at the standard', () => {
    const once = courseRun(MODEL, 'scheduler', 3);
    expect(courseRun(MODEL, 'scheduler', 3)).toEqual(once);
    expect(once.isReached).toBe(true);
    expect(once.reviews).toBeGreaterThan(0);
    expect(once.lossWeek8).toBeLessThan(once.lossWeek8Alone);
    const mastery = courseRun(MODEL, 'mastery', 3);
    expect(mastery).toMatchObject({ isReached: true, reviews: 0, lossWeek8: mastery.lossWeek8Alone });
  });

  test('figures by hand', () => {
    const result = (items: number, declaredFalsely: number): CourseResult => ({
      items,
      isReached: true,
      hours: items / 100,
      accuracy: 0.95,
      lossWeek4: 1,
      lossWeek8: 2,
      lossWeek8Alone: 3,
      reviews: 10,
      declared: 20,
      declaredFalsely,
    });
    const figures = figuresOf([result(300, 1), result(100, 0), result(200, 2)]);
    expect(figures).toMatchObject({
      items: 200,
      lower: 150,
      upper: 250,
      mean: 200,
      hours: 2,
      falseCompetent: 0.05,
    });
    expect(savingOf(figuresOf([result(400, 0)]), figures)).toBe(0.5);
  });
});
