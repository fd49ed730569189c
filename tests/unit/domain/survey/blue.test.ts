import { describe, expect, test } from 'vitest';
import { zonesOf } from '../../../../src/domain/scan/zones.ts';
import type { LungPattern, SlidingExtent } from '../../../../src/domain/scenario/answer-source.ts';
import { blueBranch } from '../../../../src/domain/survey/blue.ts';
import { SURVEY_SETS } from '../../../../src/domain/survey/survey.ts';

type Said = Readonly<Record<string, readonly [LungPattern, SlidingExtent?]>>;

/** All BLUE points show A-lines and slide, but for those that are given. */
function branch(said: Said, set: (typeof SURVEY_SETS)[number] = 'blue_6') {
  const readings = zonesOf(set).map(({ id }) => {
    const [pattern, sliding = 'yes'] = said[id] ?? (['a_lines'] as const);
    return [id, { pattern, sliding }] as const;
  });
  return blueBranch(new Map(readings));
}

describe('the BLUE protocol', () => {
  test.each([
    ['nude', 'lung_clear', {}],
    ['a_plaps', 'pneumonia', { 'R-plaps': ['consolidation'] }],
    ['a_plaps', 'pneumonia', { 'L-plaps': ['effusion'] }],
    ['ab', 'pneumonia', { 'R-lower': ['b_lines'] }],
    ['ab', 'pneumonia', { 'L-upper': ['confluence'], 'L-lower': ['b_lines'] }],
    ['b', 'oedema', { 'R-upper': ['b_lines'], 'R-lower': ['b_lines'], 'L-upper': ['confluence'] }],
    ['c', 'pneumonia', { 'L-lower': ['consolidation', 'no'] }],
    ['a_prime', 'pneumothorax', { 'R-upper': ['a_lines', 'no'] }],
    ['b_prime', 'pneumonia', { 'R-upper': ['b_lines', 'no'] }],
  ] as const)('finds the profile %s, which leads to %s', (profile, cause, said) => {
    expect(branch(said as unknown as Said)).toMatchObject({ profile, cause });
  });

  test('B-lines at the back alone are no B-profile', () => {
    expect(branch({ 'R-plaps': ['b_lines'], 'L-plaps': ['b_lines'] })?.profile).toBe('nude');
  });

  test('tells a lung point and effusions beside', () => {
    expect(
      branch({ 'R-upper': ['a_lines', 'no'], 'R-lower': ['a_lines', 'in_part'], 'R-plaps': ['effusion'] }),
    ).toEqual({
      ...{ profile: 'a_prime', cause: 'pneumothorax', hasLungPoint: true },
      ...{ effusions: ['R-plaps'], effusionsInFront: [] },
    });
    expect(branch({})?.hasLungPoint).toBe(false);
  });

  test('makes no profile of an effusion in front: it tells no A-lines, whether it slides or not', () => {
    const still = branch({ 'R-upper': ['effusion', 'no'], 'L-plaps': ['effusion'] });
    expect(still).toMatchObject({
      profile: 'a_plaps',
      effusions: ['L-plaps'],
      effusionsInFront: ['R-upper'],
    });
    expect(branch({ 'R-upper': ['effusion'], 'R-lower': ['b_lines'] })?.profile).toBe('ab');
    expect(branch({ 'R-upper': ['effusion'], 'R-lower': ['effusion'] })).toBeNull();
  });

  test('is known of every set, by the front of either side', () => {
    for (const set of SURVEY_SETS) expect(branch({}, set)?.profile).toBe('nude');
    expect(branch({ R4: ['consolidation'] }, 'zones_8')?.profile).toBe('a_plaps');
    expect(branch({ L6: ['consolidation'] }, 'zones_12')?.profile).toBe('a_plaps');
    expect(branch({ L2: ['consolidation'] }, 'zones_12')?.profile).toBe('c');
  });

  test('tells nothing until a zone in front was read on both sides', () => {
    const a = { pattern: 'a_lines', sliding: null } as const;
    expect(blueBranch(new Map([['R-upper', a]]))).toBeNull();
    expect(
      blueBranch(
        new Map([
          ['R-upper', a],
          ['L-plaps', a],
        ]),
      ),
    ).toBeNull();
    expect(
      blueBranch(
        new Map([
          ['R-upper', a],
          ['L-upper', a],
        ]),
      )?.profile,
    ).toBe('nude');
  });
});
