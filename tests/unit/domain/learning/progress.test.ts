import { describe, expect, test } from 'vitest';
import {
  roundLeave,
  type StepResult,
  scoreForBranch,
  scoreMean,
  stepFollow,
} from '../../../../src/domain/learning/progress.ts';
import { suggestNext } from '../../../../src/domain/learning/suggest-next.ts';
import { explanationsPick } from '../../../../src/domain/scenario/explain.ts';
import type {
  Branch,
  FeedbackStep,
  QuestionStep,
  Scenario,
  ScenarioCard,
} from '../../../../src/domain/scenario/scenario.ts';

function question(
  id: string,
  imageId: string | null,
  weight: number,
  next: readonly Branch[] = [],
): QuestionStep {
  const reply = {
    kind: 'number',
    answer: 1,
    min: 0,
    max: 9,
    unit: null,
    isCount: false,
    tolerance: 0,
    halfCreditWithin: 0,
  } as const;
  return { kind: 'question', id, imageId, next, ask: '?', reply, explain: '.', hints: [], weight };
}

function scenarioOf(...steps: readonly QuestionStep[]): Scenario {
  return {
    id: 's',
    title: 'S',
    summary: 'S.',
    course: 'c',
    lesson: 1,
    durationMin: 1,
    teaches: ['rib'],
    passScore: 60,
    policy: 'course',
    seed: null,
    images: [],
    steps,
  };
}

function result(stepId: string, score: number | null, latestScore: number | null = score): StepResult {
  return {
    kind: 'question',
    stepId,
    first: { score, hints: [], hintCost: 0, isSkipped: false, elapsedS: 0, reply: 1, expected: 1 },
    practice: [],
    score,
    latestScore,
    hintCost: 0,
    isSkipped: false,
    attempts: 1,
  };
}

function resultsOf(...results: readonly StepResult[]) {
  return Object.fromEntries(results.map((found) => [found.stepId, found]));
}

describe('scores', () => {
  const scenario = scenarioOf(question('a', 'one', 2), question('b', 'one', 1), question('c', 'two', 1));

  test('are weighted means of what was scored', () => {
    expect(scoreMean(scenario, {})).toBeNull();
    expect(scoreMean(scenario, resultsOf(result('a', 90), result('b', 30)))).toBe(70);
    expect(scoreMean(scenario, resultsOf(result('a', 90), result('b', null), result('c', 0)))).toBe(60);
  });

  test('leave out what was done with help, unless there is nothing else', () => {
    const image = (id: string) => ({
      id,
      title: id,
      source: { kind: 'clip' } as const,
      draw: null,
    });
    const aided = { ...scenario, images: [{ ...image('one'), aid: 'overlay' as const }, image('two')] };
    expect(scoreMean(aided, resultsOf(result('a', 90), result('b', 30), result('c', 10)))).toBe(10);
    expect(scoreMean(aided, resultsOf(result('a', 90), result('b', 30)))).toBe(70);
  });

  test('decisions on proposals count together: an image without an error gives nothing to who accepts everything', () => {
    const accepted = (stepId: string, error: 'other' | null): StepResult => {
      const proposal = { finding: 'rib', error, isPlanted: false, act: 'accept', confidence: 4 } as const;
      const score = error === null ? 100 : 0;
      const judged = { proposals: [{ ...proposal, isMendRight: null }], missing: null };
      const first = { score, frozenIndex: 0, hints: [], hintCost: 0, isSkipped: false, elapsedS: 0, judged };
      const { kind: _, first: __, ...kept } = result(stepId, score);
      return { ...kept, kind: 'proposals', first, practice: [] } as StepResult;
    };
    // No error of one caught, two right things of two let be.
    const all = resultsOf(accepted('a', null), accepted('b', null), accepted('c', 'other'));
    expect(scoreMean(scenario, all)).toBe(50);
    // Each alone is as good as what was decided on it.
    expect(scoreForBranch(scenario, scenario.steps[2]!, all)).toBe(0);
    expect(scoreForBranch(scenario, scenario.steps[1]!, all)).toBe(100);
    // A skipped one is worth nothing.
    const c = all.c!;
    const skipped = { ...c, score: 0, first: { ...c.first, isSkipped: true } } as StepResult;
    expect(scoreMean(scenario, { ...all, c: skipped })).toBe(75);
  });

  test('a branch goes by the latest attempts of its own round', () => {
    const results = resultsOf(result('a', 0, 90), result('b', 30), result('c', 0));
    expect(scoreForBranch(scenario, scenario.steps[1]!, results)).toBe(70);
    expect(scoreForBranch(scenario, scenario.steps[2]!, results)).toBe(0);
    expect(scoreForBranch(scenario, { ...scenario.steps[0]!, imageId: null }, results)).toBe(52.5);
  });
});

describe('stepFollow', () => {
  const below: Branch = { when: { kind: 'below', score: 60 }, goto: 'a', atMost: 1 };
  const atLeast: Branch = { when: { kind: 'at_least', score: 80 }, goto: 'end', atMost: 1 };
  const scenario = scenarioOf(
    question('a', null, 1),
    question('b', null, 1, [below, atLeast]),
    question('c', null, 1),
  );
  const step = scenario.steps[1]!;
  const follow = (score: number | null, followed = {}) =>
    stepFollow(scenario, step, resultsOf(result('b', score)), followed);

  test.each([
    [59, 'a'],
    [60, 'c'],
    [79.9, 'c'],
    [80, 'end'],
    [null, 'c'],
  ])('a score of %s leads to %s', (score, stepId) => {
    expect(follow(score).stepId).toBe(stepId);
  });

  test('a branch is followed only so often', () => {
    const first = follow(0);
    expect(first).toEqual({ stepId: 'a', followed: { 'b#0': 1 } });
    expect(follow(0, first.followed)).toEqual({ stepId: 'c', followed: { 'b#0': 1 } });
  });

  test('the end follows the last step, and a step without conditions always leads on', () => {
    expect(stepFollow(scenario, scenario.steps[2]!, {}, {}).stepId).toBe('end');
    const open = scenarioOf(
      question('a', null, 1, [{ when: null, goto: 'c', atMost: null }]),
      ...(scenario.steps.slice(1) as QuestionStep[]),
    );
    expect(stepFollow(open, open.steps[0]!, {}, { 'a#0': 7 }).stepId).toBe('c');
  });

  test('a round is left for the first step of another image', () => {
    const rounds = scenarioOf(question('a', 'one', 1), question('b', 'one', 1), question('c', 'two', 1));
    expect(roundLeave(rounds, rounds.steps[0]!)).toBe('c');
    expect(roundLeave(rounds, rounds.steps[2]!)).toBe('end');
  });
});

describe('explanationsPick', () => {
  const step: FeedbackStep = {
    kind: 'feedback',
    id: 'f',
    imageId: 'one',
    next: [],
    text: '.',
    explain: [
      {
        finding: 'rib',
        texts: {
          missed: 'rib missed',
          displaced: 'rib beside',
          partly_missed: 'rib in part',
          extra: 'rib extra',
          spills: 'rib beyond',
        },
      },
      { finding: 'a_line', texts: { missed: 'a missed' } },
    ],
  };
  test.each([
    ['good marks need none', [['rib', 'found']], []],
    ['what was missed', [['rib', 'missed']], ['rib missed']],
    ['what was missed in part', [['rib', 'partly_missed']], ['rib in part']],
    ['what goes too far', [['rib', 'spills']], ['rib beyond']],
    ['what was too much', [['rib', 'extra']], ['rib extra']],
    [
      'both',
      [
        ['rib', 'missed'],
        ['rib', 'confused'],
      ],
      ['rib missed', 'rib extra'],
    ],
    ['a mark beside it', [['rib', 'displaced']], ['rib beside']],
    ['a mark in part beside it', [['rib', 'shifted']], ['rib beside']],
    [
      'of several the worst',
      [
        ['rib', 'partly_missed'],
        ['rib', 'spills'],
        ['rib', 'missed'],
        ['rib', 'displaced'],
        ['rib', 'extra'],
      ],
      ['rib missed', 'rib extra'],
    ],
    ['the worst that has a text', [['a_line', 'displaced']], []],
    [
      'a mark of the wrong width alone',
      [
        ['rib', 'too_broad'],
        ['rib', 'too_narrow'],
      ],
      [],
    ],
    [
      'what is not counted',
      [
        ['rib', 'faint'],
        ['rib', 'unjudged'],
      ],
      [],
    ],
    ['no text for it', [['a_line', 'extra']], []],
    ['a class without a text', [['b_line', 'missed']], []],
  ] as const)('%s', (_, facts, texts) => {
    expect(
      explanationsPick(
        step,
        facts.map(([finding, code]) => ({ finding, code })),
      ),
    ).toEqual(texts);
  });
});

describe('suggestNext', () => {
  const card = (id: string, course: string, lesson: number): ScenarioCard => ({
    ...scenarioOf(),
    id,
    course,
    lesson,
  });
  const catalogue = [
    card('z', 'other', 1),
    card('c3', 'basics', 3),
    card('c1', 'basics', 1),
    card('c2', 'basics', 2),
  ];

  test.each([
    ['again what was not passed', {}, 'c1', false, { scenarioId: 'c1', reason: 'again' }],
    ['the next lesson', {}, 'c1', true, { scenarioId: 'c2', reason: 'next' }],
    ['over what is passed', { c2: 60 }, 'c1', true, { scenarioId: 'c3', reason: 'next' }],
    ['back to what was left out', { c3: 80 }, 'c2', true, { scenarioId: 'c1', reason: 'next' }],
    ['another course', { c1: 80, c2: 80 }, 'c3', true, { scenarioId: 'z', reason: 'next' }],
    ['nothing when all are passed', { c1: 80, c2: 80, z: 99 }, 'c3', true, null],
    ['the first lesson after one of no course', {}, 'practice', true, { scenarioId: 'c1', reason: 'next' }],
  ])('%s', (_, best, lastId, isPassed, suggestion) => {
    expect(suggestNext(catalogue, best, lastId, isPassed)).toEqual(suggestion);
  });
});
