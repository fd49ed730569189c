import { expect, type Page } from '@playwright/test';
import {
  type CaptureCalibration,
  captureCalibrationSchema,
} from '../../../src/domain/frame/capture-calibration.ts';
import { pictureMake } from './clip.ts';
import { fingerprint } from './print.ts';
import { PATIENCE } from './screen.ts';

/** What went between the page and its workers, and what was on the screen. */
export interface LiveSeen {
  /** Images that came from the camera's worker. */
  readonly images: readonly { readonly index: number; readonly print: number }[];
  /** Images and masks, as the network's worker answered. */
  readonly labelled: readonly { readonly image: number; readonly mask: number }[];
  /** What was shown together, by the images' indices. */
  readonly pairs: readonly { readonly image: number; readonly mask: number | null }[];
}

/** How the faked device behaves. */
export interface CameraChange {
  readonly isBlack?: boolean;
  /** Draws nothing new. */
  readonly isSilent?: boolean;
  readonly isHidden?: boolean;
  readonly isUnplugged?: true;
  readonly scale?: number;
  /** What the next request is refused with. */
  readonly refusal?: string | null;
}

/** Of what the page tells its workers, as much as is looked at. */
interface ToldWorker {
  readonly type?: string;
  readonly id?: number;
  readonly frame?: { readonly grey: Uint8Array };
}

declare global {
  interface Window {
    liveSeen(): LiveSeen;
    liveForget(): void;
    cameraFaked: { change(change: CameraChange): void; tracksLive(): number };
  }
}

/** Listens, from the page's first moment, to what its workers are told and say. */
export async function liveWatch(page: Page): Promise<void> {
  await page.addInitScript(`(${watch.toString()})(${fingerprint.toString()})`);
}

function watch(print: (bytes: Uint8Array) => number): void {
  let images: LiveSeen['images'][number][] = [];
  let labelled: LiveSeen['labelled'][number][] = [];
  let pairs: LiveSeen['pairs'][number][] = [];
  const asked = new Map<number, number>();
  const Native = window.Worker;
  window.Worker = class extends Native {
    readonly called: string | undefined;
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.called = options?.name;
      this.addEventListener('message', ({ data }: MessageEvent) => {
        if (this.called === 'camera' && data.type === 'frame') {
          images.push({ index: data.index, print: print(data.frame.grey) });
        }
        if (this.called === 'segmenter' && data.type === 'segmented' && asked.has(data.id)) {
          labelled.push({ image: asked.get(data.id)!, mask: print(data.segmentation.mask.classes) });
        }
      });
    }
    override postMessage(message: ToldWorker, transfer?: Transferable[] | StructuredSerializeOptions): void {
      if (this.called === 'segmenter' && message.type === 'segment' && message.frame !== undefined) {
        asked.set(message.id ?? -1, print(message.frame.grey));
      }
      super.postMessage(message, transfer as Transferable[]);
    }
  };
  const look = (): void => {
    const told = document.querySelector<HTMLElement>('[data-testid=live-stage]')?.dataset;
    if (told?.imageFrame) {
      pairs.push({
        image: Number(told.imageFrame),
        mask: told.maskFrame === '' ? null : Number(told.maskFrame),
      });
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  window.liveSeen = () => ({ images, labelled, pairs });
  window.liveForget = () => {
    images = [];
    labelled = [];
    pairs = [];
  };
}

/** A device in the place of the browser's own: a phantom's picture on a canvas, which can be made to fail. */
export async function cameraFake(page: Page): Promise<void> {
  const png = pictureMake().png.toString('base64');
  await page.addInitScript(`(${fake.toString()})(${JSON.stringify(png)})`);
}

export async function cameraDraw(page: Page, change: CameraChange): Promise<void> {
  await page.evaluate((given) => window.cameraFaked.change(given), change);
}

function fake(png: string): void {
  const picture = new Image();
  picture.src = `data:image/png;base64,${png}`;
  const canvas = document.createElement('canvas');
  const tracks: MediaStreamTrack[] = [];
  let now: CameraChange = { scale: 1 };
  let count = 0;
  const draw = (): void => {
    if (!picture.complete || now.isSilent) return;
    const side = 2 * Math.round((picture.naturalWidth * (now.scale ?? 1)) / 2);
    if (canvas.width !== side) {
      canvas.width = side;
      canvas.height = side;
    }
    const context = canvas.getContext('2d')!;
    context.fillStyle = 'black';
    context.fillRect(0, 0, side, side);
    count += 1;
    // A breath: a pixel or two up and down.
    if (now.isBlack) context.fillRect(count % 2, 0, 1, 1);
    else context.drawImage(picture, 0, count % 3, side, side);
  };
  setInterval(draw, 33);
  navigator.mediaDevices.getUserMedia = async () => {
    if (now.refusal) throw new DOMException('', now.refusal);
    draw();
    const stream = canvas.captureStream(30);
    for (const track of stream.getVideoTracks()) {
      const settings = track.getSettings();
      // A canvas is another device every time; a real one is known again.
      track.getSettings = () => ({ ...settings, deviceId: 'faked' });
      tracks.push(track);
    }
    return stream;
  };
  window.cameraFaked = {
    change(change) {
      now = { ...now, ...change };
      for (const track of change.isUnplugged ? tracks : []) {
        track.stop();
        // As for a device that is pulled out; a page's own stop tells nobody.
        track.dispatchEvent(new Event('ended'));
      }
      if (change.isHidden !== undefined) {
        const isHidden = change.isHidden;
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
        document.dispatchEvent(new Event('visibilitychange'));
      }
    },
    tracksLive: () => tracks.filter(({ readyState }) => readyState === 'live').length,
  };
}

/** Goes through the set-up by its buttons; `at` is called in each of its places. */
export async function setUp(
  page: Page,
  { depthMm, at = async () => {} }: { readonly depthMm: number; readonly at?: () => Promise<void> },
): Promise<void> {
  const find = page.getByRole('button', { name: 'Yes, find the image' });
  await expect(find).toBeVisible(PATIENCE);
  await at();
  await find.click();
  const use = page.getByRole('button', { name: 'Use this outline' });
  await expect(use).toBeEnabled(PATIENCE);
  await at();
  await page.getByRole('slider', { name: /^Imaging depth/ }).fill(String(depthMm));
  await use.click();
  const left = page.getByRole('button', { name: 'It moves on the left' });
  await expect(left).toBeVisible(PATIENCE);
  await at();
  await left.click();
}

/** What the set-up has kept of the only device. */
export async function calibrationStored(page: Page): Promise<CaptureCalibration> {
  const stored = await page.evaluate(
    () =>
      new Promise<Record<string, unknown>>((resolve, reject) => {
        const opening = indexedDB.open('batsign');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('items').objectStore('items').get('calibrations');
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
  );
  return captureCalibrationSchema.parse(Object.values(stored)[0]);
}
