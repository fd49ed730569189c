import { type StepResult, type StepResults, scoreMean } from '../learning/progress.ts';
import type { BriefingStep, DebriefStep, Scenario, ScenarioStep, TextVariant } from './scenario.ts';

/** The words of a briefing or debrief. */
export interface TextRead {
  readonly text: string;
  readonly keyPoints: readonly string[];
}

/**
 * The text of a step after what was done so far: its first variant that holds, else its own text. Inside rounds the
 * score is that of the round alone.
 */
export function textRead(
  scenario: Scenario,
  step: BriefingStep | DebriefStep,
  results: StepResults,
): TextRead {
  const { imageId } = step;
  const steps = imageId === null ? scenario.steps : scenario.steps.filter((one) => one.imageId === imageId);
  const score = scoreMean({ ...scenario, steps }, results);
  return step.variants.find((variant) => variantHolds(variant, score, scenario, results)) ?? step;
}

function variantHolds(
  { below, atLeast, notDone }: TextVariant,
  score: number | null,
  { steps }: Scenario,
  results: StepResults,
): boolean {
  if (below !== null && (score === null || score >= below)) return false;
  if (atLeast !== null && (score === null || score < atLeast)) return false;
  if (notDone.length === 0) return true;
  return notDone.some(
    (stepId) =>
      !stepIsDone(
        results[stepId],
        steps.find(({ id }) => id === stepId),
      ),
  );
}

/**
 * Whether a step was done at any try: a question answered, whatever the answer; a place found without being shown it;
 * marks drawn, or rightly none; a survey of as many zones as it asks for. What was skipped was not.
 */
export function stepIsDone(result: StepResult | undefined, step?: ScenarioStep): boolean {
  if (result === undefined) return false;
  switch (result.kind) {
    case 'mark':
      return triesOf(result).some(({ isSkipped, marks, score }) => {
        return !isSkipped && (marks === null || marks.length > 0 || (score ?? 0) > 0);
      });
    case 'proposals':
      return triesOf(result).some(({ isSkipped }) => !isSkipped);
    case 'question':
      return triesOf(result).some(({ isSkipped }) => !isSkipped);
    case 'survey':
      return triesOf(result).some(
        ({ isSkipped, visits }) => !isSkipped && visits.length >= zonesWanted(step),
      );
    case 'scan':
      return triesOf(result).some(({ isFound, hints }) => isFound && !hints.includes('answer'));
  }
}

/** How many zones a survey asks for: one at least. */
function zonesWanted(step: ScenarioStep | undefined): number {
  return step?.kind === 'survey' ? step.atLeast : 1;
}

function triesOf<Of>({
  first,
  practice,
}: {
  readonly first: Of;
  readonly practice: readonly Of[];
}): readonly Of[] {
  return [first, ...practice];
}
