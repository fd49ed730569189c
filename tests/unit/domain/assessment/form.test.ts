import { describe, expect, test } from 'vitest';
import { BLUEPRINT, ITEM_COUNT } from '../../../../src/domain/assessment/blueprint.ts';
import { formDraw } from '../../../../src/domain/assessment/form.ts';
import { skillHasNormals } from '../../../../src/domain/learning/skill.ts';

const FORMS = [0, 1, 2, 77, 2 ** 32 - 1].map((seed) => formDraw(seed));

describe('a form', () => {
  test('is the same for the same seed, and has other patients for another', () => {
    expect(formDraw(77)).toEqual(FORMS[3]);
    const seeds = FORMS.flatMap((form) => form.map(({ seed }) => seed));
    expect(new Set(seeds).size).toBe(seeds.length);
    expect(Math.max(...seeds)).toBeLessThan(2 ** 32);
  });

  test('asks the same of everybody: skills, levels, and at least a third normal', () => {
    const skillsOf = (form: (typeof FORMS)[number]) => form.map(({ skill }) => skill).sort();
    const levelsOf = (form: (typeof FORMS)[number]) => form.map(({ level }) => level).sort();
    for (const form of FORMS) {
      expect(form).toHaveLength(ITEM_COUNT);
      expect(skillsOf(form)).toEqual(skillsOf(FORMS[0]!));
      expect(levelsOf(form)).toEqual(levelsOf(FORMS[0]!));
      const normals = form.filter(({ isNormal }) => isNormal);
      expect(normals).toHaveLength(6);
      expect(3 * normals.length).toBeGreaterThanOrEqual(ITEM_COUNT);
      for (const { skill, level } of normals) {
        expect(skillHasNormals(skill), skill).toBe(true);
        expect(level).toBe('hard');
      }
    }
  });

  test('has another order, and other items normal', () => {
    const orders = new Set(FORMS.map((form) => form.map(({ skill }) => skill).join()));
    const normals = new Set(
      FORMS.map((form) =>
        form
          .filter(({ isNormal }) => isNormal)
          .map(({ skill }) => skill)
          .sort()
          .join(),
      ),
    );
    expect(orders.size).toBe(FORMS.length);
    expect(normals.size).toBeGreaterThan(1);
  });

  test('every kind of item is normal in some forms and not in others, where the pool has normals', () => {
    const many = Array.from({ length: 200 }, (_, seed) => formDraw(seed)).flat();
    for (const { skills, normals } of BLUEPRINT) {
      for (const skill of skills) {
        const those = many.filter((item) => item.skill === skill);
        const share = those.filter(({ isNormal }) => isNormal).length / those.length;
        expect(share, skill).toBeGreaterThan(normals / skills.length - 0.15);
        expect(share, skill).toBeLessThan(normals / skills.length + 0.15);
      }
    }
  });
});
