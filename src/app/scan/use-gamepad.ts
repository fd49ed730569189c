import { useEffect } from 'preact/hooks';
import type { ScanActor } from '../../machines/scan.ts';
import { padRead } from './gamepad.ts';

/** Looks at connected gamepads before every repaint, and at nothing while there are none. */
export function useGamepad(actor: ScanActor): void {
  useEffect(() => {
    let request = 0;
    let lastMs = 0;
    let wasFreezePressed = false;
    const look = (nowMs: number): void => {
      const pad = navigator.getGamepads().find((one) => one !== null);
      if (pad === undefined || pad === null) {
        request = 0;
        return;
      }
      const elapsedMs = Math.min(100, nowMs - lastMs);
      lastMs = nowMs;
      const { by, pressure, isFreezePressed } = padRead(pad, elapsedMs);
      if (by !== null) actor.send({ type: 'pose.move', by });
      if (pressure !== null) actor.send({ type: 'pose.set', pose: { pressure } });
      if (isFreezePressed && !wasFreezePressed) {
        const isFrozen = actor.getSnapshot().matches('frozen');
        actor.send({ type: isFrozen ? 'image.run' : 'image.freeze' });
      }
      wasFreezePressed = isFreezePressed;
      request = requestAnimationFrame(look);
    };
    const begin = (): void => {
      if (request !== 0) return;
      lastMs = performance.now();
      request = requestAnimationFrame(look);
    };
    addEventListener('gamepadconnected', begin);
    begin();
    return () => {
      removeEventListener('gamepadconnected', begin);
      cancelAnimationFrame(request);
    };
  }, [actor]);
}
