import { expect, test } from 'vitest';
import type { SurveyResult } from '../../../../src/domain/learning/progress.ts';
import type { ZoneReading } from '../../../../src/domain/survey/zone-reading.ts';
import { chartWhy } from '../../../../src/pages/play/chart-why.ts';

const SLIDES: ZoneReading = { pattern: 'a_lines', sliding: 'yes' };
const STILL: ZoneReading = { pattern: 'a_lines', sliding: 'no' };
const OPTIONS = {
  options: [
    { value: 'a_prime', label: 'A-prime', why: null },
    { value: 'nude', label: 'Nude', why: null },
  ],
};

/** A chest whose truth is all still at the upper right point, read as `said` there and rightly elsewhere. */
function survey(said: ZoneReading, more: readonly string[] = ['L-upper'], left: readonly string[] = []) {
  const visits = [
    { zoneId: 'R-upper', said, truth: STILL },
    ...more.map((zoneId) => ({ zoneId, said: SLIDES, truth: SLIDES })),
  ];
  const first = { visits, left: left.map((zoneId) => ({ zoneId, truth: SLIDES })) };
  return { first, practice: [] } as unknown as SurveyResult;
}

test('who decides by a wrong chart is told which zone of it is wrong', () => {
  expect(chartWhy(OPTIONS, survey(SLIDES), 'nude', 'a_prime')).toEqual([
    'You decided by your chart: it does lead there. What is wrong is the chart.',
    'It differs from the truth here: Right upper BLUE point.',
  ]);
});

test('who decides otherwise than by the own chart is told where that leads', () => {
  expect(chartWhy(OPTIONS, survey(STILL), 'nude', 'a_prime')).toEqual([
    'Your chart is right in this, and leads to another profile than the one you gave: A-prime.',
  ]);
  expect(chartWhy(OPTIONS, survey(SLIDES, ['L-upper'], ['L-lower']), 'a_prime', 'a_prime')).toEqual([
    'Your own chart leads elsewhere: Nude.',
    'It differs from the truth here: Right upper BLUE point.',
    'You gave no answer here: Left lower BLUE point.',
  ]);
});

test('nothing is said where chart and reply are right, and that there is no profile without both sides', () => {
  expect(chartWhy(OPTIONS, survey(STILL), 'a_prime', 'a_prime')).toEqual([]);
  expect(chartWhy(OPTIONS, survey(SLIDES, []), 'nude', 'a_prime')).toEqual([
    'Your chart leads to no profile: that takes a zone in front on both sides, read as something other than an effusion.',
  ]);
});
