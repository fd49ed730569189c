import type { StepResult } from '../../domain/learning/progress.ts';
import { imageById, type Scenario, type ScenarioCard, stepIndex } from '../../domain/scenario/scenario.ts';
import { scoreLevel } from '../../parts/reveal/grade-table.tsx';
import type { ScenarioOutcome } from '../../parts/session/machine/scenario-result.ts';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { routeHref } from '../../ui/route.ts';
import { KeyPoints } from '../../ui/text.tsx';
import { stepDetails } from './practice-text.ts';
import { practiseSentences } from './practise-text.ts';
import { stepTitle } from './step-text.ts';

/** How a scenario went as a whole. */
export function ResultPanel({
  scenario,
  outcome,
  best,
  next,
  saving,
  onAgain,
  onSaveAgain,
}: {
  readonly scenario: Scenario;
  readonly outcome: ScenarioOutcome;
  /** The best score so far, this one included. */
  readonly best: number | null;
  /** What to play after it. */
  readonly next: ScenarioCard | null;
  readonly saving: 'saving' | 'saved' | 'unsaved';
  readonly onAgain: () => void;
  readonly onSaveAgain: () => void;
}) {
  const { score, isPassed } = outcome;
  const practise = practiseSentences(outcome.results);
  const isNextFirst = next !== null && isPassed;
  return (
    <Panel
      label="Result"
      actions={
        <>
          {next !== null && (
            <a
              class={isNextFirst ? 'button button-primary button-large' : 'button'}
              href={routeHref({ page: 'play', scenario: next.id })}
            >
              Next: {next.title}
              <Icon name="next" />
            </a>
          )}
          {scenario.images.some(({ source }) => source.kind === 'camera') && (
            <a class="button" href={routeHref({ page: 'live' })}>
              <Icon name="camera" />
              Back to your machine
            </a>
          )}
          <div class="panel-foot-row">
            <button type="button" class={isNextFirst ? 'button' : 'button button-primary'} onClick={onAgain}>
              <Icon name="again" />
              Play again
            </button>
            <a class="button" href={routeHref({ page: 'home' })}>
              All scenarios
            </a>
          </div>
        </>
      }
    >
      <h2>Your result</h2>
      {score === null ? (
        <p>Nothing was scored this time.</p>
      ) : (
        <div class="score" data-level={scoreLevel(score)} data-testid="run-score" data-score={score}>
          <strong>{Math.round(score)}</strong>
          <span>
            of 100
            {best !== null && (
              <>
                , best so far <b class="figures">{Math.round(best)}</b>
              </>
            )}
          </span>
        </div>
      )}
      <p>
        {isPassed
          ? `Passed: ${scenario.passScore} was needed.`
          : `${scenario.passScore} is needed to pass. You can also go on and come back later.`}
      </p>
      {saving === 'unsaved' && (
        <div class="network-failed" role="alert">
          <p>This result could not be saved in this browser. It is still here: try again.</p>
          <button type="button" class="button" onClick={onSaveAgain}>
            <Icon name="again" />
            Save again
          </button>
        </div>
      )}
      <ul class="run-parts">
        {outcome.results.map((result) => (
          <li key={result.stepId}>
            <span>
              {resultTitle(scenario, result)}
              <small class="run-part-details">{stepDetails(result, imageTitle(scenario, result))}</small>
            </span>
            <strong class="figures">{result.score === null ? 'not scored' : Math.round(result.score)}</strong>
          </li>
        ))}
      </ul>
      {practise.length > 0 && (
        <section class="stack">
          <h3>Practise next</h3>
          <KeyPoints points={practise} />
        </section>
      )}
    </Panel>
  );
}

function resultTitle(scenario: Scenario, { stepId, first: { isSkipped } }: StepResult): string {
  const step = scenario.steps[stepIndex(scenario, stepId)];
  const title = step === undefined ? stepId : stepTitle(step);
  return isSkipped ? `${title} (skipped)` : title;
}

function imageTitle(scenario: Scenario, { stepId }: StepResult): string | null {
  const imageId = scenario.steps[stepIndex(scenario, stepId)]?.imageId ?? null;
  return imageId === null ? null : (imageById(scenario, imageId)?.title ?? null);
}
