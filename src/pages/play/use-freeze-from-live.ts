import { useEffect } from 'preact/hooks';
import { useServices } from '../../parts/services.ts';
import type { ScenarioActor } from '../../parts/session/machine/session.ts';

/** An image that was frozen on the machine's own page is not to be frozen once more in the scenario about it. */
export function useFreezeFromLive(actor: ScenarioActor | null): void {
  // One that never arrived froze nothing.
  const capture = useServices().capture.service.value;
  useEffect(() => {
    if (actor === null || capture === null || !capture.isHandedOver()) return;
    const look = (): void => {
      if (capture.isHandedOver() && actor.getSnapshot().matches({ live: 'freeze' })) {
        actor.send({ type: 'image.freeze' });
      }
    };
    // Sending from within a notification would nest transitions.
    const lookSoon = (): void => queueMicrotask(look);
    lookSoon();
    const subscription = actor.subscribe(lookSoon);
    return () => subscription.unsubscribe();
  }, [actor, capture]);
}
