import type { Assigned } from '../../parts/assigned/assigned.ts';
import { courseSummaryOf } from '../../parts/packages/course-title-of.ts';
import { useServices } from '../../parts/services.ts';
import { usePageTitle } from '../../ui/page.tsx';
import { routeHref } from '../../ui/route.ts';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';

/** What the course system assigned: the scenarios, how they went, and handing in. */
export function AssignedPage({ assigned }: { readonly assigned: Assigned }) {
  const { scenarios, session, packages } = useServices();
  const { places } = useSnapshot(session).context;
  const { title, learnerName, mode, scenarioIds } = assigned;
  const course = scenarios.find(({ id }) => id === scenarioIds[0])?.course;
  const summary = course === undefined ? '' : courseSummaryOf(course, packages.list.value);
  usePageTitle(title);
  const { finished } = assigned.progress.value;
  const facts = assigned.facts.value;
  const saved = assigned.saved.value;
  const over = assigned.over.value;
  const isTold = mode === 'normal';
  const endKey = !isTold ? 'assigned.stop' : facts.isComplete ? 'assigned.finish' : 'assigned.leave';
  const overKey = !isTold ? 'assigned.stopped' : over === 'time-out' ? 'assigned.timeOver' : 'assigned.over';
  const next = scenarioIds.find((id) => finished[id] === undefined);
  return (
    <div class="page page-narrow stack">
      <h1>{title}</h1>
      {summary !== '' && <p>{summary}</p>}
      <p class="soft">
        {learnerName === '' ? say('assigned.lead') : say('assigned.leadNamed', { name: learnerName })}
      </p>
      {saved.kind === 'apart' && <p class="inline-alert">{messageSentence(saved.reason)}</p>}
      {saved.kind !== 'apart' && !isTold && <p class="inline-alert">{say(`assigned.mode.${mode}`)}</p>}
      <ol class="card assigned-list">
        {scenarioIds.map((id) => {
          const play = finished[id];
          const name = scenarios.find((one) => one.id === id)?.title ?? id;
          const isBegun = places.some(({ scenarioId }) => scenarioId === id);
          return (
            <li key={id}>
              <span>
                {name}
                <small>
                  {play === undefined
                    ? say(isBegun ? 'assigned.begun' : 'assigned.open')
                    : play.score === null
                      ? say('assigned.done')
                      : say('assigned.doneScore', { score: Math.round(play.score) })}
                </small>
              </span>
              {over === null && (
                <a
                  class={id === next ? 'button button-primary' : 'button'}
                  href={routeHref({ page: 'play', scenario: id })}
                  aria-label={say(actionKey(play !== undefined, isBegun, true), { title: name })}
                >
                  {say(actionKey(play !== undefined, isBegun, false))}
                </a>
              )}
            </li>
          );
        })}
      </ol>
      {facts.isComplete && (
        <p data-testid="course-result">
          {facts.score !== null && say('assigned.score', { score: Math.round(facts.score) })}{' '}
          {facts.isPassed !== null && say(facts.isPassed ? 'assigned.passed' : 'assigned.failed')}
        </p>
      )}
      {over !== null ? (
        <p role="status">{say(overKey)}</p>
      ) : (
        saved.kind !== 'apart' && (
          <div class="settings-data">
            <button
              type="button"
              class={endKey === 'assigned.finish' ? 'button button-primary' : 'button'}
              onClick={() => assigned.finish()}
            >
              {say(endKey)}
            </button>
            {isTold && (
              <p class="soft small">{say(facts.isComplete ? 'assigned.noteDone' : 'assigned.note')}</p>
            )}
          </div>
        )
      )}
    </div>
  );
}

function actionKey<const Named extends boolean>(isDone: boolean, isBegun: boolean, isNamed: Named) {
  const action = isDone ? 'again' : isBegun ? 'goOn' : 'start';
  return (isNamed ? `assigned.named.${action}` : `assigned.action.${action}`) as Named extends true
    ? `assigned.named.${'again' | 'goOn' | 'start'}`
    : `assigned.action.${'again' | 'goOn' | 'start'}`;
}
