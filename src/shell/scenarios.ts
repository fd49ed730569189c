import type { Scenario } from '../domain/scenario/scenario.ts';

const modules = import.meta.glob<Scenario>('../../scenarios/**/*.yaml', { eager: true, import: 'default' });

/** The shipped scenarios, course by course and lesson by lesson; they were checked when the game was built. */
export const SCENARIOS: readonly Scenario[] = Object.values(modules).sort(
  (a, b) => a.course.localeCompare(b.course) || a.lesson - b.lesson,
);
