import { drillRunOf } from '../../domain/learning/drill-run.ts';
import type { StepResult } from '../../domain/learning/progress.ts';
import type { StandardChange } from '../../domain/learning/standard-change.ts';
import { catchingRoc } from '../../domain/proposals/catching-roc.ts';
import { imageById, type Scenario, type ScenarioCard, stepIndex } from '../../domain/scenario/scenario.ts';
import { draftOfPlayId } from '../../domain/studio/draft-play.ts';
import type { Assigned } from '../../parts/assigned/assigned.ts';
import { CatchingChart } from '../../parts/catching/catching-chart.tsx';
import { StandardNews } from '../../parts/learning/standard-news.tsx';
import { answerWay } from '../../parts/questions/answer-way.ts';
import { scoreLevel } from '../../parts/reveal/grade-table.tsx';
import { drillRead } from '../../parts/session/drill.ts';
import type { ScenarioOutcome } from '../../parts/session/machine/scenario-result.ts';
import { className } from '../../ui/class-name.ts';
import { Icon } from '../../ui/icon.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Route, routeHref } from '../../ui/route.ts';
import { KeyPoints } from '../../ui/text.tsx';
import { Rich } from '../../ui/words/rich.tsx';
import { say } from '../../ui/words/say.ts';
import { DrillBest } from './drill-best.tsx';
import { stepDetails } from './practice-text.ts';
import { practiseSentences } from './practise-text.ts';
import { SaveAgain } from './save-again.tsx';
import { stepTitle } from './step-text.ts';

/** How a scenario went as a whole. */
export function ResultPanel({
  scenario,
  outcome,
  changes,
  best,
  assigned,
  next,
  saving,
  onAgain,
  onSaveAgain,
}: {
  readonly scenario: Scenario;
  readonly outcome: ScenarioOutcome;
  /** Skills that came to the standard by it, or lost it. */
  readonly changes: readonly StandardChange[];
  /** The best score so far, this one included. */
  readonly best: number | null;
  /** Where a course system opened the page. */
  readonly assigned: Assigned | null;
  /** The scenario to play after it. */
  readonly next: ScenarioCard | null;
  readonly saving: 'saving' | 'saved' | 'unsaved';
  readonly onAgain: () => void;
  readonly onSaveAgain: () => void;
}) {
  const { score, isPassed } = outcome;
  const practise = practiseSentences(outcome.results);
  const isItems = answerWay(scenario) !== 'button';
  // The zones of a survey lead to the decision that is asked for after it: both are one item.
  const items = drillRunOf(outcome.results.filter(({ kind }) => kind !== 'survey'));
  const drill = drillRead(scenario.id)?.drill ?? null;
  const another = anotherRoute(scenario);
  const draft = draftOfPlayId(scenario.id);
  const roc = catchingRoc([{ atMs: 0, steps: outcome.results }]);
  const isHandIn = assigned !== null && handInIsOpen(assigned);
  const isNextFirst = (next !== null && isPassed) || isHandIn;
  return (
    <Panel
      label={say('play.result.label')}
      isReading
      actions={
        <>
          {draft !== null && (
            <a class="button button-primary" href={routeHref({ page: 'studio', draft })}>
              {say('play.backToStudio')}
            </a>
          )}
          {className.value !== '' && draft === null && (
            <a class="button" href={routeHref({ page: 'hand-in', attempt: null })}>
              <Icon name="file" />
              {say('play.result.handIn', { name: className.value })}
            </a>
          )}
          {next !== null && (
            <a
              class={isNextFirst ? 'button button-primary button-large' : 'button'}
              href={routeHref({ page: 'play', scenario: next.id })}
            >
              {say('play.result.next', { title: next.title })}
              <Icon name="next" />
            </a>
          )}
          {scenario.images.some(({ source }) => source.kind === 'camera') && (
            <a class="button" href={routeHref({ page: 'live' })}>
              <Icon name="camera" />
              {say('play.result.machine')}
            </a>
          )}
          <div class="panel-foot-row">
            {another === null ? (
              <button
                type="button"
                class={isNextFirst ? 'button' : 'button button-primary'}
                onClick={onAgain}
              >
                <Icon name="again" />
                {say('play.result.again')}
              </button>
            ) : (
              <a class={isNextFirst ? 'button' : 'button button-primary'} href={routeHref(another)}>
                <Icon name="again" />
                {say('play.result.another')}
              </a>
            )}
            <a class={isHandIn ? 'button button-primary' : 'button'} href={routeHref({ page: 'home' })}>
              {homeText(assigned, isHandIn)}
            </a>
          </div>
        </>
      }
    >
      <h2>{say('play.result.title')}</h2>
      {isItems ? (
        <p class="score" data-testid="run-score" data-score={score ?? ''}>
          {say('play.result.itemsRight', { right: items.right, count: items.count })}
        </p>
      ) : score === null ? (
        <p>{say('play.result.none')}</p>
      ) : (
        <div class="score" data-level={scoreLevel(score)} data-testid="run-score" data-score={score}>
          <strong>{Math.round(score)}</strong>
          <span>
            {best === null ? (
              say('play.result.of')
            ) : (
              <Rich
                text={say('play.result.ofBest', { best: Math.round(best) })}
                marks={{ best: (text) => <b class="figures">{text}</b> }}
              />
            )}
          </span>
        </div>
      )}
      {drill !== null && <DrillBest drill={drill} run={items} isSaved={saving === 'saved'} />}
      {!isItems && <p>{passText(scenario, isPassed, assigned?.passScore ?? null)}</p>}
      {saving === 'unsaved' && <SaveAgain onSaveAgain={onSaveAgain} />}
      <StandardNews changes={changes} />
      <ul class="run-parts">
        {outcome.results.map((result) => (
          <li key={result.stepId}>
            <span>
              {resultTitle(scenario, result)}
              <small class="run-part-details">{stepDetails(result, imageTitle(scenario, result))}</small>
            </span>
            <strong class="figures">
              {result.score === null ? say('play.result.unscored') : Math.round(result.score)}
            </strong>
          </li>
        ))}
      </ul>
      {roc.whole !== null && (
        <section class="stack">
          <h3>{say('proposals.chart.title')}</h3>
          <p>{say('proposals.chart.score')}</p>
          <CatchingChart roc={roc} />
        </section>
      )}
      {practise.length > 0 && (
        <section class="stack">
          <h3>{say('play.result.practise')}</h3>
          <KeyPoints points={practise} />
        </section>
      )}
    </Panel>
  );
}

function handInIsOpen({ mode, facts, saved }: Assigned): boolean {
  return mode === 'normal' && facts.value.isComplete && saved.value.kind !== 'apart';
}

function homeText(assigned: Assigned | null, isHandIn: boolean): string {
  if (assigned === null) return say('ui.allScenarios');
  return say(isHandIn ? 'play.result.course.handIn' : 'play.result.course.list');
}

/** What is needed to pass; where a course asks for a score on the whole, the scenario's own is not what counts. */
function passText({ passScore }: Scenario, isPassed: boolean, asked: number | null): string {
  if (asked !== null) return say('play.result.course.needed', { score: asked });
  return say(isPassed ? 'play.result.passed' : 'play.result.failed', { score: passScore });
}

/** A round or a drill is followed by one of other images; null for whatever is played once more as it is. */
function anotherRoute({ id, policy }: Scenario): Route | null {
  if (policy === 'round') return { page: 'round' };
  const run = drillRead(id);
  return run === null ? null : { page: 'drill', drill: run.drill };
}

function resultTitle(scenario: Scenario, { stepId, first: { isSkipped } }: StepResult): string {
  const step = scenario.steps[stepIndex(scenario, stepId)];
  const title = step === undefined ? stepId : stepTitle(step);
  return isSkipped ? say('play.result.skipped', { title }) : title;
}

function imageTitle(scenario: Scenario, { stepId }: StepResult): string | null {
  const imageId = scenario.steps[stepIndex(scenario, stepId)]?.imageId ?? null;
  return imageId === null ? null : (imageById(scenario, imageId)?.title ?? null);
}
