import { aidWaitS, overlaySpoils } from '../../domain/scenario/overlay-rule.ts';
import type { ScenarioStep } from '../../domain/scenario/scenario.ts';
import type { ScenarioContext } from '../../parts/session/machine/scenario-context.ts';
import { say } from '../../ui/words/say.ts';

/** Steps with an image on the screen that stays as it is; a scan's or an M-mode's own task needs all of it. */
export const STEPS_WITH_OVERLAY: readonly ScenarioStep['kind'][] = [
  'observe',
  'freeze',
  'mark',
  'question',
  'proposals',
  'feedback',
];

/** Why the network's overlay cannot be shown in a step, as a sentence; null where it can, or there is no image. */
export function overlayOff(
  { scenario, results, elapsedS }: ScenarioContext,
  step: ScenarioStep,
): string | null {
  const spoils = overlaySpoils(scenario, step, results);
  if (spoils !== null) return say(`play.overlayOff.${spoils}`);
  const waitS = results[step.id] === undefined ? aidWaitS(scenario, step, elapsedS) : null;
  return waitS === null || waitS === 0 ? null : say('play.aid.wait', { count: waitS });
}

export function overlayIsOffered(context: ScenarioContext, step: ScenarioStep): boolean {
  const hasImage = step.imageId !== null && STEPS_WITH_OVERLAY.includes(step.kind);
  // While marking the image is the learner's own canvas, also when it was graded before; but where it comes with help.
  const isFree = step.kind !== 'mark' || aidIsShown(context, step);
  return hasImage && isFree && overlayOff(context, step) === null;
}

/** Whether the help of the step's image lies over it now. */
export function aidIsShown({ scenario, elapsedS }: ScenarioContext, step: ScenarioStep): boolean {
  return aidWaitS(scenario, step, elapsedS) === 0;
}

/** What is to be known of the help of a step's image, as a sentence; null where there is none. */
export function aidSentence({ scenario, elapsedS }: ScenarioContext, step: ScenarioStep): string | null {
  const waitS = aidWaitS(scenario, step, elapsedS);
  if (waitS === null) return null;
  return waitS === 0 ? say('play.aid.shown') : say('play.aid.wait', { count: waitS });
}
