import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createActor, waitFor } from 'xstate';
import type { Camera } from '../../adapters/camera/client/camera-open.ts';
import type { CameraSource } from '../../adapters/camera/client/camera-source.ts';
import { CodedError } from '../../domain/errors/coded-error.ts';
import type { LiveFigures } from '../../domain/grading/live-figures.ts';
import type { FrameSource, LiveState, SourceFrame } from '../../ports/frame-source.ts';
import type { Records } from '../../ports/records.ts';
import type { Store } from '../../ports/store.ts';
import type { Network } from '../network/network.ts';
import { sourceSessionCreate } from '../player/source-session.ts';
import { type Viewer, viewerCreate } from '../player/viewer.ts';
import { clipKeep } from './clip-keep.ts';
import { deviceOpen } from './device-open.ts';
import { type LivePace, liveMeterCreate } from './live-meter.ts';
import { type CaptureActor, captureMachineCreate } from './machine/capture.ts';

/** The ultrasound scanner that is plugged in: set up once, shown on its own page, and lent to scenarios. */
export interface CaptureService {
  readonly actor: CaptureActor;
  /** The screen of its own page. */
  readonly viewer: Viewer;
  /** Whether each image waits for the network's labels of it. */
  readonly isWaiting: Signal<boolean>;
  /** The device that runs. */
  readonly camera: ReadonlySignal<Camera | null>;
  readonly pace: ReadonlySignal<LivePace | null>;
  /** B-line score and counts of the network's labels, over the last second; null while it labels nothing. */
  readonly figures: ReadonlySignal<LiveFigures | null>;
  /** Whether a scenario waits for its images, or has them. */
  readonly isLent: ReadonlySignal<boolean>;
  /** Gives a scenario the scanner's images, once it is set up. */
  lend(aborted: AbortSignal): Promise<FrameSource>;
  /** The image that stands still is what the next scenario is about. */
  handOver(): void;
  /** Whether one was handed over and nobody took it yet. */
  isHandedOver(): boolean;
}

/** The XState machine is told of images this often; what they are is told at once. */
const TOLD_EVERY_MS = 500;

export interface CaptureOutside {
  readonly network: Network;
  readonly store: Promise<Store>;
  readonly records: () => Promise<Records>;
}

export function captureServiceCreate({ network, store, records }: CaptureOutside): CaptureService {
  const isWaiting = signal(true);
  const viewer = viewerCreate(network, { isStillLabelled: true, isWaiting: () => isWaiting.peek() });
  const camera = signal<Camera | null>(null);
  const isLent = signal(false);
  const listeners = new Set<(state: LiveState) => void>();
  const session = sourceSessionCreate<CameraSource>(viewer, () => new Error('No scanner runs.'));
  let state: LiveState = { signal: 'waiting', problem: null, delivered: 0, dropped: 0 };
  let frozen: SourceFrame | null = null;
  /** Whoever has the images in place of the scanner's own page. */
  let borrower: ((shown: SourceFrame) => void) | null = null;
  let isHandedOver = false;
  const meter = liveMeterCreate(viewer, (index) => session.source()?.ageMs(index) ?? null);

  /** The device's images, shown on the scanner's own page unless they are lent. */
  const own = (running: CameraSource): CameraSource => ({
    ...running,
    play: (listener) =>
      running.play((shown) => {
        meter.came();
        (borrower ?? listener)(shown);
      }),
  });

  const cameraClose = (): void => {
    camera.value?.close();
    camera.value = null;
  };

  const actor = createActor(
    captureMachineCreate({
      async deviceOpen(wish, aborted) {
        cameraClose();
        const { camera: next, opened: told } = await deviceOpen(wish, await store);
        if (aborted.aborted) {
          next.close();
          throw new Error('Another device was chosen meanwhile.');
        }
        camera.value = next;
        return told;
      },
      deviceClose: cameraClose,
      deviceWatch: (onGone) => camera.value?.onEnded(onGone) ?? ((): void => {}),
      async pictureLook(aborted) {
        if (camera.value === null) throw new Error('No device runs.');
        return camera.value.look(aborted);
      },
      async calibrationSave(calibration) {
        const { value: device } = camera;
        if (device !== null) await (await store).calibrationSave(device.key, calibration);
      },
      imagesOpen(calibration, onState) {
        const next = camera.value?.source(calibration) ?? null;
        if (next !== null) session.take(own(next));
        const device = camera.peek();
        const use = device === null ? null : network.serve({ kind: 'device', key: device.key });
        let toldMs = Number.NEGATIVE_INFINITY;
        let told: LiveState['signal'] | null = null;
        const stop = next?.live?.onState((now) => {
          state = now;
          meter.counted(now);
          for (const one of [...listeners]) one(now);
          const nowMs = performance.now();
          if (now.signal === told && nowMs - toldMs < TOLD_EVERY_MS) return;
          told = now.signal;
          toldMs = nowMs;
          onState(now);
        });
        return () => {
          stop?.();
          session.close();
          void use?.then((served) => served.end());
          frozen = null;
          meter.clear();
        };
      },
      imagesPlay: session.play,
      async imageFreeze(index) {
        frozen = await session.freeze(index);
        return { index: frozen.index, held: await session.held() };
      },
      async clipKeep(wanted, onProgress, aborted) {
        return clipKeep({ source: session.opened(), records: await records(), wanted, onProgress, aborted });
      },
    }),
  ).start();

  /** The scanner as a scenario sees it. Closing it gives it back; the device goes on. */
  const lent: FrameSource = {
    kind: 'camera',
    seekable: null,
    sectorAhead: null,
    steerable: null,
    play(listener) {
      borrower = listener;
      if (frozen !== null && isHandedOver) listener(frozen);
      else actor.send({ type: 'image.play' });
    },
    async freeze(index) {
      isHandedOver = false;
      actor.send({ type: 'image.freeze' });
      await waitFor(actor, (now) => !now.matches({ live: 'freezing' }) && !now.matches({ live: 'running' }));
      if (index !== undefined && index !== frozen?.index) return session.opened().freeze(index);
      if (frozen === null) {
        throw new CodedError('image_missing', { code: 'liveNotRunning' });
      }
      return frozen;
    },
    held: session.held,
    live: {
      onState(listener) {
        listeners.add(listener);
        listener(state);
        return () => listeners.delete(listener);
      },
    },
    close() {
      borrower = null;
      isLent.value = false;
    },
  };

  return {
    actor,
    viewer,
    isWaiting,
    camera,
    pace: meter.pace,
    figures: meter.figures,
    isLent,
    async lend(aborted) {
      isLent.value = true;
      const giveUp = new Promise<never>((_, reject) => {
        aborted.addEventListener('abort', () => {
          isLent.value = false;
          reject(new Error('Another image was opened meanwhile.'));
        });
      });
      await Promise.race([waitFor(actor, (now) => now.matches('live')), giveUp]);
      return lent;
    },
    handOver() {
      isHandedOver = frozen !== null;
    },
    isHandedOver: () => isHandedOver,
  };
}
