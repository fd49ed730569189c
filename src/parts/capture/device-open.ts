import type { Camera } from '../../adapters/camera/client/camera-open.ts';
import type { Store } from '../../ports/store.ts';
import { partLoad } from '../../ui/part-load.ts';
import type { CaptureOpened, CaptureWish } from './machine/capture-effects.ts';

/**
 * Starts the wanted device. Where any will do, one that was set up before is taken rather than the system's first:
 * a laptop has a camera of its own.
 */
export async function deviceOpen(
  wish: CaptureWish,
  store: Store,
): Promise<{ readonly camera: Camera; readonly opened: CaptureOpened }> {
  const [{ cameraOpen }, { cameraPrint, camerasList }] = await Promise.all([
    partLoad(() => import('../../adapters/camera/client/camera-open.ts')),
    partLoad(() => import('../../adapters/camera/client/camera-devices.ts')),
  ]);
  const known = await store.calibrationsLoad().catch(() => new Map());
  const keys = [...known.keys()];
  const knownFind = async (): Promise<string | null> => {
    for (const { id } of await camerasList()) {
      const print = await cameraPrint(id);
      if (keys.some((key) => key.startsWith(print))) return id;
    }
    return null;
  };
  let camera = await cameraOpen({ ...wish, deviceId: wish.deviceId ?? (await knownFind()) });
  if (wish.deviceId === null && !known.has(camera.key)) {
    // Devices have no names before one was allowed.
    const deviceId = await knownFind();
    if (deviceId !== null && deviceId !== camera.deviceId) {
      camera.close();
      camera = await cameraOpen({ ...wish, deviceId });
    }
  }
  const { deviceId, label, width, height, key } = camera;
  const devices = await camerasList();
  return {
    camera,
    opened: { devices, deviceId, label, size: { width, height }, calibration: known.get(key) ?? null },
  };
}
