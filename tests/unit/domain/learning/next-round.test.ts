import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type RoundItem, roundChoose } from '../../../../src/domain/learning/next-round.ts';
import { skillPriority } from '../../../../src/domain/learning/priority.ts';
import { type SkillId, skillHasNormals } from '../../../../src/domain/learning/skill.ts';
import {
  LEARNER_NEW,
  type LearnerState,
  learnerAdd,
  skillIsMastered,
} from '../../../../src/domain/learning/skill-state.ts';
import { DAY_MS } from '../../../../src/domain/numbers/day.ts';
import { randomCreate } from '../../../../src/domain/numbers/random.ts';
import { RECORD } from './record.ts';

const START = RECORD.atMs;
const COURSE: readonly SkillId[] = [
  'a_line.find',
  'b_line.find',
  'b_line.count',
  'lung_sliding',
  'zone_pattern',
  'lung_point',
];

interface Answer {
  readonly skill: SkillId;
  readonly isRight?: boolean;
  readonly answerMs?: number;
  readonly atMs?: number;
}

function answered(learner: LearnerState, answers: readonly Answer[]): LearnerState {
  return answers.reduce(
    (state, { skill, isRight = true, answerMs = 4_000, atMs = START }) =>
      learnerAdd(state, { ...RECORD, evidence: [{ skill, grade: 0, isRight }], isRight, answerMs, atMs }),
    learner,
  );
}

const times = (answer: Answer, count: number): Answer[] => Array<Answer>(count).fill(answer);

function round(learner: LearnerState, nowMs = START, usedSeeds: ReadonlySet<number> = new Set()) {
  return roundChoose({ learner, nowMs, random: randomCreate(3, 1), usedSeeds, skills: COURSE });
}

const said = (items: readonly RoundItem[]) => items.map(({ skill, reason }) => `${skill} ${reason.code}`);

describe('the priority of a skill', () => {
  test('by hand: three items on, 2 ln(1 + 1) for a right answer of ten seconds and 2 x 3 for a wrong one', () => {
    expect(skillPriority({ isRight: true, answerMs: 10_000 }, 3)).toBeCloseTo(2 * Math.LN2, 12);
    expect(skillPriority({ isRight: false, answerMs: 1 }, 3)).toBe(6);
    expect(skillPriority({ isRight: false, answerMs: 1 }, 1)).toBe(0);
  });
});

describe('a learner', () => {
  test('is mastering a skill when competent and fluent', () => {
    const slow = answered(LEARNER_NEW, times({ skill: 'b_line.find', answerMs: 15_000 }, 32));
    expect(slow.skills.get('b_line.find')!.competence.kind).toBe('competent');
    expect(skillIsMastered(slow.skills.get('b_line.find')!)).toBe(false);
    const fast = answered(slow, times({ skill: 'b_line.find' }, 8));
    expect(skillIsMastered(fast.skills.get('b_line.find')!)).toBe(true);
  });

  test('shows no competence by answers with help', () => {
    const helped = times({ skill: 'b_line.find' }, 40).reduce<LearnerState>(
      (state) => learnerAdd(state, { ...RECORD, hints: 1 }),
      LEARNER_NEW,
    );
    expect(helped.skills.get('b_line.find')).toMatchObject({
      items: 40,
      competence: { kind: 'not_yet', items: 0 },
    });
  });
});

describe('a round', () => {
  test('of somebody new begins two skills, each in a block, the first two images of each easy', () => {
    const items = round(LEARNER_NEW);
    expect(said(items)).toEqual([
      ...times({ skill: 'a_line.find' }, 4).map(() => 'a_line.find new_skill'),
      ...times({ skill: 'b_line.find' }, 4).map(() => 'b_line.find new_skill'),
    ]);
    expect(items.map(({ level }) => level)).toEqual([
      'easy',
      'easy',
      'standard',
      'standard',
      'easy',
      'easy',
      'standard',
      'standard',
    ]);
    expect(items.map(({ reason }) => reason.code === 'new_skill' && reason.item)).toEqual([
      1, 2, 3, 4, 1, 2, 3, 4,
    ]);
  });

  test('mixes what is being learnt, the wrong and the slow first', () => {
    const learner = answered(
      LEARNER_NEW,
      COURSE.slice(0, 4).flatMap((skill) => times({ skill, isRight: skill !== 'b_line.count' }, 4)),
    );
    const items = round(learner);
    expect(items.every(({ reason }) => reason.code === 'in_learning')).toBe(true);
    const of = (skill: SkillId) => items.filter((item) => item.skill === skill).length;
    expect(of('b_line.count')).toBeGreaterThan(of('a_line.find'));
    for (let i = 1; i < items.length; i++) expect(items[i]!.skill).not.toBe(items[i - 1]!.skill);
    expect(items.find(({ skill, isNormal }) => skill === 'b_line.count' && !isNormal)?.level).toBe('easy');
  });

  test('puts what is due first, the least remembered of it at the front, and no more than half a round', () => {
    const learner = answered(LEARNER_NEW, [
      ...COURSE.slice(0, 5).flatMap((skill) => times({ skill, isRight: skill !== 'lung_sliding' }, 4)),
    ]);
    const items = round(learner, START + 30 * DAY_MS);
    const due = items.filter(({ reason }) => reason.code === 'review_due');
    expect(due).toEqual(items.slice(0, 4));
    expect(due[0]!.skill).toBe('lung_sliding');
    const { reason } = due[0]!;
    if (reason.code === 'review_due') {
      expect(reason.retrievability).toBeLessThan(0.9);
      expect(reason.daysOver).toBeGreaterThan(20);
    }
  });

  test('leaves out what is mastered until it is due, and keeps it up when nothing else is left', () => {
    const mastered = (skill: SkillId) => times({ skill }, 32);
    const one = answered(LEARNER_NEW, mastered('a_line.find'));
    expect(round(one).some(({ skill }) => skill === 'a_line.find')).toBe(false);
    const all = answered(LEARNER_NEW, COURSE.flatMap(mastered));
    expect(new Set(said(round(all)).map((text) => text.split(' ')[1]))).toEqual(new Set(['kept_up']));
    expect(round(one, START + 200 * DAY_MS)[0]).toMatchObject({
      skill: 'a_line.find',
      reason: { code: 'review_due' },
    });
  });

  test('goes on to what is new for somebody who is competent and never fast, with a quarter for speed', () => {
    const slow = answered(
      LEARNER_NEW,
      COURSE.slice(0, 5).flatMap((skill) => times({ skill, answerMs: 15_000 }, 32)),
    );
    const items = round(slow);
    expect(items.filter(({ skill }) => skill === 'lung_point').length).toBeGreaterThanOrEqual(4);
    const forSpeed = items.filter(({ reason }) => reason.code === 'in_learning' && reason.wasRight);
    expect(forSpeed.length).toBeLessThanOrEqual(2);
  });

  test('of skills that have no images without a finding gives way to others that the learner knows', () => {
    const skills: readonly SkillId[] = ['b_line.find', 'pleural_line.delimit', 'probe_handling'];
    const learner = answered(LEARNER_NEW, [
      ...times({ skill: 'b_line.find' }, 32),
      ...skills.slice(1).flatMap((skill) => times({ skill }, 4)),
    ]);
    const items = roundChoose({
      learner,
      nowMs: START,
      random: randomCreate(1, 1),
      usedSeeds: new Set(),
      skills,
    });
    const normals = items.filter(({ isNormal }) => isNormal);
    expect(normals).toHaveLength(3);
    expect(
      normals.every(({ skill, reason }) => skill === 'b_line.find' && reason.code === 'hard_normal'),
    ).toBe(true);
  });

  test('has one whole patient at most, however new, wrong or due', () => {
    const choose = (learner: LearnerState, skills: readonly SkillId[], nowMs = START) =>
      roundChoose({ learner, nowMs, random: randomCreate(2, 1), usedSeeds: new Set(), skills });
    const wholes = (items: readonly RoundItem[]) =>
      items.filter(({ skill }) => skill === 'whole_patient').length;
    // It is begun once two thirds of the skills are.
    expect(wholes(choose(LEARNER_NEW, ['whole_patient', 'b_line.find', 'b_line.count']))).toBe(0);
    const known = answered(LEARNER_NEW, [
      ...times({ skill: 'b_line.find' }, 4),
      ...times({ skill: 'b_line.count' }, 4),
    ]);
    const begun = choose(known, ['whole_patient', 'b_line.find', 'b_line.count']);
    expect(wholes(begun)).toBe(1);
    expect(begun).toHaveLength(8);
    const wrong = answered(LEARNER_NEW, [
      ...times({ skill: 'b_line.find' }, 4),
      ...times({ skill: 'whole_patient', isRight: false }, 8),
    ]);
    expect(wholes(choose(wrong, ['whole_patient', 'b_line.find']))).toBe(1);
    expect(wholes(choose(wrong, ['whole_patient', 'b_line.find'], START + 100 * DAY_MS))).toBe(1);
    expect(choose(wrong, ['whole_patient'])).toHaveLength(1);
  });

  test('without a skill is empty', () => {
    expect(
      roundChoose({
        learner: LEARNER_NEW,
        nowMs: 0,
        random: randomCreate(1, 1),
        usedSeeds: new Set(),
        skills: [],
      }),
    ).toEqual([]);
  });

  test('whatever was answered: eight items, a third of them hard normals, no image twice, the same for the same seed', () => {
    const answer = fc.record({
      skill: fc.constantFrom(...COURSE),
      isRight: fc.boolean(),
      answerMs: fc.integer({ min: 0, max: 60_000 }),
      atMs: fc.integer({ min: START, max: START + 100 * DAY_MS }),
    });
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 60 }), fc.nat(), (answers, seed) => {
        const learner = answered(LEARNER_NEW, answers);
        const choose = (usedSeeds: ReadonlySet<number>) =>
          roundChoose({
            learner,
            nowMs: START + 50 * DAY_MS,
            random: randomCreate(seed, 1),
            usedSeeds,
            skills: COURSE,
          });
        const items = choose(new Set());
        expect(items).toHaveLength(8);
        expect(items.filter(({ isNormal }) => isNormal).length).toBeGreaterThanOrEqual(3);
        expect(items.every(({ skill, isNormal }) => !isNormal || skillHasNormals(skill))).toBe(true);
        const seeds = new Set(items.map((item) => item.seed));
        expect(seeds.size).toBe(8);
        expect(choose(new Set())).toEqual(items);
        expect(choose(seeds).some((item) => seeds.has(item.seed))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
