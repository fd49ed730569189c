import type { Scenario, ScenarioCard } from './scenario.ts';

/** A shipped scenario as the list of all has it, before its steps are fetched. */
export interface ListedScenario extends ScenarioCard {
  /** Whether it is about the machine that is plugged in. */
  readonly isOnCamera: boolean;
}

export function scenarioListed(scenario: Scenario): ListedScenario {
  const { id, title, summary, course, lesson, durationMin, teaches, passScore } = scenario;
  return {
    ...{ id, title, summary, course, lesson, durationMin, teaches, passScore },
    isOnCamera: scenarioIsOnCamera(scenario),
  };
}

export function scenarioIsOnCamera({ images }: Pick<Scenario, 'images'>): boolean {
  return images.some(({ source }) => source.kind === 'camera');
}
