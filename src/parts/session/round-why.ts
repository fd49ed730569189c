import type { ChoiceReason } from '../../domain/learning/next-round.ts';
import type { Scenario, ScenarioStep } from '../../domain/scenario/scenario.ts';
import { say } from '../../ui/words/say.ts';
import { roundRead } from './round-id.ts';

/**
 * Why an image is in a round, as a sentence, told in the first of its steps; null in any other, and where the scenario is
 * no round.
 */
export function roundWhy(
  { id, images, steps }: Scenario,
  step: Pick<ScenarioStep, 'id' | 'imageId'>,
): string | null {
  const first = steps.find(({ imageId }) => imageId === step.imageId);
  if (first?.id !== step.id) return null;
  const item = roundRead(id)?.[images.findIndex((image) => image.id === step.imageId)];
  return item === undefined ? null : reasonSay(item.reason);
}

function reasonSay(reason: ChoiceReason): string {
  switch (reason.code) {
    case 'review_due':
      return say('rounds.why.reviewDue', { percent: Math.round(100 * reason.retrievability) });
    case 'new_skill':
      return say('rounds.why.newSkill');
    case 'in_learning':
      if (reason.wasRight === null) return say('rounds.why.inLearning');
      if (!reason.wasRight) return say('rounds.why.wasWrong');
      return say('rounds.why.wasSlow', { seconds: Math.round((reason.answerMs ?? 0) / 1000) });
    case 'kept_up':
      return say('rounds.why.keptUp');
    case 'hard_normal':
      return say('rounds.why.hardNormal');
  }
}
