import type { Ranking } from '../../domain/learning/rank.ts';
import { RankLine } from '../../parts/learning/rank-line.tsx';
import { MedicineSources } from '../../parts/medicine/sources.tsx';
import { statementWorks } from '../../parts/medicine/works.ts';
import { say } from '../../ui/words/say.ts';

/** The rank, with what it says and what it does not. */
export function RankPart({ ranking }: { readonly ranking: Ranking }) {
  return (
    <section class="rank-part" aria-label={say('learning.rank.label')}>
      <RankLine ranking={ranking} />
      <p class="small soft">
        {say('learning.rank.words')} {say('learning.rank.about')}
      </p>
      <MedicineSources works={statementWorks(['stages-of-skill'])} />
    </section>
  );
}
