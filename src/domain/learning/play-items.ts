import { type Scenario, stepIndex, stepIsGraded } from '../scenario/scenario.ts';
import { itemDrafts, itemSourceEquals } from './item-draft.ts';
import type { ItemRecord } from './item-record.ts';
import type { StepResult } from './progress.ts';

/**
 * Ids of the records that the answers of one play of a scenario became: of each answer the newest that is about the same
 * image and was given in the same time with the same grade.
 *
 * @param items all of the learner's, in the order answered
 */
export function playItemIds(
  items: readonly ItemRecord[],
  scenario: Scenario,
  results: readonly StepResult[],
): ReadonlySet<string> {
  const drafts = results.flatMap((result) => {
    const step = scenario.steps[stepIndex(scenario, result.stepId)];
    return step !== undefined && stepIsGraded(step) ? itemDrafts(scenario, step, result, null) : [];
  });
  const ids = new Set<string>();
  for (const item of items.toReversed()) {
    const at = drafts.findIndex(
      ({ source, answerMs, grade }) =>
        itemSourceEquals(source, item.source) && answerMs === item.answerMs && grade === item.grade,
    );
    if (at < 0) continue;
    drafts.splice(at, 1);
    ids.add(item.id);
  }
  return ids;
}
