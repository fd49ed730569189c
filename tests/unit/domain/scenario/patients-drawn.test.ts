import { describe, expect, test } from 'vitest';
import { ScenarioError } from '../../../../src/domain/scenario/error.ts';
import { scenarioParse } from '../../../../src/domain/scenario/parse.ts';
import { scenarioSeeded } from '../../../../src/domain/scenario/scenario-seeded.ts';

const PATIENT = '{ patient: { seed: 1, condition: consolidation, zone: R4, breath_depth: 1.5 } }';

function scenarioOf(draws: readonly [string, string]) {
  return scenarioParse(
    `id: small
title: Small
summary: Small.
course: tests
lesson: 1
duration_min: 1
teaches: [rib]
steps:
  - step: rounds
    images:
      - { id: one, source: ${PATIENT}, draw: ${draws[0]} }
      - { id: two, source: ${PATIENT}, draw: ${draws[1]} }
    steps:
      - { step: survey, text: Look., zones: blue_6, answers: pattern }
      - { step: report, text: Compare. }
`,
    'small.yaml',
  );
}

function requestsOf(draws: readonly [string, string], seed: number | null) {
  return scenarioSeeded(scenarioOf(draws), seed).images.map(({ source }) => {
    if (source.kind !== 'patient') throw new Error('No patient.');
    return source.request;
  });
}

describe('patients drawn for a play', () => {
  const draws = ['{ conditions: [normal, effusion] }', '{ as: one }'] as const;

  test('are ailed by one of the conditions, wherever the seed puts it, the same for the same seed', () => {
    const drawn = Array.from({ length: 40 }, (_, seed) => requestsOf(draws, seed)[0]!);
    const conditions = drawn.map(({ condition }) => condition);
    expect(new Set(conditions)).toEqual(new Set(['normal', 'effusion']));
    for (const request of drawn) {
      expect(request.zone).toBeUndefined();
      expect(request.breathDepth).toBe(1.5);
    }
    expect(requestsOf(draws, 7)).toEqual(requestsOf(draws, 7));
  });

  test('can have the body of one before, in the state that was written', () => {
    const [one, two] = requestsOf(draws, 7);
    expect(two).toEqual({ seed: one?.seed, condition: 'consolidation', zone: 'R4', breathDepth: 1.5 });
  });

  test('are as written in the play that has no seed', () => {
    expect(requestsOf(draws, null).map(({ seed, condition }) => [seed, condition])).toEqual([
      [1, 'consolidation'],
      [1, 'consolidation'],
    ]);
  });

  test('can have the body of no image that comes later', () => {
    expect(() => scenarioOf(['{ as: two }', '{}'])).toThrow(ScenarioError);
    expect(() => scenarioOf(['{ shows: [rib] }', '{}'])).toThrow(/conditions or as/);
  });
});
