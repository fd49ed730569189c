import { scorePasses } from '../../domain/learning/pass.ts';
import type { ScenarioCard } from '../../domain/scenario/scenario.ts';
import { FindingSwatch } from '../../ui/finding-swatch.tsx';
import { Icon } from '../../ui/icon.tsx';
import { routeHref } from '../../ui/route.ts';
import { Rich } from '../../ui/words/rich.tsx';
import { say } from '../../ui/words/say.ts';

/** A scenario of a course, with the best score so far. */
export function ScenarioTile({
  scenario,
  best,
}: {
  readonly scenario: ScenarioCard;
  readonly best: number | null;
}) {
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
