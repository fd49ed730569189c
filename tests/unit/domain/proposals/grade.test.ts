import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../../src/domain/learning/attempt.ts';
import { catchingRoc } from '../../../../src/domain/proposals/catching-roc.ts';
import {
  DECISIONS_NONE,
  decisionsAreWhole,
  decisionsJudge,
  type ProposalDecisions,
} from '../../../../src/domain/proposals/decision.ts';
import { proposalPlan } from '../../../../src/domain/proposals/proposal-plan.ts';
import {
  catchingCount,
  catchingIsRight,
  catchingScore,
  judgedConfidence,
  type MissingJudged,
  type ProposalJudged,
  type ProposalsJudged,
} from '../../../../src/domain/proposals/proposals-grade.ts';
import { keyTrue, TRUTH } from './fixture.ts';

const judged = (
  error: ProposalJudged['error'],
  act: ProposalJudged['act'],
  isMendRight: boolean | null = null,
): ProposalJudged => ({
  finding: 'b_line',
  error,
  isPlanted: error !== null,
  act,
  confidence: 3,
  isMendRight,
});
const WHOLE: MissingJudged = { said: null, isTrue: true, finding: null, error: null, confidence: 4 };
const OMITTED: MissingJudged = {
  said: null,
  isTrue: false,
  finding: 'b_line_confluence',
  error: 'missed_confluence',
  confidence: 2,
};
const of = (
  proposals: readonly ProposalJudged[],
  missing: MissingJudged | null = WHOLE,
): ProposalsJudged => ({
  proposals,
  missing,
});

describe('catchingCount', () => {
  it('counts errors that were caught, right things that were taken for errors, and what is missing as one more', () => {
    const proposals = [
      judged('other', 'accept'),
      judged('other', 'reject'),
      judged(null, 'accept'),
      judged(null, 'reject'),
    ];
    expect(catchingCount(of(proposals))).toEqual({
      wrong: 2,
      caught: 1,
      right: 3,
      alarms: 1,
      missingAlarms: 0,
    });
    expect(catchingCount(of(proposals, OMITTED))).toEqual({
      wrong: 3,
      caught: 1,
      right: 2,
      alarms: 1,
      missingAlarms: 0,
    });
    const named: MissingJudged = { ...OMITTED, said: 'b_line_confluence', isTrue: true };
    expect(catchingCount(of(proposals, named))).toEqual({
      wrong: 3,
      caught: 2,
      right: 2,
      alarms: 1,
      missingAlarms: 0,
    });
    expect(catchingCount(of(proposals, null))).toEqual({
      wrong: 2,
      caught: 1,
      right: 2,
      alarms: 1,
      missingAlarms: 0,
    });
  });

  it('lets a true word on what had no room be neither, and holds a false one for an alarm', () => {
    expect(catchingCount(of([], { ...WHOLE, said: 'b_line', isTrue: true }))).toEqual({
      wrong: 0,
      caught: 0,
      right: 0,
      alarms: 0,
      missingAlarms: 0,
    });
    expect(catchingCount(of([], { ...WHOLE, said: 'b_line', isTrue: false }))).toMatchObject({
      right: 1,
      alarms: 1,
      missingAlarms: 1,
    });
  });

  it('takes a right proposal that was mended to something right for no alarm', () => {
    expect(catchingCount(of([judged(null, 'mend', true), judged(null, 'mend', false)]))).toMatchObject({
      right: 3,
      alarms: 1,
    });
  });
});

describe('catchingScore', () => {
  it.each([
    ['everything caught and let be', of([judged('other', 'reject'), judged(null, 'accept')]), 100],
    ['everything accepted', of([judged('other', 'accept'), judged(null, 'accept')]), 50],
    // All three right things, the completeness among them but that: two of three were let be.
    [
      'everything rejected',
      of([judged('other', 'reject'), judged(null, 'reject'), judged(null, 'reject')]),
      (100 * (1 + 1 / 3)) / 2,
    ],
    ['an error mended to another', of([judged('other', 'mend', false), judged(null, 'accept')]), 75],
    ['an error mended rightly', of([judged('other', 'mend', true), judged(null, 'accept')]), 100],
    ['nothing wrong there', of([judged(null, 'accept'), judged(null, 'reject')]), (100 * 2) / 3],
  ] as const)('of %s', (_, decisions, score) => {
    expect(catchingScore([decisions])).toBeCloseTo(score, 9);
  });

  it('is of all images together, so that who accepts everything has half, however many images hold no error', () => {
    const flawed = of([judged('other', 'accept'), judged('other', 'accept'), judged(null, 'accept')]);
    const sound = of([judged(null, 'accept'), judged(null, 'accept')]);
    expect(catchingScore([flawed, sound, sound, sound])).toBe(50);
    // One of two errors caught; of 3 + 2 right things, completeness among them each time, one taken for an error.
    const caught = of([judged('other', 'reject'), judged('other', 'accept'), judged(null, 'accept')]);
    expect(catchingScore([caught, of([judged(null, 'reject'), judged(null, 'accept')])])).toBeCloseTo(
      (100 * (1 / 2 + 4 / 5)) / 2,
      9,
    );
  });

  it('is none where nothing was decided', () => {
    expect(catchingScore([of([], null)])).toBeNull();
    expect(catchingScore([])).toBeNull();
    expect(judgedConfidence(of([], null))).toBeNull();
  });

  it('is right without an error let by, and with one false alarm among three right things or more', () => {
    const caught = judged('other', 'reject');
    const right = [judged(null, 'accept'), judged(null, 'accept')];
    expect(catchingIsRight(of([caught, ...right]))).toBe(true);
    expect(catchingIsRight(of([caught, ...right, judged(null, 'reject')]))).toBe(true);
    expect(catchingIsRight(of([judged('other', 'accept'), ...right]))).toBe(false);
    expect(catchingIsRight(of([caught, judged(null, 'reject')]))).toBe(false);
    expect(catchingIsRight(of([caught, ...right], OMITTED))).toBe(false);
    expect(judgedConfidence(of([caught], { ...WHOLE, confidence: 4 }))).toBe(4);
  });
});

describe('decisionsJudge', () => {
  const key = keyTrue(TRUTH);
  const plan = proposalPlan(
    key,
    null,
    { traps: ['b_line_doubled'], hasOwnErrors: false, errors: { least: 1, most: 1 } },
    1,
  );
  const all = (act: 'accept' | 'reject'): ProposalDecisions => ({
    byId: Object.fromEntries(
      plan.proposals.map(({ id }) => [id, { act, confidence: 2, mend: null } as const]),
    ),
    missing: { finding: null, confidence: 3 },
  });

  it('puts beside each decision what was true', () => {
    const made = decisionsJudge(all('accept'), plan, key);
    expect(made.proposals.map(({ error }) => error)).toEqual(plan.proposals.map(({ error }) => error));
    expect(catchingCount(made)).toMatchObject({ wrong: 1, caught: 0, alarms: 0 });
    expect(catchingCount(decisionsJudge(all('reject'), plan, key))).toMatchObject({ wrong: 1, caught: 1 });
  });

  it('takes what was mended to what it is for accepted, and judges what was made of the rest', () => {
    const wrong = plan.proposals.find(({ error }) => error !== null)!;
    const mendOf = (rightMm: number) =>
      decisionsJudge(
        {
          byId: {
            [wrong.id]: { act: 'mend', confidence: 4, mend: { finding: 'b_line', rightMm, deeperMm: 0 } },
          },
          missing: null,
        },
        plan,
        key,
      ).proposals[0];
    expect(mendOf(0)).toMatchObject({ act: 'accept', isMendRight: null });
    expect(mendOf(-6)).toMatchObject({ act: 'mend', isMendRight: true });
    expect(mendOf(2)).toMatchObject({ act: 'mend', isMendRight: false });
  });

  it('is whole when each proposal and what is missing were decided', () => {
    expect(decisionsAreWhole(DECISIONS_NONE, plan)).toBe(false);
    expect(decisionsAreWhole({ ...all('accept'), missing: null }, plan)).toBe(false);
    expect(decisionsAreWhole(all('accept'), plan)).toBe(true);
  });
});

describe('catchingRoc', () => {
  const attempt = (atMs: number, proposals: readonly ProposalJudged[], isSkipped = false): Attempt => ({
    id: `${atMs}`,
    scenarioId: 'traps',
    atMs,
    score: 50,
    steps: [
      {
        kind: 'proposals',
        stepId: 'a/proposals',
        first: {
          score: 50,
          hints: [],
          hintCost: 0,
          isSkipped,
          elapsedS: 9,
          frozenIndex: 0,
          judged: of(proposals, null),
        },
        practice: [],
      },
    ],
  });
  const times = (count: number, one: ProposalJudged) => Array.from({ length: count }, () => one);

  it('gives a point an attempt, oldest first, and one of all', () => {
    const roc = catchingRoc([
      attempt(2, [
        ...times(3, judged('other', 'reject')),
        judged('other', 'accept'),
        judged(null, 'reject'),
        judged(null, 'accept'),
      ]),
      attempt(1, [judged('other', 'accept')]),
      attempt(3, times(9, judged('other', 'accept')), true),
    ]);
    expect(
      roc.attempts.map(({ atMs, sensitivity, falseAlarms }) => [atMs, sensitivity, falseAlarms]),
    ).toEqual([
      [1, 0, null],
      [2, 0.75, 0.5],
    ]);
    expect(roc.whole).toMatchObject({ wrong: 5, caught: 3, right: 2, alarms: 1, sensitivity: 0.6 });
    expect(catchingRoc([]).whole).toBeNull();
  });

  it('is at the standard with one of five errors accepted, of ten at least, by the newest attempts', () => {
    const good = [
      ...times(8, judged('other', 'reject')),
      ...times(2, judged('other', 'accept')),
      ...times(9, judged(null, 'accept')),
    ];
    const poor = [...times(10, judged('other', 'accept'))];
    expect(catchingRoc([attempt(1, poor), attempt(2, good)]).isAtStandard).toBe(true);
    expect(catchingRoc([attempt(2, poor), attempt(1, good)]).isAtStandard).toBe(false);
    expect(catchingRoc([attempt(1, good.slice(1))]).isAtStandard).toBe(false);
    const blind = [...times(10, judged('other', 'reject')), ...times(4, judged(null, 'reject'))];
    expect(catchingRoc([attempt(1, blind)]).isAtStandard).toBe(false);
  });
});
