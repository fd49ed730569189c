import type { ListedScenario } from '../../domain/scenario/listed-scenario.ts';

/** Each course with its lessons, both in the order in which they are given. */
export function coursesOf(
  scenarios: readonly ListedScenario[],
): readonly (readonly [string, readonly ListedScenario[]])[] {
  const courses = new Map<string, ListedScenario[]>();
  for (const scenario of scenarios) {
    courses.set(scenario.course, [...(courses.get(scenario.course) ?? []), scenario]);
  }
  return [...courses];
}
