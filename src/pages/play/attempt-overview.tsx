import { attemptResult } from '../../domain/learning/attempt.ts';
import type { StepResult } from '../../domain/learning/progress.ts';
import { imageById, type Scenario, stepIndex } from '../../domain/scenario/scenario.ts';
import { attemptScore } from '../../parts/session/attempt-score.ts';
import { Icon } from '../../ui/icon.tsx';
import { routeHref } from '../../ui/route.ts';
import { say } from '../../ui/words/say.ts';
import { AttemptComments } from './attempt-comments.tsx';
import type { AttemptPlayed } from './attempt-played.ts';
import { stepDetails } from './practice-text.ts';
import { stepTitle } from './step-text.ts';

/** All answers of an attempt, each with a way to its image. */
export function AttemptOverview({ played }: { readonly played: AttemptPlayed }) {
  const { attempt, title, scenario } = played;
  return (
    <div class="page page-narrow">
      <a class="bar-link back-link" href={routeHref({ page: 'progress' })}>
        <Icon name="back" />
        {say('attempts.back')}
      </a>
      <h1>{title}</h1>
      <p class="soft">{say('attempts.played', { atMs: attempt.atMs })}</p>
      {scenario === null && <p>{say('attempts.gone', { id: attempt.scenarioId })}</p>}
      <p class="attempt-score figures">{attemptScore(attempt)}</p>
      <p>
        <a class="button" href={routeHref({ page: 'hand-in', attempt: attempt.id })}>
          <Icon name="file" />
          {say('attempts.handIn')}
        </a>
      </p>
      <h2 class="attempt-heading">{say('attempts.steps')}</h2>
      <ol class="attempt-steps">
        {attempt.steps.map((step, at) => {
          const result = attemptResult(step);
          return (
            <li key={result.stepId}>
              <a href={routeHref({ page: 'attempt', attempt: attempt.id, step: at + 1 })}>
                <span>
                  {resultTitle(scenario, result)}
                  <small class="run-part-details">{stepDetails(result, imageTitle(scenario, result))}</small>
                </span>
                <strong class="figures">
                  {result.score === null ? say('play.result.unscored') : Math.round(result.score)}
                </strong>
              </a>
              <AttemptComments attempt={attempt} stepId={result.stepId} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** The name of an answered step; its id where the scenario has it no longer. */
export function resultTitle(scenario: Scenario | null, { stepId, first }: StepResult): string {
  const step = scenario?.steps[stepIndex(scenario, stepId)];
  const title = step === undefined ? stepId : stepTitle(step);
  return first.isSkipped ? say('play.result.skipped', { title }) : title;
}

/** The title of the image that a step is about; null where it is about none, or the scenario has it no longer. */
export function imageTitle(scenario: Scenario | null, { stepId }: StepResult): string | null {
  const imageId = scenario?.steps[stepIndex(scenario, stepId)]?.imageId ?? null;
  return scenario === null || imageId === null ? null : (imageById(scenario, imageId)?.title ?? null);
}
