import { scorePasses } from '../../domain/learning/pass.ts';
import type { Scenario } from '../../domain/scenario/scenario.ts';
import { NewerVersion } from '../../parts/offline/newer-version.tsx';
import { useServices } from '../../parts/services.ts';
import { coursesOf, courseTitle } from '../../parts/session/courses.ts';
import { CLIP_ID } from '../../parts/session/practice.ts';
import { FindingSwatch } from '../../ui/finding-swatch.tsx';
import { Icon } from '../../ui/icon.tsx';
import { usePageTitle } from '../../ui/page.tsx';
import { routeHref } from '../../ui/route.ts';
import { useSnapshot } from '../../ui/use-snapshot.ts';
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
          <h1>Learn to read a lung scan by marking it.</h1>
          <p>
            Stop a moving ultrasound image, mark what you see, and a network that runs in this page shows
            where you were right, what you missed, and why.
          </p>
          {first !== undefined && (
            <a
              class="button button-primary button-large"
              href={routeHref({ page: 'play', scenario: first.id })}
            >
              <Icon name="play" />
              Start: {first.title}
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
      <h2 class="section-title">On your own</h2>
      <div class="also">
        <a class="also-card" href={routeHref({ page: 'practice' })}>
          <Icon name="again" size={26} />
          <div>
            <h3>Free practice</h3>
            <p>A new virtual patient every time; mark everything you can find.</p>
          </div>
        </a>
        <a class="also-card" href={routeHref({ page: 'scan' })}>
          <Icon name="probe" size={26} />
          <div>
            <h3>Scan a patient</h3>
            <p>Take the probe and look for yourself: slide, tilt, freeze, M-mode.</p>
          </div>
        </a>
        <a class="also-card" href={routeHref({ page: 'play', scenario: CLIP_ID })}>
          <Icon name="file" size={26} />
          <div>
            <h3>Open your own clip</h3>
            <p>A video or picture from your machine. It stays in this page.</p>
          </div>
        </a>
        <a class="also-card" href={routeHref({ page: 'live' })}>
          <Icon name="camera" size={26} />
          <div>
            <h3>Your own machine</h3>
            <p>Plug in an ultrasound machine by a capture card and watch it with the network.</p>
          </div>
        </a>
        <a class="also-card" href={routeHref({ page: 'clips', clip: null })}>
          <Icon name="clips" size={26} />
          <div>
            <h3>Clip library</h3>
            <p>Keep clips on this device, step through them, and see what the network finds.</p>
          </div>
        </a>
      </div>
      <p class="home-foot">For training only, never for diagnosis. Nothing you do here leaves this page.</p>
    </div>
  );
}

function ScenarioTile({ scenario, best }: { readonly scenario: Scenario; readonly best: number | null }) {
  return (
    <a class="scenario-card" href={routeHref({ page: 'play', scenario: scenario.id })}>
      <span class="scenario-lesson">Lesson {scenario.lesson}</span>
      <h3>{scenario.title}</h3>
      <p>{scenario.summary}</p>
      <ul class="scenario-teaches" aria-label="Teaches">
        {scenario.teaches.map((finding) => (
          <li key={finding}>
            <FindingSwatch finding={finding} />
            {say(`findings.${finding}.label`)}
          </li>
        ))}
      </ul>
      <span class="scenario-foot">
        <span>About {scenario.durationMin} min</span>
        <span class="scenario-best figures" data-passed={scorePasses(scenario, best)}>
          {best === null ? (
            'Not played yet'
          ) : (
            <>
              <Icon name="star" size={16} />
              Best <strong>{Math.round(best)}</strong>
            </>
          )}
        </span>
      </span>
    </a>
  );
}
