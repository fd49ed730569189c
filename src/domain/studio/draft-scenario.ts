import { scenarioParse } from '../scenario/parse.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Draft } from './draft.ts';
import { type DraftPlay, draftPlayId } from './draft-play.ts';

/**
 * A draft as it is kept, read by the parser that packages are read by, from the step that a play begins with.
 *
 * @throws ScenarioError where it is not sound
 */
export function draftScenario({ text }: Pick<Draft, 'text'>, { draft, from, run }: DraftPlay): Scenario {
  const scenario = scenarioParse(text, 'draft.yaml');
  return { ...scenarioFrom(scenario, from), id: draftPlayId(draft, from, run) };
}

/**
 * A scenario as it goes on from a step. Feedback tells about marks: where it is asked for, the play begins with these. A step
 * about a standing image that is reached so finds the image stopped.
 *
 * @param from place of the step, from 0; one that is not there begins with the first
 */
export function scenarioFrom(scenario: Scenario, from: number): Scenario {
  const { steps } = scenario;
  let first = from < steps.length ? from : 0;
  if (steps[first]?.kind === 'feedback') {
    const { imageId } = steps[first]!;
    const marked = steps.findLastIndex(
      (step, at) => at < first && step.kind === 'mark' && step.imageId === imageId,
    );
    if (marked >= 0) first = marked;
  }
  return first === 0 ? scenario : { ...scenario, steps: steps.slice(first) };
}
