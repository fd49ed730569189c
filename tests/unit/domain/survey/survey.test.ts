import { describe, expect, test } from 'vitest';
import { POSE_START } from '../../../../src/domain/scan/pose-limits.ts';
import type { LungPattern, SlidingExtent } from '../../../../src/domain/scenario/answer-source.ts';
import {
  readingsTrue,
  SURVEY_NONE,
  surveyIsHalved,
  surveyScore,
  surveyVisited,
  type ZoneVisit,
  zoneCredit,
  zonesLeft,
} from '../../../../src/domain/survey/survey.ts';
import { zoneExpected } from '../../../../src/domain/survey/zone-truth.ts';

function visit(
  zoneId: string,
  said: LungPattern,
  truth: LungPattern,
  {
    slides = null,
    sliding = 'yes',
    ...change
  }: Partial<ZoneVisit> & {
    slides?: SlidingExtent | null;
    sliding?: SlidingExtent;
  } = {},
): ZoneVisit {
  return {
    zoneId,
    said: { pattern: said, sliding: slides },
    truth: { pattern: truth, sliding },
    isOverlooked: false,
    pose: POSE_START,
    frozenIndex: 1,
    marks: [],
    seenS: 10,
    ...change,
  };
}

describe('the credit of a zone', () => {
  test.each([
    [1, 'b_lines', 'b_lines'],
    [0.5, 'b_lines', 'confluence'],
    [0.5, 'consolidation', 'confluence'],
    [0, 'a_lines', 'confluence'],
    [0, 'consolidation', 'effusion'],
    [1, 'effusion', 'effusion'],
  ] as const)('is %d for %s where %s is right', (credit, said, truth) => {
    const one = visit('R1', said, truth);
    expect(zoneCredit(one, [one])).toBe(credit);
  });

  test('is none for a sick zone called healthy, and half where some of its B-lines were marked', () => {
    const marked = (finding: 'b_line' | 'rib') =>
      visit('R1', 'a_lines', 'b_lines', {
        marks: [{ id: 'm', kind: 'beam', finding, origin: { x: 0, y: 20 }, widthMm: 3, endDepthMm: 90 }],
      });
    const [unmarked, some, other] = [visit('R1', 'a_lines', 'b_lines'), marked('b_line'), marked('rib')];
    expect([unmarked, some, other].map((one) => zoneCredit(one, [one]))).toEqual([0, 0.5, 0]);
    // The other way about a healthy zone was looked at, and a line too much seen in it.
    const over = visit('R1', 'b_lines', 'a_lines');
    expect(zoneCredit(over, [over])).toBe(0.5);
  });

  test('is halved where sliding was asked and is wrong', () => {
    const right = visit('R1', 'a_lines', 'a_lines', { slides: 'no', sliding: 'no' });
    const wrong = visit('R1', 'a_lines', 'a_lines', { slides: 'yes', sliding: 'no' });
    expect([zoneCredit(right, [right]), zoneCredit(wrong, [wrong])]).toEqual([1, 0.5]);
    // One point off and the sliding wrong: nothing of it is right.
    const both = visit('R1', 'b_lines', 'a_lines', { slides: 'no', sliding: 'yes' });
    expect(zoneCredit(both, [both])).toBe(0);
  });

  test('is none where what ails the patient lay beside the image, half where a neighbour shows it', () => {
    const missed = visit('R4', 'a_lines', 'consolidation', { isOverlooked: true });
    const seen = visit('R6', 'consolidation', 'consolidation');
    const other = visit('L6', 'consolidation', 'consolidation');
    expect(zoneCredit(missed, [missed])).toBe(0);
    expect(zoneCredit(missed, [missed, other])).toBe(0);
    expect(zoneCredit(missed, [missed, seen])).toBe(0.5);
  });
});

describe('the score of a survey', () => {
  const right = visit('R1', 'a_lines', 'a_lines');
  const half = visit('R2', 'b_lines', 'a_lines');

  test('is the share of zones that are right, where all are healthy or all are sick', () => {
    expect(surveyScore([right, half], 2)).toBe(75);
    const sick = ['b_lines', 'confluence', 'consolidation', 'effusion'] as const;
    const found = sick.map((pattern, at) => visit(`R${at + 1}`, pattern, pattern));
    expect(surveyScore([...found.slice(0, 3), visit('R4', 'a_lines', 'effusion')], 4)).toBe(75);
  });

  test('has half of it at most for who says the same of a chest that has both', () => {
    const zones = ['R1', 'R2', 'R3', 'R4', 'L1', 'L2', 'L3', 'L4'];
    const chest = (sick: number, said: (isSick: boolean) => LungPattern) =>
      zones.map((zone, at) => visit(zone, said(at < sick), at < sick ? 'consolidation' : 'a_lines'));
    // Of eight zones that many are sick: all called healthy, and all called sick.
    const healthy = [1, 4, 7].map((sick) =>
      surveyScore(
        chest(sick, () => 'a_lines'),
        8,
      ),
    );
    expect(healthy).toEqual([50, 50, 12.5]);
    const sick = [1, 4, 7].map((count) =>
      surveyScore(
        chest(count, () => 'consolidation'),
        8,
      ),
    );
    expect(sick).toEqual([12.5, 50, 50]);
    expect(
      surveyScore(
        chest(3, (isSick) => (isSick ? 'consolidation' : 'a_lines')),
        8,
      ),
    ).toBe(100);
    expect(surveyIsHalved(chest(1, () => 'a_lines'))).toBe(true);
    expect(surveyIsHalved(chest(7, () => 'a_lines'))).toBe(false);
    // Zones that were to be answered and were not take their part away.
    expect(
      surveyScore(
        chest(1, () => 'a_lines'),
        16,
      ),
    ).toBe(25);
  });

  test('takes for sick what does not slide, and what lies beside the frozen image', () => {
    const still = visit('R1', 'a_lines', 'a_lines', { slides: 'yes', sliding: 'no' });
    const beside = visit('L4', 'a_lines', 'a_lines', { isOverlooked: true });
    const healthy = ['R2', 'R3', 'L1', 'L2', 'L3'].map((zone) => visit(zone, 'a_lines', 'a_lines'));
    expect(surveyScore([still, ...healthy], 6)).toBeCloseTo(91.67, 1);
    expect(surveyScore([beside, ...healthy], 6)).toBe(50);
    // Half right, a sick zone was found.
    const found = visit('L3', 'consolidation', 'consolidation');
    expect(surveyScore([beside, found, ...healthy.slice(0, 4)], 6)).toBeCloseTo(91.67, 1);
  });

  test('counts zones that were to be answered and were not as wrong, and others not at all', () => {
    expect(surveyScore([right, half], 6)).toBe(25);
    expect(surveyScore([right, half, visit('R3', 'a_lines', 'a_lines')], 2)).toBeCloseTo(83.33, 1);
    expect(surveyScore([], 6)).toBe(0);
  });
});

describe('a survey', () => {
  const patient = { condition: 'consolidation', sickZones: ['R4', 'R6'] } as const;

  test('keeps one answer a zone, the newest', () => {
    const once = surveyVisited(SURVEY_NONE, visit('R1', 'a_lines', 'a_lines'), patient);
    const again = surveyVisited(once, visit('R1', 'b_lines', 'a_lines'), patient);
    expect(again.visits.map(({ said }) => said.pattern)).toEqual(['b_lines']);
  });

  test('knows the zones that were left out by what ails the patient', () => {
    const state = surveyVisited(SURVEY_NONE, visit('R1', 'a_lines', 'a_lines'), patient);
    const left = zonesLeft('zones_8', state);
    expect(left.map(({ zoneId }) => zoneId)).toEqual(['R2', 'R3', 'R4', 'L1', 'L2', 'L3', 'L4']);
    expect(readingsTrue(state.visits, left).get('R4')?.pattern).toBe('consolidation');
    expect(readingsTrue(state.visits, left).size).toBe(8);
    expect(zonesLeft('zones_8', SURVEY_NONE)).toEqual([]);
  });

  test('expects a pneumothorax to hold the lung still', () => {
    const air = { condition: 'pneumothorax', sickZones: ['L1'] } as const;
    expect(zoneExpected(air, 'L1')).toEqual({ pattern: 'a_lines', sliding: 'no' });
    expect(zoneExpected(air, 'R1')).toEqual({ pattern: 'a_lines', sliding: 'yes' });
  });
});
