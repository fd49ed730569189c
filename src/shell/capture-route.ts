import { effect, type ReadonlySignal } from '@preact/signals';
import type { CaptureSoon } from '../parts/capture/capture-soon.ts';
import type { Route } from '../ui/route.ts';

/** Switches the camera off as soon as a screen comes up that shows nothing of it. */
export function captureFollowRoute(
  { service }: CaptureSoon,
  route: ReadonlySignal<Route>,
  isOnCamera: (scenarioId: string) => boolean,
): void {
  effect(() => {
    const to = route.value;
    const isShown = to.page === 'live' || (to.page === 'play' && isOnCamera(to.scenario));
    if (!isShown) service.value?.actor.send({ type: 'capture.stop' });
  });
}
