import { type ItemRecord, itemCounts } from './item-record.ts';
import { COMPETENCE_NONE, type Competence, competenceAdd } from './lc-cusum.ts';
import type { SkillId } from './skill.ts';

/** A skill that came to the standard, or lost it, by some answers. */
export interface StandardChange {
  readonly skill: SkillId;
  readonly kind: 'reached' | 'lost';
  /** The counted answers that decided it, since the sum was last at 0 (or watching began), and how many were right. */
  readonly counted: number;
  readonly right: number;
}

interface SkillRun {
  readonly competence: Competence;
  readonly counted: number;
  readonly right: number;
}

const RUN_NEW: SkillRun = { competence: COMPETENCE_NONE, counted: 0, right: 0 };

/**
 * Skills whose standing is another one by certain answers, each as it was decided last, in the order of their decision. One
 * that came to the standard and lost it again within them is not named.
 *
 * @param items all of the learner's, in the order answered
 * @param isOf whether an item is one of those answers
 */
export function standardChanges(
  items: readonly ItemRecord[],
  isOf: (item: ItemRecord) => boolean,
): readonly StandardChange[] {
  const runs = new Map<SkillId, SkillRun>();
  const changes = new Map<SkillId, StandardChange>();
  for (const item of items) {
    for (const { skill, isRight } of item.evidence) {
      if (!itemCounts(item, skill)) continue;
      const before = runs.get(skill) ?? RUN_NEW;
      const competence = competenceAdd(before.competence, isRight);
      const counted = before.counted + 1;
      const right = before.right + (isRight ? 1 : 0);
      const kind = changeOf(before.competence, competence);
      runs.set(skill, competence.sum === 0 ? { ...RUN_NEW, competence } : { competence, counted, right });
      if (kind === null || !isOf(item)) continue;
      // What came back to where it stood before them is no change.
      if (changes.has(skill)) changes.delete(skill);
      else changes.set(skill, { skill, kind, counted, right });
    }
  }
  return [...changes.values()];
}

function changeOf(before: Competence, after: Competence): StandardChange['kind'] | null {
  if (before.kind === after.kind) return null;
  return after.kind === 'competent' ? 'reached' : 'lost';
}
