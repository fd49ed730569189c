import { useEffect } from 'preact/hooks';
import { NewerVersion } from '../../parts/offline/newer-version.tsx';
import { useServices } from '../../parts/services.ts';
import { DRILLS } from '../../parts/session/drill.ts';
import { CLIP_ID } from '../../parts/session/practice.ts';
import { Icon } from '../../ui/icon.tsx';
import { usePageTitle } from '../../ui/page.tsx';
import { pageLater } from '../../ui/page-later.tsx';
import { routeHref } from '../../ui/route.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
import { say } from '../../ui/words/say.ts';
import { CourseList } from './course-list.tsx';
import { HeroScreen } from './hero-screen.tsx';
import { UnfinishedList } from './unfinished-list.tsx';

/** What the learner can do is worked out by a library that a first visit does not need. */
const TodayLater = pageLater(
  () => import('./today-card.tsx'),
  (module) => module.Today,
  ['attempts', 'questions'],
);

export function HomePage() {
  usePageTitle('Batsign');
  const { scenarios, session, learner } = useServices();
  const items = learner.items.value;
  useEffect(() => {
    if (items === null) learner.read().catch((error: unknown) => console.warn(error));
  }, [learner, items]);
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
      {items !== null && items.length > 0 ? (
        <TodayLater items={items} />
      ) : (
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
      )}
      <h2 class="section-title">{say('home.courses.heading')}</h2>
      <CourseList scenarios={scenarios} best={best} />
      <h2 class="section-title">{say('home.drills.heading')}</h2>
      <div class="also">
        {DRILLS.map((drill) => (
          <a key={drill} class="also-card" href={routeHref({ page: 'drill', drill })}>
            <Icon name="clock" size={26} />
            <div>
              <h3>{say(`rounds.drill.${drill}.title`)}</h3>
              <p>{say(`rounds.drill.${drill}.text`)}</p>
            </div>
          </a>
        ))}
      </div>
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
        <a class="also-card" href={routeHref({ page: 'packages', from: null })}>
          <Icon name="book" size={26} />
          <div>
            <h3>{say('home.alone.packages.title')}</h3>
            <p>{say('home.alone.packages.text')}</p>
          </div>
        </a>
        <a class="also-card" href={routeHref({ page: 'studio', draft: null })}>
          <Icon name="pencil" size={26} />
          <div>
            <h3>{say('home.alone.studio.title')}</h3>
            <p>{say('home.alone.studio.text')}</p>
          </div>
        </a>
      </div>
      <p class="home-exam">
        <a href={routeHref({ page: 'exam', sitting: null })}>{say('rounds.exam.link')}</a>
      </p>
      <p class="home-foot">{say('home.foot')}</p>
    </div>
  );
}
