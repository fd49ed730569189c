import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { StepResult } from '../../../../src/domain/learning/progress.ts';
import { scenarioParse } from '../../../../src/domain/scenario/parse.ts';
import {
  type DebriefStep,
  type Scenario,
  type ScenarioStep,
  stepIsGraded,
} from '../../../../src/domain/scenario/scenario.ts';
import { stepIsDone, textRead } from '../../../../src/domain/scenario/variant.ts';

const TRY = { hints: [], hintCost: 0, isSkipped: false, elapsedS: 1 } as const;

/** A step as it was done, or skipped. */
function resultOf(step: ScenarioStep, score: number | null, isSkipped = false): StepResult {
  const base = {
    stepId: step.id,
    practice: [],
    score,
    latestScore: score,
    hintCost: 0,
    attempts: 1,
    isSkipped,
  };
  const one = { ...TRY, score, isSkipped };
  const marks = isSkipped ? [] : [{ id: 'm', kind: 'line', finding: 'rib', points: [], widthMm: 1 } as const];
  switch (step.kind) {
    case 'mark':
      return { ...base, kind: 'mark', first: { ...one, frozenIndex: 0, marks, grade: null } };
    case 'scan':
      return { ...base, kind: 'scan', first: { ...one, misses: 0, isFound: !isSkipped } };
    default:
      return { ...base, kind: 'question', first: { ...one, reply: isSkipped ? null : 1, expected: 1 } };
  }
}

function resultsAll(scenario: Scenario, score: number | null, skipped: readonly string[] = []) {
  const graded = scenario.steps.filter(stepIsGraded);
  return Object.fromEntries(
    graded.map((step) => {
      const isSkipped = skipped.includes(step.id);
      return [step.id, resultOf(step, isSkipped ? 0 : score, isSkipped)];
    }),
  );
}

const scenarioOf = (variants: string) =>
  scenarioParse(
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
      - { id: one, source: { phantom: { seed: 1 } } }
      - { id: two, source: { phantom: { seed: 2 } } }
    steps:
      - { step: freeze, text: Stop. }
      - { step: mark, text: Mark., findings: [{ finding: rib, tolerance_mm: 3 }] }
      - { step: feedback, text: So. }
      - { step: briefing, id: between, text: On., variants: [{ if_score_at_least: 50, text: Well. }] }
  - { step: question, id: meaning, ask: What?, choice: { answer: a, options: [{ value: a, label: A }, { value: b, label: B }] }, explain: A. }
  - step: debrief
    text: Neutral.
    key_points: [Own.]
    variants:
${variants}`,
    'small.yaml',
  );

const VARIANTS = `      - { if_not_done: [mark], text: Left out. }
      - { if_score_at_least: 80, text: Well done., key_points: [Praise.] }
      - { if_score_at_least: 40, if_score_below: 60, text: Between. }
      - { if_score_below: 40, text: Again. }
`;

function debriefOf(scenario: Scenario): DebriefStep {
  return scenario.steps.find((step) => step.kind === 'debrief')!;
}

describe('textRead', () => {
  const scenario = scenarioOf(VARIANTS);
  const read = (results: Parameters<typeof textRead>[2]) => textRead(scenario, debriefOf(scenario), results);

  test.each([
    [100, 'Well done.'],
    [80, 'Well done.'],
    [79.9, 'Neutral.'],
    [60, 'Neutral.'],
    [59.9, 'Between.'],
    [40, 'Between.'],
    [39.9, 'Again.'],
    [0, 'Again.'],
  ])('a score of %s reads %s', (score, text) => {
    expect(read(resultsAll(scenario, score)).text).toBe(text);
  });

  test('points of its own where a variant has them, else those of the step', () => {
    expect(read(resultsAll(scenario, 90)).keyPoints).toEqual(['Praise.']);
    expect(read(resultsAll(scenario, 10)).keyPoints).toEqual(['Own.']);
  });

  test('what was skipped on one image alone, or never come to, was not done', () => {
    expect(read(resultsAll(scenario, 100, ['two/mark'])).text).toBe('Left out.');
    expect(read({}).text).toBe('Left out.');
  });

  test('while nothing is scored no score condition holds', () => {
    expect(read(resultsAll(scenario, null)).text).toBe('Neutral.');
  });

  test('inside rounds the score is that of the round', () => {
    const between = scenario.steps.filter((step) => step.kind === 'briefing');
    const results = {
      'one/mark': resultOf(scenario.steps[1]!, 90),
      'two/mark': { ...resultOf(scenario.steps[1]!, 10), stepId: 'two/mark' },
    };
    expect(between.map((step) => textRead(scenario, step, results).text)).toEqual(['Well.', 'On.']);
  });
});

describe('stepIsDone', () => {
  const steps = scenarioOf(VARIANTS).steps;
  const mark = resultOf(steps[1]!, 0) as Extract<StepResult, { kind: 'mark' }>;
  const scan: StepResult = {
    ...mark,
    kind: 'scan',
    first: { ...TRY, score: 100, misses: 0, isFound: true },
    practice: [],
  };

  test.each<[string, StepResult | undefined, boolean]>([
    ['never come to', undefined, false],
    ['marks, all of them wrong', mark, true],
    ['no marks where there was something', { ...mark, first: { ...mark.first, marks: [] } }, false],
    ['no marks where there was nothing', { ...mark, first: { ...mark.first, marks: [], score: 100 } }, true],
    [
      'skipped first and marked in practice',
      { ...mark, first: { ...mark.first, isSkipped: true }, practice: [mark.first] },
      true,
    ],
    ['a place found', scan, true],
    ['a place that a hint showed', { ...scan, first: { ...scan.first, hints: ['word', 'answer'] } }, false],
    ['a place that was shown', { ...scan, first: { ...scan.first, isFound: false } }, false],
  ])('%s', (_, result, isDone) => {
    expect(stepIsDone(result)).toBe(isDone);
  });

  test.each([
    [5, false],
    [6, true],
  ])('a survey of six zones with %i answered', (count, isDone) => {
    const zone = { said: { pattern: 'a_lines', sliding: null }, isOverlooked: false } as const;
    const visits = Array.from({ length: count }, (_, at) => ({ ...zone, zoneId: `R${at + 1}` }));
    const result = {
      ...mark,
      kind: 'survey',
      first: { ...TRY, score: 100, visits, left: [] },
      practice: [],
    } as unknown as StepResult;
    const step = { kind: 'survey', id: 'survey', atLeast: 6 } as ScenarioStep;
    expect(stepIsDone(result, step)).toBe(isDone);
  });
});

describe('a variant that cannot be', () => {
  test.each([
    ['without a condition', '      - { text: Why? }', /A variant needs a condition/],
    ['for no score', '      - { if_score_below: 40, if_score_at_least: 40, text: No. }', /No score is both/],
    [
      'about a step that is none',
      '      - { if_not_done: [marks], text: No. }',
      /if_not_done names "marks", which is no step\. Did you mean mark\?/,
    ],
    [
      'about a step that gives no score',
      '      - { if_not_done: [freeze], text: No. }',
      /The step freeze gives no score, so it is never left undone/,
    ],
  ])('%s is refused', (_, variants, sentence) => {
    expect(() => scenarioOf(variants)).toThrow(sentence);
  });

  test('names of one image and of all are told apart', () => {
    const one = debriefOf(scenarioOf('      - { if_not_done: [two/mark, meaning], text: No. }'));
    expect(one.variants[0]?.notDone).toEqual(['two/mark', 'meaning']);
    const all = debriefOf(scenarioOf('      - { if_not_done: [mark], text: No. }'));
    expect(all.variants[0]?.notDone).toEqual(['one/mark', 'two/mark']);
  });
});

describe('the debriefs of the game', () => {
  const files = readdirSync('scenarios', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^[^.]+\.yaml$/.test(name),
  );
  test.each(files)('%s claims other things after 90, after 22 and after skipping all', (file) => {
    const scenario = scenarioParse(readFileSync(`scenarios/${file}`, 'utf8'), file);
    const debrief = debriefOf(scenario);
    const graded = scenario.steps.filter(stepIsGraded).map(({ id }) => id);
    const texts = [
      resultsAll(scenario, 90),
      resultsAll(scenario, 22),
      resultsAll(scenario, 0, graded),
      resultsAll(scenario, 65),
    ].map((results) => textRead(scenario, debrief, results).text);
    expect(new Set(texts).size).toBe(4);
    expect(textRead(scenario, debrief, {}).text).toBe(texts[2]);
  });
});
