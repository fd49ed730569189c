import type { AttemptStep } from '../learning/attempt.ts';
import { RIGHT_SCORE } from '../learning/right-score.ts';
import { stepEvidence } from '../learning/skill-evidence.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { stepIsGraded } from '../scenario/scenario.ts';
import type { FormItem } from './form.ts';
import { PASS_RIGHT } from './standard.ts';

/**
 * How an item went. `left_out`: the candidate gave no answer; `unreached`: the time was over before; `unscored`: the image could not
 * be shown or graded, for which nobody is to blame.
 */
export type ItemStanding = 'right' | 'wrong' | 'left_out' | 'unreached' | 'unscored';

export interface AssessedItem {
  readonly item: FormItem;
  readonly imageId: string;
  readonly standing: ItemStanding;
  /** 0-100; null where there is no answer. */
  readonly score: number | null;
  /** Until the answer; null of one that was not reached. */
  readonly seconds: number | null;
  /** The answer as it is kept; null of one that was not reached. */
  readonly step: AttemptStep | null;
}

/** An exam as it is judged. */
export interface Assessment {
  readonly items: readonly AssessedItem[];
  readonly right: number;
  /** Right items, per cent of all of the form. */
  readonly percent: number;
  /** Whether every item could be shown and graded; else there is no certificate. */
  readonly isWhole: boolean;
  readonly isPassed: boolean;
}

/**
 * Judges an exam by the first answer to each item: right or not, each as much as the other. An item is right by what its skill
 * asks for, a finding found or a reply right; how exact a border is plays no part.
 *
 * @param form the items, as many as the scenario has images and in their order
 */
export function assessmentOf(
  form: readonly FormItem[],
  scenario: Scenario,
  steps: readonly AttemptStep[],
): Assessment {
  const items = form.map((item, i) => itemAssess(item, scenario.images[i]!.id, scenario, steps));
  const right = items.filter(({ standing }) => standing === 'right').length;
  const isWhole = items.every(({ standing }) => standing !== 'unscored');
  return {
    items,
    right,
    percent: (100 * right) / items.length,
    isWhole,
    isPassed: isWhole && right >= PASS_RIGHT,
  };
}

function itemAssess(
  item: FormItem,
  imageId: string,
  scenario: Scenario,
  steps: readonly AttemptStep[],
): AssessedItem {
  const asked = scenario.steps.filter(stepIsGraded).find((step) => step.imageId === imageId);
  const kept = steps.find(({ stepId }) => stepId === asked?.id) ?? null;
  if (asked === undefined || kept === null || kept.kind === 'latest_marks') {
    return { item, imageId, standing: 'unreached', score: null, seconds: null, step: null };
  }
  const { score, isSkipped, elapsedS } = kept.first;
  const evidence = stepEvidence(asked, kept).find(({ skill }) => skill === item.skill);
  const isRight = evidence?.isRight ?? (score ?? 0) >= RIGHT_SCORE;
  const standing = score === null ? 'unscored' : isSkipped ? 'left_out' : isRight ? 'right' : 'wrong';
  return { item, imageId, standing, score, seconds: elapsedS, step: kept };
}
