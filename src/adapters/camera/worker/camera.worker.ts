import { brightnessJudge, brightnessMeasure } from '../../../domain/frame/brightness.ts';
import type { CaptureCalibration } from '../../../domain/frame/capture-calibration.ts';
import type { Frame } from '../../../domain/frame/frame.ts';
import { type LumaView, lumaView } from '../../../domain/frame/luma-view.ts';
import { packLayout } from '../../../domain/frame/sector-pack.ts';
import type { FromWorker, ToWorker } from '../shared/messages.ts';
import { type FrameRing, frameRing } from './frame-ring.ts';
import { type LumaRead, lumaRead } from './luma-read.ts';

/** Images on their way to the page at once: one being looked at, one under way. */
const UNTAKEN_MAX = 2;
/** Every so many images are looked at whether they show anything. */
const BLACK_EVERY = 10;
/** So many looks in a row, about a second, make it black. */
const BLACK_LOOKS = 3;
/** Times of a device that repeats itself still rise by this, ms. */
const TIME_LEAST_MS = 0.1;

interface Arrived {
  readonly picture: VideoFrame | ImageBitmap;
  readonly timeUs: number;
  readonly arrivedMs: number;
}

interface Exam {
  readonly calibration: CaptureCalibration;
  readonly view: LumaView;
  readonly read: LumaRead;
  readonly ring: FrameRing;
}

type FrameMessage = Extract<FromWorker, { readonly type: 'frame' }>;

let exam: Exam | null = null;
let isPlaying = false;
let isResized = false;
let isBusy = false;
/** The newest picture that waits for the one being read. */
let waiting: Arrived | null = null;
/** The newest image that waits for the page. */
let unsent: FrameMessage | null = null;
let untaken = 0;
let delivered = 0;
let dropped = 0;
let firstUs: number | null = null;
let lastMs = Number.NEGATIVE_INFINITY;
let dark = 0;
let isBlack = false;

function send(message: FromWorker, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

function fail(error: unknown): void {
  isPlaying = false;
  send({ type: 'failed', cause: error instanceof Error ? error.message : String(error) });
}

/** Milliseconds since the first picture, rising whatever the device says. */
function timeOf(timeUs: number): number {
  firstUs ??= timeUs;
  lastMs = Math.max((timeUs - firstUs) / 1000, lastMs + TIME_LEAST_MS);
  return lastMs;
}

/** A picture came from the device: the newest one wins, a waiting one is left out. */
function arrive(picture: VideoFrame | ImageBitmap, timeUs: number): void {
  if (!isPlaying || exam === null) {
    picture.close();
    return;
  }
  delivered += 1;
  if (waiting !== null) {
    waiting.picture.close();
    dropped += 1;
  }
  waiting = { picture, timeUs, arrivedMs: performance.timeOrigin + performance.now() };
  if (!isBusy) work(exam).catch(fail);
}

async function work(opened: Exam): Promise<void> {
  isBusy = true;
  try {
    for (let next = waiting; next !== null; next = waiting) {
      waiting = null;
      try {
        await take(opened, next);
      } finally {
        next.picture.close();
      }
    }
  } finally {
    isBusy = false;
  }
}

async function take({ calibration, view, read, ring }: Exam, arrived: Arrived): Promise<void> {
  const { picture, timeUs, arrivedMs } = arrived;
  const { width, height } = pictureSize(picture);
  if (width !== calibration.width || height !== calibration.height) {
    resize(width, height);
    return;
  }
  const grey = await read(picture);
  if (!isPlaying) return;
  const timeMs = timeOf(timeUs);
  const index = ring.add(grey, timeMs);
  if (index % BLACK_EVERY === 0) blackLook(grey, view);
  hand({
    type: 'frame',
    index,
    frame: frameOf(view, grey, timeMs),
    arrivedMs,
    count: { delivered, dropped },
  });
}

/** As it is shown: a phone's camera may turn its pictures. */
function pictureSize(picture: VideoFrame | ImageBitmap): { readonly width: number; readonly height: number } {
  if (picture instanceof ImageBitmap) return picture;
  return { width: picture.displayWidth, height: picture.displayHeight };
}

function frameOf(view: LumaView, grey: Uint8Array<ArrayBuffer>, timeMs: number): Frame {
  return { width: view.width, height: view.height, grey, sector: view.sector, timeMs };
}

/** Sends the image if the page has room, or else keeps it in place of an older one. */
function hand(message: FrameMessage): void {
  if (untaken < UNTAKEN_MAX) {
    untaken += 1;
    send(message, [message.frame.grey.buffer as ArrayBuffer]);
    return;
  }
  if (unsent !== null) dropped += 1;
  unsent = message;
}

function blackLook(grey: Uint8Array, { inside }: LumaView): void {
  const brightness = brightnessMeasure(grey, inside);
  dark = brightness === null || brightnessJudge(brightness) === 'nothing' ? dark + 1 : 0;
  const isNow = dark >= BLACK_LOOKS;
  if (isNow === isBlack) return;
  isBlack = isNow;
  send({ type: 'black', isBlack });
}

function resize(width: number, height: number): void {
  if (isResized) return;
  isResized = true;
  isPlaying = false;
  send({ type: 'resized', width, height });
}

async function drain(pictures: ReadableStream<VideoFrame>): Promise<void> {
  const reader = pictures.getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    arrive(value, value.timestamp);
  }
  send({ type: 'ended' });
}

function open({ calibration, pictures }: Extract<ToWorker, { readonly type: 'open' }>): void {
  const view = lumaView(calibration);
  const layout = packLayout(view.inside, view.width, view.height);
  exam = { calibration, view, read: lumaRead(view), ring: frameRing(layout) };
  if (pictures !== null) drain(pictures).catch(fail);
}

function still(): void {
  isPlaying = false;
  waiting?.picture.close();
  waiting = null;
  unsent = null;
}

function image({ view, ring }: Exam, asked: number | null, ticket: number): void {
  const { first, timesMs } = ring.held();
  const index = asked ?? first + timesMs.length - 1;
  const found = ring.get(index);
  if (found === null) {
    send({ type: 'image', ticket, index, frame: null });
    return;
  }
  const { grey, timeMs } = found;
  send({ type: 'image', ticket, index, frame: frameOf(view, grey, timeMs) }, [grey.buffer]);
}

function taken(message: ToWorker): void {
  switch (message.type) {
    case 'open':
      open(message);
      return;
    case 'picture':
      arrive(message.picture, message.timeUs);
      return;
    case 'play':
      untaken = 0;
      isPlaying = !isResized;
      return;
    case 'still':
      still();
      return;
    case 'taken': {
      untaken = Math.max(0, untaken - 1);
      const next = unsent;
      unsent = null;
      if (next !== null && isPlaying) hand(next);
      return;
    }
    case 'image':
      if (exam !== null) image(exam, message.index, message.ticket);
      return;
    case 'held':
      if (exam !== null) send({ type: 'held', ticket: message.ticket, ...exam.ring.held() });
  }
}

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  try {
    taken(event.data);
  } catch (error) {
    fail(error);
  }
});
