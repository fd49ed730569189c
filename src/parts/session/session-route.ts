import { effect, type ReadonlySignal } from '@preact/signals';
import type { ActorRefFrom } from 'xstate';
import { type Route, routeReplace } from '../../ui/route.ts';
import type { SessionMachine } from './machine/session.ts';
import { placeFind } from './machine/session-places.ts';

/** The scenario that an address plays; null where it plays none. */
function playedAt(to: Route): string | null {
  if (to.page === 'preview') return to.play;
  return to.page === 'play' ? to.scenario : null;
}

export type SessionActor = ActorRefFrom<SessionMachine>;

/**
 * Keeps session and address together; the address is master. A scenario that is asked for by address is taken up
 * where it was left, or begun; any other screen leaves the one being played. When the session comes back to
 * its menu by itself (left, or could not be loaded), the address goes home.
 */
export function sessionFollowRoute(session: SessionActor, route: ReadonlySignal<Route>): void {
  /** The scenario last asked for, so that one that fails to load is not asked for again. */
  let asked: string | null = null;

  const follow = (): void => {
    const snapshot = session.getSnapshot();
    const to = route.peek();
    const wanted = playedAt(to);
    if (snapshot.matches('starting')) return;
    if (snapshot.matches('menu')) {
      if (wanted === null) asked = null;
      else if (asked === wanted) {
        asked = null;
        routeReplace({ page: 'home' });
      } else {
        asked = wanted;
        const hasPlace = placeFind(snapshot.context.places, wanted) !== null;
        session.send({ type: hasPlace ? 'scenario.resume' : 'scenario.pick', scenarioId: wanted });
      }
      return;
    }
    if (wanted === snapshot.context.scenarioId) asked = wanted;
    else {
      asked = null;
      session.send({ type: 'menu.open' });
    }
  };

  // Sending from within a notification would nest transitions: each look happens after the one that caused it.
  const followSoon = (): void => queueMicrotask(follow);
  session.subscribe(followSoon);
  effect(() => {
    route.value;
    followSoon();
  });
}
