import type { Scenario } from '../../domain/scenario/scenario.ts';
import { say } from '../../ui/words/say.ts';

/** A step by its place, from 0, and what is done in it. */
export function stepName({ steps }: Scenario, at: number): string {
  const step = steps[at];
  return step === undefined
    ? ''
    : say('studio.preview.step', { number: at + 1, name: say(`studio.kind.${step.kind}`) });
}
