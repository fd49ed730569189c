import { scorePasses } from '../../domain/learning/pass.ts';
import type { Scenario } from '../../domain/scenario/scenario.ts';
import { NewerVersion } from '../../parts/offline/newer-version.tsx';
import { useServices } from '../../parts/services.ts';
import { coursesOf } from '../../parts/session/courses.ts';
import { CLIP_ID } from '../../parts/session/practice.ts';
import { FindingSwatch } from '../../ui/finding-swatch.tsx';
import { Icon } from '../../ui/icon.tsx';
import { usePageTitle } from '../../ui/page.tsx';
import { routeHref } from '../../ui/route.ts';
import { courseTitle } from '../../ui/sentences/course-title.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { Rich } from '../../ui/words/rich.tsx';
import { say } from '../../ui/words/say.ts';
import { HeroScreen } from './hero-screen.tsx';
import { UnfinishedList } from './unfinished-list.tsx';

export function HomePage() {
  usePageTitle('Batsign');
  const { scenarios, session } = useServices();
  const { best, places } = useSnapshot(session).context;
  const first = scenarios[0];
  return (
    <div class="page">
      <NewerVersion />
      <UnfinishedList
        places={places}
        scenarios={scenarios}
        onDrop={(scenarioId) => session.send({ type: 'place.drop', scenarioId })}
      />
      <section class="hero">
        <div>
          <h1>{say('home.heading')}</h1>
          <p>{say('home.lead')}</p>
          {first !== undefined && (
            <a
              class="button button-primary button-large"
              href={routeHref({ page: 'play', scenario: first.id })}
            >
              <Icon name="play" />
              {say('home.start', { title: first.title })}
            </a>
          )}
        </div>
        <HeroScreen />
      </section>
      {coursesOf(scenarios).map(([course, lessons]) => (
        <section key={course}>
          <h2 class="section-title">{courseTitle(course)}</h2>
          <ul class="scenario-list">
            {lessons.map((scenario) => (
              <li key={scenario.id}>
                <ScenarioTile scenario={scenario} best={best[scenario.id] ?? null} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <h2 class="section-title">{say('home.alone.heading')}</h2>
      <div class="also">
        <a class="also-card" href={routeHref({ page: 'practice' })}>
          <Icon name="again" size={26} />
          <div>
            <h3>{say('home.alone.practice.title')}</h3>
            <p>{say('home.alone.practice.text')}</p>
          </div>
        </a>
        <a class="also-card" href={routeHref({ page: 'scan' })}>
          <Icon name="probe" size={26} />
          <div>
            <h3>{say('home.alone.scan.title')}</h3>
            <p>{say('home.alone.scan.text')}</p>
          </div>
        </a>
        <a class="also-card" href={routeHref({ page: 'play', scenario: CLIP_ID })}>
          <Icon name="file" size={26} />
          <div>
            <h3>{say('home.alone.clip.title')}</h3>
            <p>{say('home.alone.clip.text')}</p>
          </div>
        </a>
        <a class="also-card" href={routeHref({ page: 'live' })}>
          <Icon name="camera" size={26} />
          <div>
            <h3>{say('home.alone.live.title')}</h3>
            <p>{say('home.alone.live.text')}</p>
          </div>
        </a>
        <a class="also-card" href={routeHref({ page: 'clips', clip: null })}>
          <Icon name="clips" size={26} />
          <div>
            <h3>{say('home.alone.library.title')}</h3>
            <p>{say('home.alone.library.text')}</p>
          </div>
        </a>
      </div>
      <p class="home-foot">{say('home.foot')}</p>
    </div>
  );
}

function ScenarioTile({ scenario, best }: { readonly scenario: Scenario; readonly best: number | null }) {
  return (
    <a class="scenario-card" href={routeHref({ page: 'play', scenario: scenario.id })}>
      <span class="scenario-lesson">{say('home.lesson', { lesson: scenario.lesson })}</span>
      <h3>{scenario.title}</h3>
      <p>{scenario.summary}</p>
      <ul class="scenario-teaches" aria-label={say('home.teaches')}>
        {scenario.teaches.map((finding) => (
          <li key={finding}>
            <FindingSwatch finding={finding} />
            {say(`findings.${finding}.label`)}
          </li>
        ))}
      </ul>
      <span class="scenario-foot">
        <span>{say('home.duration', { minutes: scenario.durationMin })}</span>
        <span class="scenario-best figures" data-passed={scorePasses(scenario, best)}>
          {best === null ? (
            say('home.best.none')
          ) : (
            <>
              <Icon name="star" size={16} />
              <Rich
                text={say('home.best.score', { score: Math.round(best) })}
                marks={{ score: (text) => <strong>{text}</strong> }}
              />
            </>
          )}
        </span>
      </span>
    </a>
  );
}
