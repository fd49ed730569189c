import type { Scenario, ScenarioStep } from '../../domain/scenario/scenario.ts';
import type { DraftStep } from '../../domain/studio/draft-steps.ts';
import { say } from '../../ui/words/say.ts';

/** A step by its place, from 0, and what is done in it. */
export function stepName({ steps }: Scenario, at: number): string {
  const step = steps[at];
  return step === undefined
    ? ''
    : say('studio.preview.step', { number: at + 1, name: say(`studio.kind.${step.kind}`) });
}

/** The same of a draft that may not be sound; a kind that is not known stands as it is written. */
export function draftStepName(steps: readonly DraftStep[], step: DraftStep): string {
  const known = KINDS.find((kind) => kind === step.kind);
  const name = known === undefined ? step.kind : say(`studio.kind.${known}`);
  return say('studio.preview.step', { number: steps.indexOf(step) + 1, name });
}

const KINDS = [
  'briefing',
  'observe',
  'freeze',
  'scan',
  'm_mode',
  'survey',
  'mark',
  'question',
  'proposals',
  'feedback',
  'report',
  'debrief',
] as const satisfies readonly ScenarioStep['kind'][];
