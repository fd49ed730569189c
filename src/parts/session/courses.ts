import type { Scenario } from '../../domain/scenario/scenario.ts';

/** Each course with its lessons, both in the order in which they are given. */
export function coursesOf(
  scenarios: readonly Scenario[],
): readonly (readonly [string, readonly Scenario[]])[] {
  const courses = new Map<string, Scenario[]>();
  for (const scenario of scenarios) {
    courses.set(scenario.course, [...(courses.get(scenario.course) ?? []), scenario]);
  }
  return [...courses];
}
