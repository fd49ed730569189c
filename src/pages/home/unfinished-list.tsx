import { useRef } from 'preact/hooks';
import type { Scenario } from '../../domain/scenario/scenario.ts';
import { scenarioBuiltIn } from '../../parts/session/practice.ts';
import type { Place } from '../../ports/store.ts';
import { announce } from '../../ui/announcer.ts';
import { Icon } from '../../ui/icon.tsx';
import { routeHref } from '../../ui/route.ts';

/** The ways back to whatever was left unfinished, newest first. */
export function UnfinishedList({
  places,
  scenarios,
  onDrop,
}: {
  readonly places: readonly Place[];
  readonly scenarios: readonly Scenario[];
  readonly onDrop: (scenarioId: string) => void;
}) {
  const section = useRef<HTMLElement>(null);
  const left = places.flatMap(({ scenarioId }) => {
    const scenario = scenarios.find(({ id }) => id === scenarioId) ?? scenarioBuiltIn(scenarioId);
    return scenario === null ? [] : [scenario];
  });
  if (left.length === 0) return null;
  const drop = (scenario: Scenario): void => {
    // The button goes with its row; the focus stays with the list, or with the page where this was the last.
    (left.length > 1 ? section.current : document.querySelector<HTMLElement>('#main'))?.focus();
    onDrop(scenario.id);
    announce(`${nameOf(scenario)} was dropped.`);
  };
  return (
    <section class="resume" aria-label="Unfinished" tabIndex={-1} ref={section}>
      <ul>
        {left.map((scenario) => (
          <li key={scenario.id}>
            <p>
              You are in the middle of <strong>{nameOf(scenario)}</strong>.
            </p>
            <a
              class="button"
              href={routeHref({ page: 'play', scenario: scenario.id })}
              aria-label={`Go on where you were: ${nameOf(scenario)}`}
            >
              Go on where you were
              <Icon name="next" />
            </a>
            <button
              type="button"
              class="button button-quiet"
              aria-label={`Drop it: ${nameOf(scenario)}`}
              onClick={() => drop(scenario)}
            >
              Drop it
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Scenarios of one image are alike by their titles: the image tells them apart. */
function nameOf({ title, course, images }: Scenario): string {
  const image = course === 'practice' ? images[0]?.title : undefined;
  return image === undefined || image === title ? title : `${title}, ${image}`;
}
