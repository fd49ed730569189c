import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ACCEPTABLE_FAILURE } from '../../domain/learning/lc-cusum.ts';
import { rankingOf } from '../../domain/learning/rank.ts';
import { SKILLS } from '../../domain/learning/skill.ts';
import { type SkillReport, skillReports } from '../../domain/learning/skill-report.ts';
import { LEARNER_NEW, learnerAdd } from '../../domain/learning/skill-state.ts';
import { DAY_MS } from '../../domain/numbers/day.ts';
import { useServices } from '../../parts/services.ts';
import { Icon } from '../../ui/icon.tsx';
import { Page } from '../../ui/page.tsx';
import { routeHref } from '../../ui/route.ts';
import { errorSentence } from '../../ui/sentences/error-sentence.ts';
import { skillName } from '../../ui/sentences/skill-name.ts';
import { say } from '../../ui/words/say.ts';
import { AttemptList } from './attempt-list.tsx';
import { ConfidencePlot } from './confidence-plot.tsx';
import { RankPart } from './rank-part.tsx';
import { SkillCurve } from './skill-curve.tsx';

/** What the learner can do, how far the rest is, and by when it is forgotten. */
export function ProgressPage() {
  const { learner } = useServices();
  const items = learner.items.value;
  const problem = useSignal<string | null>(null);
  useEffect(() => {
    learner.read().catch((error: unknown) => {
      problem.value = errorSentence(error, say('shell.settingsUnread'));
    });
  }, [learner]);
  const reports = useComputed(() => skillReports(learner.items.value ?? []));
  const ranking = useComputed(() => rankingOf((learner.items.value ?? []).reduce(learnerAdd, LEARNER_NEW)));
  const open = SKILLS.filter((skill) => !reports.value.some((report) => report.skill === skill));
  return (
    <Page title={say('results.title')} isNarrow={false}>
      {problem.value !== null && (
        <p class="inline-alert" role="alert">
          {problem.value}
        </p>
      )}
      {items !== null && items.length > 0 && <RankPart ranking={ranking.value} />}
      {items !== null && items.length === 0 && <p>{say('results.none')}</p>}
      {reports.value.length > 0 && (
        <>
          <p class="soft">
            {say('results.standard', { percent: Math.round(100 * (1 - ACCEPTABLE_FAILURE)) })}
          </p>
          <ul class="skill-list">
            {reports.value.map((report) => (
              <li key={report.skill}>
                <SkillRow report={report} nowMs={Date.now()} />
              </li>
            ))}
          </ul>
        </>
      )}
      {items !== null && items.length > 0 && <ConfidencePlot items={items} />}
      {items !== null && open.length > 0 && (
        <section class="progress-part">
          <h2>{say('results.open')}</h2>
          <p>{open.map((skill) => skillName(skill)).join(' · ')}</p>
        </section>
      )}
      <AttemptList />
      <p>
        <a class="button button-primary" href={routeHref({ page: 'round' })}>
          <Icon name="play" />
          {say('home.today.start')}
        </a>
      </p>
    </Page>
  );
}

function SkillRow({ report, nowMs }: { readonly report: SkillReport; readonly nowMs: number }) {
  const { skill, competence, counted, forecast, progress, dueMs, spentMs } = report;
  const right = counted.filter(Boolean).length;
  return (
    <article class="skill-row" data-standing={competence.kind}>
      <div>
        <h2>{skillName(skill)}</h2>
        <p>
          <strong>{say(`results.standing.${competence.kind}`)}</strong>
          {counted.length > 0 && ` · ${say('results.right', { right, count: counted.length })}`}
          {report.fluency !== null &&
            ` · ${say('results.quick', { percent: Math.round(100 * report.fluency) })}`}
        </p>
        <p class="small soft">
          {[forecast === null ? null : forecastSay(forecast), dueSay(dueMs, nowMs), spentSay(spentMs)]
            .filter((text) => text !== null)
            .join(' · ')}
        </p>
      </div>
      <div class="skill-figure">
        <SkillCurve counted={counted} standard={1 - ACCEPTABLE_FAILURE} />
        <progress max={1} value={progress} aria-label={say('results.towards')} />
      </div>
    </article>
  );
}

function forecastSay({ median, low, high }: NonNullable<SkillReport['forecast']>): string {
  // That it may take none at all says nothing of how many it may take.
  if (median === null || low === null || (high === null && low === 0)) return say('results.forecast.far');
  if (high === null) return say('results.forecast.open', { low });
  return high === 0
    ? say('results.forecast.proof')
    : say('results.forecast.between', { count: median, low, high });
}

function dueSay(dueMs: number, nowMs: number): string {
  const days = Math.ceil((dueMs - nowMs) / DAY_MS);
  return days <= 0 ? say('results.due.now') : say('results.due.in', { count: days });
}

function spentSay(spentMs: number): string {
  return say('results.spent', { minutes: Math.max(1, Math.round(spentMs / 60_000)) });
}
