import { overlaySpoils } from '../../domain/scenario/overlay-rule.ts';
import type { ScenarioStep } from '../../domain/scenario/scenario.ts';
import type { ScenarioContext } from '../../parts/session/machine/scenario-context.ts';
import { say } from '../../ui/words/say.ts';

/** Steps with an image on the screen that stays as it is; a scan's or an M-mode's own task needs all of it. */
export const STEPS_WITH_OVERLAY: readonly ScenarioStep['kind'][] = [
  'observe',
  'freeze',
  'mark',
  'question',
  'feedback',
];

/** Why the network's overlay cannot be shown in a step, as a sentence; null where it can, or there is no image. */
export function overlayOff({ scenario, results }: ScenarioContext, step: ScenarioStep): string | null {
  const spoils = overlaySpoils(scenario, step, results);
  return spoils === null ? null : say(`play.overlayOff.${spoils}`);
}

export function overlayIsOffered(context: ScenarioContext, step: ScenarioStep): boolean {
  const hasImage = step.imageId !== null && STEPS_WITH_OVERLAY.includes(step.kind);
  // While marking the image is the learner's own canvas, also when it was graded before.
  return hasImage && step.kind !== 'mark' && overlayOff(context, step) === null;
}
