import { cameraOpen } from '../../../adapters/camera/client/camera-open.ts';
import type { ModelFiles } from '../../../network/model-files.ts';
import { onScreen } from './on-screen.ts';

/** Counts taken while a device's images ran with the overlay. */
export interface CameraPace {
  readonly spanMs: number;
  /** Images that the device gave. */
  readonly delivered: number;
  /** Masks that were shown, each of another image. */
  readonly overlays: number;
  /** How many images newer than its mask the image under it was, of every pair that was shown. */
  readonly agesShown: readonly number[];
}

const WARM_UP_MS = 2000;
const MEASURED_MS = 10_000;

/** Runs the browser's (fake) device at its own size, its sector as it is found, with what the game ships. */
export async function cameraPaceMeasure(model: ModelFiles): Promise<CameraPace> {
  const camera = await cameraOpen({ deviceId: null, size: null });
  const { found, width, height } = await camera.look({ aborted: false });
  if (found === null) throw new Error('No ultrasound image was found in the pictures of the fake camera.');
  const screen = await onScreen(model);
  const { viewer } = screen;
  const source = camera.source({ width, height, sector: found.sector, isMirrored: false });
  let delivered = 0;
  source.live?.onState((state) => {
    delivered = state.delivered;
  });
  viewer.play(source);
  await pause(WARM_UP_MS);
  const before = delivered;
  const fromMs = performance.now();
  let overlays = 0;
  const agesShown: number[] = [];
  const labelledStop = viewer.labelled.subscribe((mask) => {
    if (mask !== null) overlays += 1;
  });
  const pairStop = viewer.pair.subscribe(({ image, mask }) => {
    if (image !== null && mask !== null) agesShown.push(image - mask);
  });
  await pause(MEASURED_MS);
  const pace = { spanMs: performance.now() - fromMs, delivered: delivered - before, overlays, agesShown };
  labelledStop();
  pairStop();
  source.close();
  screen.close();
  camera.close();
  return pace;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
