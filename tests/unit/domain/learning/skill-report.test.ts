import { describe, expect, test } from 'vitest';
import type { ItemRecord } from '../../../../src/domain/learning/item-record.ts';
import { COMPETENT_LIMIT } from '../../../../src/domain/learning/lc-cusum.ts';
import type { SkillId } from '../../../../src/domain/learning/skill.ts';
import { movingShare, skillReports } from '../../../../src/domain/learning/skill-report.ts';
import { RECORD } from './record.ts';

function itemOf({
  skill,
  isRight,
  ...more
}: Partial<ItemRecord> & { readonly skill: SkillId; readonly isRight: boolean }): ItemRecord {
  return { ...RECORD, ...more, isRight, evidence: [{ skill, grade: isRight ? 100 : 0, isRight }] };
}

describe('the report of a skill', () => {
  test('is there for each skill that was asked for, in the order of their first items', () => {
    const reports = skillReports([
      itemOf({ id: 'a', skill: 'b_line.count', isRight: true, answerMs: 4000 }),
      itemOf({ id: 'b', skill: 'rib.find', isRight: false, answerMs: 6000 }),
      itemOf({ id: 'c', skill: 'b_line.count', isRight: false, answerMs: 5000 }),
    ]);
    expect(reports.map(({ skill, counted, spentMs }) => ({ skill, counted, spentMs }))).toEqual([
      { skill: 'b_line.count', counted: [true, false], spentMs: 9000 },
      { skill: 'rib.find', counted: [false], spentMs: 6000 },
    ]);
    expect(reports[0]!.forecast).not.toBeNull();
    expect(skillReports([])).toEqual([]);
  });

  test('is at the standard after as many right answers as prove it, without a forecast', () => {
    const right = Array.from({ length: 32 }, (_, i) =>
      itemOf({ id: `${i}`, skill: 'rib.find', isRight: true }),
    );
    const [before] = skillReports(right.slice(0, 31));
    expect(before!.competence.kind).toBe('not_yet');
    expect(before!.progress).toBeCloseTo((31 * Math.log(0.9 / 0.8)) / COMPETENT_LIMIT, 6);
    const [after] = skillReports(right);
    expect(after).toMatchObject({
      competence: { kind: 'competent' },
      progress: 1,
      forecast: null,
      fluency: 1,
    });
  });

  test('leaves out what was answered with help', () => {
    const [report] = skillReports([itemOf({ id: 'a', skill: 'rib.find', isRight: true, hints: 1 })]);
    expect(report).toMatchObject({ counted: [], forecast: null, fluency: null });
  });
});

test('a moving share looks back over the newest answers', () => {
  expect(movingShare([true, false, false, true], 2)).toEqual([1, 0.5, 0, 0.5]);
  expect(movingShare([], 3)).toEqual([]);
});
