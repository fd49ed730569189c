import { playItemIds } from '../../domain/learning/play-items.ts';
import type { StepResult } from '../../domain/learning/progress.ts';
import { type StandardChange, standardChanges } from '../../domain/learning/standard-change.ts';
import type { Scenario } from '../../domain/scenario/scenario.ts';
import { skillName } from '../../ui/sentences/skill-name.ts';
import { say } from '../../ui/words/say.ts';
import { useServices } from '../services.ts';

/** Which skills came to the standard by the answers of a play, or lost it; null before any play. */
export function useStandardChanges(
  scenario: Scenario | null,
  results: readonly StepResult[] | null,
): readonly StandardChange[] {
  const { learner } = useServices();
  const items = learner.items.value;
  if (items === null || scenario === null || results === null) return [];
  const ids = playItemIds(items, scenario, results);
  return standardChanges(items, ({ id }) => ids.has(id));
}

/** The changes for those who do not see them; empty where there are none. */
export function standardSaid(changes: readonly StandardChange[]): string {
  const names = (kind: StandardChange['kind']): readonly string[] =>
    changes.filter((change) => change.kind === kind).map(({ skill }) => skillName(skill));
  const reached = names('reached');
  const lost = names('lost');
  return [
    ...(reached.length > 0 ? [say('learning.standard.said', { skills: reached })] : []),
    ...(lost.length > 0 ? [say('learning.standard.saidLost', { skills: lost })] : []),
  ].join(' ');
}
