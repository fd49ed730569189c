import { useEffect } from 'preact/hooks';
import { practiceId } from '../../parts/session/practice.ts';
import { usePageTitle } from '../../ui/page.tsx';
import { routeReplace } from '../../ui/route.ts';
import { say } from '../../ui/words/say.ts';

/** Draws a virtual patient nobody has seen and goes on to it. */
export function PracticePage() {
  usePageTitle(say('home.practice.title'));
  useEffect(() => {
    const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
    routeReplace({ page: 'play', scenario: practiceId(seed) });
  }, []);
  return <p class="page">{say('home.practice.opening')}</p>;
}
