import type { DebriefStep, Scenario } from '../../domain/scenario/scenario.ts';
import { scoreLevel } from '../components/grade-table.tsx';
import { Icon } from '../components/icon.tsx';
import { Panel } from '../components/panel.tsx';
import { KeyPoints, Text } from '../components/text.tsx';
import { routeHref } from '../route.ts';

/** One graded step of the run. */
export interface RunPart {
  readonly title: string;
  readonly score: number;
}

export function DebriefPanel({
  step,
  scenario,
  score,
  best,
  parts,
  practise,
  next,
  onAgain,
}: {
  readonly step: DebriefStep | null;
  readonly scenario: Scenario;
  readonly score: number;
  /** The best score so far, this run included. */
  readonly best: number | null;
  readonly parts: readonly RunPart[];
  /** Sentences on what to practise next. */
  readonly practise: readonly string[];
  /** The scenario that follows in the course. */
  readonly next: Scenario | null;
  readonly onAgain: () => void;
}) {
  const isPassed = score >= scenario.passScore;
  return (
    <Panel
      label="Debrief"
      actions={
        <>
          {next !== null && (
            <a
              class={isPassed ? 'button button-primary button-large' : 'button'}
              href={routeHref({ page: 'play', scenario: next.id })}
            >
              Next: {next.title}
              <Icon name="next" />
            </a>
          )}
          <div class="panel-foot-row">
            <button
              type="button"
              class={isPassed && next !== null ? 'button' : 'button button-primary'}
              onClick={onAgain}
            >
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
      <h2>Debrief</h2>
      <div class="score" data-level={scoreLevel(score)} data-testid="run-score" data-score={score}>
        <strong>{Math.round(score)}</strong>
        <span>
          of 100
          {best !== null && (
            <>
              {' '}
              · best so far <b class="figures">{Math.round(best)}</b>
            </>
          )}
        </span>
      </div>
      <p>
        {isPassed
          ? `Passed: ${scenario.passScore} was needed.`
          : `${scenario.passScore} is needed to pass. Skipping on is fine too: you can come back to it.`}
      </p>
      {parts.length > 0 && (
        <ul class="run-parts">
          {parts.map((part, at) => (
            <li key={at}>
              <span>{part.title}</span>
              <strong class="figures">{Math.round(part.score)}</strong>
            </li>
          ))}
        </ul>
      )}
      {practise.length > 0 && (
        <section class="stack">
          <h3>Practise next</h3>
          <KeyPoints points={practise} />
        </section>
      )}
      {step !== null && (
        <section class="stack">
          <Text text={step.text} />
          <KeyPoints points={step.keyPoints} />
        </section>
      )}
    </Panel>
  );
}
