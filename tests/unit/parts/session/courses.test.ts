import { expect, test } from 'vitest';
import type { ListedScenario } from '../../../../src/domain/scenario/listed-scenario.ts';
import { coursesOf } from '../../../../src/parts/session/courses.ts';

const lesson = (id: string, course: string) => ({ id, course }) as ListedScenario;

test('each course has its lessons, in the order in which they are given', () => {
  const given = [lesson('one', 'basics'), lesson('two', 'basics'), lesson('three', 'own-machine')];
  expect(coursesOf(given).map(([course, lessons]) => [course, lessons.map(({ id }) => id)])).toEqual([
    ['basics', ['one', 'two']],
    ['own-machine', ['three']],
  ]);
  expect(coursesOf([])).toEqual([]);
});
