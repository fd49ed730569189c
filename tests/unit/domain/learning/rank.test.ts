import { expect, test } from 'vitest';
import type { Competence } from '../../../../src/domain/learning/lc-cusum.ts';
import { rankingOf } from '../../../../src/domain/learning/rank.ts';
import { SKILLS } from '../../../../src/domain/learning/skill.ts';
import type { SkillState } from '../../../../src/domain/learning/skill-state.ts';

function learner(kinds: readonly Competence['kind'][]) {
  const states = kinds.map((kind, i) => {
    const competence = { kind, sum: 0, items: 40, atItem: 32 } as Competence;
    return [SKILLS[i]!, { skill: SKILLS[i]!, competence } as SkillState] as const;
  });
  return { skills: new Map(states) };
}

const standing = (count: number) => rankingOf(learner(Array.from({ length: count }, () => 'competent')));

test('there are 25 skills, of which half is 13 and four fifths are 20', () => {
  expect(SKILLS).toHaveLength(25);
  expect(standing(0)).toEqual({
    rank: 'novice',
    standing: 0,
    skills: 25,
    next: { rank: 'advanced_beginner', more: 1 },
  });
  expect(standing(1)).toMatchObject({ rank: 'advanced_beginner', next: { rank: 'competent', more: 12 } });
  expect(standing(12)).toMatchObject({ rank: 'advanced_beginner', next: { rank: 'competent', more: 1 } });
  expect(standing(13)).toMatchObject({ rank: 'competent', next: { rank: 'proficient', more: 7 } });
  expect(standing(19)).toMatchObject({ rank: 'competent', next: { more: 1 } });
  expect(standing(20)).toMatchObject({ rank: 'proficient', next: null });
  expect(standing(25)).toMatchObject({ rank: 'proficient', standing: 25, next: null });
});

test('only what stands at the standard now counts, not what is practised or was lost', () => {
  expect(rankingOf(learner(['lost', 'not_yet', 'competent', 'lost']))).toMatchObject({
    rank: 'advanced_beginner',
    standing: 1,
  });
  expect(rankingOf(learner(['lost']))).toMatchObject({ rank: 'novice', standing: 0 });
});
