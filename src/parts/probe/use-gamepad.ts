import { useEffect } from 'preact/hooks';
import { padRead } from './gamepad.ts';
import type { ProbeEvent } from './machine/probe-context.ts';

/** Looks at connected gamepads before every repaint, and at nothing while there are none. */
export function useGamepad(send: (event: ProbeEvent) => void, freezePress: () => void): void {
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
      if (by !== null) send({ type: 'pose.move', by });
      if (pressure !== null) send({ type: 'pose.set', pose: { pressure } });
      if (isFreezePressed && !wasFreezePressed) {
        freezePress();
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
  }, [send, freezePress]);
}
