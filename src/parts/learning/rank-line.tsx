import type { Ranking } from '../../domain/learning/rank.ts';
import { say } from '../../ui/words/say.ts';

/** The rank, what it rests on, and what the next one takes. */
export function RankLine({ ranking: { rank, standing, skills, next } }: { readonly ranking: Ranking }) {
  return (
    <p class="rank-line" data-testid="rank" data-rank={rank}>
      <strong>{say(`learning.rank.${rank}`)}</strong>
      {' · '}
      <span class="soft">
        {say('learning.rank.standing', { standing, skills })}{' '}
        {next === null
          ? say('learning.rank.last')
          : say('learning.rank.next', { rank: say(`learning.rank.${next.rank}`), count: next.more })}
      </span>
    </p>
  );
}
