import { useEffect } from 'preact/hooks';
import { DRILLS, drillId } from '../../parts/session/drill.ts';
import { usePageTitle } from '../../ui/page.tsx';
import { routeReplace } from '../../ui/route.ts';
import { say } from '../../ui/words/say.ts';

/** Draws a new run of a drill, and goes on to it; one that is not known leads home. */
export function DrillPage({ drill }: { readonly drill: string }) {
  usePageTitle(say('home.drills.heading'));
  useEffect(() => {
    const known = DRILLS.find((name) => name === drill);
    const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
    routeReplace(known === undefined ? { page: 'home' } : { page: 'play', scenario: drillId(known, seed) });
  }, [drill]);
  return <p class="page">{say('home.opening')}</p>;
}
