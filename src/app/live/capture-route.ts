import { effect, type ReadonlySignal } from '@preact/signals';
import type { Route } from '../route.ts';
import type { CaptureService } from './capture-service.ts';

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
