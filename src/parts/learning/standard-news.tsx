import type { StandardChange } from '../../domain/learning/standard-change.ts';
import { Icon } from '../../ui/icon.tsx';
import { skillName } from '../../ui/sentences/skill-name.ts';
import { say } from '../../ui/words/say.ts';

/** Skills that came to the standard or lost it, each with its evidence; nothing where none did. */
export function StandardNews({ changes }: { readonly changes: readonly StandardChange[] }) {
  if (changes.length === 0) return null;
  const reached = changes.filter(({ kind }) => kind === 'reached');
  const lost = changes.filter(({ kind }) => kind === 'lost');
  return (
    <section class="standard-news" data-testid="standard-news">
      {reached.length > 0 && <h3>{say('learning.standard.heading')}</h3>}
      {reached.map(({ skill, counted, right }) => (
        <div key={skill} class="standard-reached">
          <Icon name="star" size={28} />
          <p>
            <strong class="standard-skill">
              {say('learning.standard.reached', { skill: skillName(skill) })}
            </strong>{' '}
            {say('learning.standard.reachedWhy', { right, count: counted })}
          </p>
        </div>
      ))}
      {lost.map(({ skill, counted, right }) => (
        <p key={skill} class="standard-lost">
          <strong class="standard-skill">{say('learning.standard.lost', { skill: skillName(skill) })}</strong>{' '}
          {say('learning.standard.lostWhy', { wrong: counted - right, count: counted })}
        </p>
      ))}
    </section>
  );
}
