import { type ItemDraft, itemDrafts } from '../../../domain/learning/item-draft.ts';
import { stepIsGraded } from '../../../domain/scenario/scenario.ts';
import type { ScenarioContext } from './scenario-context.ts';

/** The answers of a scenario that were not sent to be kept yet. */
export function itemsNew(
  { scenario, results, measured }: ScenarioContext,
  sent: readonly string[],
): readonly ItemDraft[] {
  return scenario.steps.flatMap((step) => {
    const result = results[step.id];
    if (result === undefined || !stepIsGraded(step) || sent.includes(step.id)) return [];
    return itemDrafts(scenario, step, result, measured);
  });
}
