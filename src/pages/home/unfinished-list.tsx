import { useRef } from 'preact/hooks';
import type { Scenario, ScenarioCard } from '../../domain/scenario/scenario.ts';
import { scenarioBuiltIn } from '../../parts/session/practice.ts';
import type { Place } from '../../ports/store.ts';
import { announce } from '../../ui/announcer.ts';
import { Icon } from '../../ui/icon.tsx';
import { routeHref } from '../../ui/route.ts';
import { Rich } from '../../ui/words/rich.tsx';
import { say } from '../../ui/words/say.ts';

/** The ways back to whatever was left unfinished, newest first. */
export function UnfinishedList({
  places,
  scenarios,
  onDrop,
}: {
  readonly places: readonly Place[];
  readonly scenarios: readonly ScenarioCard[];
  readonly onDrop: (scenarioId: string) => void;
}) {
  const section = useRef<HTMLElement>(null);
  const left = places.flatMap(({ scenarioId }) => {
    const scenario = scenarios.find(({ id }) => id === scenarioId) ?? scenarioBuiltIn(scenarioId);
    return scenario === null ? [] : [scenario];
  });
  if (left.length === 0) return null;
  const drop = (scenario: ScenarioCard | Scenario): void => {
    // The button goes with its row; the focus stays with the list, or with the page where this was the last.
    (left.length > 1 ? section.current : document.querySelector<HTMLElement>('#main'))?.focus();
    onDrop(scenario.id);
    announce(say('home.unfinished.dropped', { name: nameOf(scenario) }));
  };
  return (
    <section class="resume" aria-label={say('home.unfinished.heading')} tabIndex={-1} ref={section}>
      <ul>
        {left.map((scenario) => (
          <li key={scenario.id}>
            <p>
              <Rich
                text={say('home.unfinished.middle', { name: nameOf(scenario) })}
                marks={{ name: (text) => <strong>{text}</strong> }}
              />
            </p>
            <a
              class="button"
              href={routeHref({ page: 'play', scenario: scenario.id })}
              aria-label={say('home.unfinished.resumeOf', { name: nameOf(scenario) })}
            >
              {say('home.unfinished.resume')}
              <Icon name="next" />
            </a>
            <button
              type="button"
              class="button button-quiet"
              aria-label={say('home.unfinished.dropOf', { name: nameOf(scenario) })}
              onClick={() => drop(scenario)}
            >
              {say('home.unfinished.drop')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Scenarios of one image are alike by their titles: the image tells them apart. */
function nameOf(scenario: ScenarioCard | Scenario): string {
  const { title, policy } = { policy: 'course', ...scenario };
  const image = policy === 'learner' && 'images' in scenario ? scenario.images[0]?.title : undefined;
  return image === undefined || image === title ? title : say('home.unfinished.imageOf', { title, image });
}
