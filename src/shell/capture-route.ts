import { effect, type ReadonlySignal } from '@preact/signals';
import type { CaptureService } from '../parts/capture/capture-service.ts';
import type { Route } from '../ui/route.ts';

/** Switches the camera off as soon as a screen comes up that shows nothing of it. */
export function captureFollowRoute(
  { actor }: CaptureService,
  route: ReadonlySignal<Route>,
  isOnCamera: (scenarioId: string) => boolean,
): void {
  effect(() => {
    const to = route.value;
    const isShown = to.page === 'live' || (to.page === 'play' && isOnCamera(to.scenario));
    if (!isShown) actor.send({ type: 'capture.stop' });
  });
}
