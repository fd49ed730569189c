import type { ScenarioCard } from '../../domain/scenario/scenario.ts';
import type { Lesson } from './lesson.ts';

/** The scenario that follows a lesson: the first of the course of its name, or else the one it names itself. */
export function scenarioAfter<Card extends Pick<ScenarioCard, 'id' | 'course' | 'lesson'>>(
  { id, scenario }: Pick<Lesson, 'id' | 'scenario'>,
  scenarios: readonly Card[],
): Card | null {
  const own = scenarios.filter(({ course }) => course === id).sort((a, b) => a.lesson - b.lesson);
  return own[0] ?? scenarios.find((one) => one.id === scenario) ?? null;
}
