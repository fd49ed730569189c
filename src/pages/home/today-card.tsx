import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ItemRecord } from '../../domain/learning/item-record.ts';
import type { ChoiceReason, RoundItem } from '../../domain/learning/next-round.ts';
import { rankingOf } from '../../domain/learning/rank.ts';
import type { SkillId } from '../../domain/learning/skill.ts';
import { LEARNER_NEW, learnerAdd } from '../../domain/learning/skill-state.ts';
import { RankLine } from '../../parts/learning/rank-line.tsx';
import { roundNext } from '../../parts/learning/round-next.ts';
import { streakOf } from '../../parts/learning/streak.ts';
import { useServices } from '../../parts/services.ts';
import { scenarioBuiltIn } from '../../parts/session/practice.ts';
import { roundId } from '../../parts/session/round-id.ts';
import { ROUND_SKILLS } from '../../parts/session/round-scenario.ts';
import { Icon } from '../../ui/icon.tsx';
import { routeHref } from '../../ui/route.ts';
import { skillName } from '../../ui/sentences/skill-name.ts';
import { say } from '../../ui/words/say.ts';
import { workTimed } from '../../ui/work-timed.ts';
import { LookAgain } from './look-again.tsx';

/** The reasons that a learner is told, by their headings; images that lack something come along unsaid. */
const HEADINGS = [
  ['review_due', 'home.today.due'],
  ['new_skill', 'home.today.new'],
  ['in_learning', 'home.today.learning'],
] as const satisfies readonly (readonly [ChoiceReason['code'], string])[];

/** Seconds that an item takes. */
const ITEM_S = 30;

/** What there is to do today, and what to look at again. */
export function Today({ items }: { readonly items: readonly ItemRecord[] }) {
  return (
    <>
      <TodayCard items={items} />
      <LookAgain />
    </>
  );
}

/** What there is to do today, why, and how often the learner has come back. */
function TodayCard({ items }: { readonly items: readonly ItemRecord[] }) {
  const { imageAhead } = useServices();
  const seed = useSignal(crypto.getRandomValues(new Uint32Array(1))[0]!);
  const round = useComputed(() =>
    workTimed('choose', () => roundNext(items, Date.now(), seed.value, ROUND_SKILLS)),
  );
  const id = roundId(round.value);
  const streak = streakOf(items, Date.now());
  useEffect(() => {
    // The first image is there when the round begins.
    const first = scenarioBuiltIn(id)?.images[0];
    if (first !== undefined) imageAhead(first.source);
  }, [imageAhead, id]);
  const count = round.value.length;
  return (
    <section class="today" aria-labelledby="today">
      <div>
        <h1 id="today">{say('home.today.heading')}</h1>
        <p class="today-text">
          {say('home.today.text', { count, minutes: Math.ceil((count * ITEM_S) / 60) })}
        </p>
        <a class="button button-primary button-large" href={routeHref({ page: 'play', scenario: id })}>
          <Icon name="play" />
          {say(streak.isTodayDone ? 'home.today.another' : 'home.today.start')}
        </a>
      </div>
      <dl class="today-why">
        {HEADINGS.map(([code, heading], place) => {
          const before = HEADINGS.slice(0, place).flatMap(([one]) => skillsFor(round.value, one));
          const names = skillsFor(round.value, code)
            .filter((skill) => !before.includes(skill))
            .map((skill) => skillName(skill));
          return (
            names.length > 0 && (
              <div key={code}>
                <dt>{say(heading)}</dt>
                <dd>{names.join(' · ')}</dd>
              </div>
            )
          );
        })}
      </dl>
      <RankLine ranking={rankingOf(items.reduce(learnerAdd, LEARNER_NEW))} />
      <p class="today-foot">
        {streak.days > 0 && <span>{say('home.today.streak', { count: streak.days })}</span>}
        <a href={routeHref({ page: 'progress' })}>{say('home.today.progress')}</a>
      </p>
    </section>
  );
}

function skillsFor(round: readonly RoundItem[], code: ChoiceReason['code']): readonly SkillId[] {
  return [...new Set(round.filter(({ reason }) => reason.code === code).map(({ skill }) => skill))];
}
