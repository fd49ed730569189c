import type { CaptureCalibration } from '../../../domain/frame/capture-calibration.ts';
import type { Frame } from '../../../domain/frame/frame.ts';
import type { MessageFact } from '../../../domain/message/message-fact.ts';
import type {
  FrameSource,
  HeldImages,
  LiveSignal,
  LiveState,
  SourceFrame,
} from '../../../ports/frame-source.ts';
import { CameraError } from '../shared/camera-error.ts';
import type { FromWorker, PictureCount, ToWorker } from '../shared/messages.ts';
import { pictureStream, picturesGrab } from './picture-stream.ts';

/** A running device gives images more often than this, ms. */
const SILENCE_MS = 2500;
/** Images whose age can be asked for. */
const AGES = 120;

const PROBLEMS: Readonly<Record<Exclude<LiveSignal, 'waiting' | 'running'>, MessageFact>> = {
  black: { code: 'liveBlack' },
  silent: { code: 'liveSilent' },
  hidden: { code: 'liveHidden' },
  resized: { code: 'liveResized' },
  lost: { code: 'liveLost' },
};

export interface CameraSource extends FrameSource {
  readonly kind: 'camera';
  /** Milliseconds since the device gave this image; null where that was too long ago. */
  ageMs(index: number): number | null;
}

export interface CameraSourceOptions {
  readonly track: MediaStreamTrack;
  /** Shows the track; its pictures are taken where the browser has no stream of them. */
  readonly video: HTMLVideoElement;
  readonly calibration: CaptureCalibration;
}

interface Ticket {
  readonly take: (message: FromWorker) => void;
  readonly fail: (error: CameraError) => void;
}

/**
 * A device's images, cut to the sector in a worker: nothing else of a picture leaves it. The newest image wins, and
 * the last ten seconds are held for `freeze(index)`, also after the device is gone. While the page is hidden it
 * takes in nothing. `freeze` rejects with CameraError `camera-index` or `camera-closed`.
 */
export function cameraSource({ track, video, calibration }: CameraSourceOptions): CameraSource {
  const worker = new Worker(new URL('../worker/camera.worker.ts', import.meta.url), {
    type: 'module',
    name: 'camera',
  });
  const tickets = new Map<number, Ticket>();
  const listeners = new Set<(state: LiveState) => void>();
  const arrivedMs = new Map<number, number>();
  let nextTicket = 0;
  let listener: ((shown: SourceFrame) => void) | null = null;
  let shownIndex: number | null = null;
  let signal: LiveSignal = 'waiting';
  let count: PictureCount = { delivered: 0, dropped: 0 };
  let silence: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;

  const send = (message: ToWorker, transfer: Transferable[] = []): void =>
    worker.postMessage(message, transfer);

  const stateNow = (): LiveState => ({
    signal,
    problem: signal === 'waiting' || signal === 'running' ? null : PROBLEMS[signal],
    ...count,
  });

  const isOver = (): boolean => signal === 'lost' || signal === 'resized';

  const tell = (next: LiveSignal): void => {
    if (isOver() || isClosed) return;
    signal = next;
    if (isOver()) {
      clearTimeout(silence);
      grabStop();
    }
    for (const one of [...listeners]) one(stateNow());
  };

  const silenceWatch = (): void => {
    clearTimeout(silence);
    if (listener === null || document.hidden) return;
    silence = setTimeout(() => tell('silent'), SILENCE_MS);
  };

  const run = (): void => {
    if (listener === null || isOver() || isClosed) return;
    const isHidden = document.hidden;
    send({ type: isHidden ? 'still' : 'play' });
    if (isHidden) tell('hidden');
    else if (signal === 'hidden') tell('waiting');
    silenceWatch();
  };

  const ask = <Answer extends FromWorker>(message: (ticket: number) => ToWorker): Promise<Answer> => {
    if (isClosed) return Promise.reject(closedError());
    return new Promise<Answer>((resolve, reject) => {
      const ticket = nextTicket++;
      tickets.set(ticket, { take: (answer) => resolve(answer as Answer), fail: reject });
      send(message(ticket));
    });
  };

  const ageKeep = (index: number, atMs: number): void => {
    arrivedMs.set(index, atMs);
    const oldest = arrivedMs.keys().next();
    if (arrivedMs.size > AGES && !oldest.done) arrivedMs.delete(oldest.value);
  };

  const frameTake = (index: number, frame: Frame): void => {
    if (listener === null) return;
    shownIndex = index;
    try {
      listener({ frame, truth: null, index });
    } finally {
      send({ type: 'taken' });
    }
  };

  const receive = (message: FromWorker): void => {
    switch (message.type) {
      case 'frame':
        count = message.count;
        // Images that were on their way when the page was hidden come all the same.
        if (signal === 'hidden') return;
        ageKeep(message.index, message.arrivedMs);
        tell(signal === 'black' ? 'black' : 'running');
        silenceWatch();
        frameTake(message.index, message.frame);
        return;
      case 'image':
      case 'held':
        tickets.get(message.ticket)?.take(message);
        tickets.delete(message.ticket);
        return;
      case 'black':
        tell(message.isBlack ? 'black' : 'running');
        return;
      case 'resized':
        tell('resized');
        return;
      case 'ended':
        tell('lost');
        return;
      case 'failed':
        console.error(message.cause);
        tell('lost');
    }
  };

  worker.addEventListener('message', (event: MessageEvent<FromWorker>) => receive(event.data));
  worker.addEventListener('error', () => tell('lost'));
  track.addEventListener('ended', () => tell('lost'));
  document.addEventListener('visibilitychange', run);

  const pictures = pictureStream(track);
  send({ type: 'open', calibration, pictures }, pictures === null ? [] : [pictures]);
  const grabStop =
    pictures === null
      ? picturesGrab(video, (picture, timeUs) => send({ type: 'picture', picture, timeUs }, [picture]))
      : (): void => {};

  return {
    kind: 'camera',
    seekable: null,
    sectorAhead: null,
    steerable: null,
    play(next) {
      listener = next;
      run();
    },
    async freeze(index) {
      listener = null;
      clearTimeout(silence);
      send({ type: 'still' });
      const asked = index ?? shownIndex;
      const answer = await ask<Extract<FromWorker, { readonly type: 'image' }>>((ticket) => ({
        type: 'image',
        index: asked,
        ticket,
      }));
      if (answer.frame === null) throw indexError();
      shownIndex = answer.index;
      return { frame: answer.frame, truth: null, index: answer.index };
    },
    async held(): Promise<HeldImages> {
      const { first, timesMs } = await ask<Extract<FromWorker, { readonly type: 'held' }>>((ticket) => ({
        type: 'held',
        ticket,
      }));
      return { first, timesMs };
    },
    live: {
      onState(told) {
        listeners.add(told);
        told(stateNow());
        return () => listeners.delete(told);
      },
    },
    ageMs(index) {
      const atMs = arrivedMs.get(index);
      return atMs === undefined ? null : performance.timeOrigin + performance.now() - atMs;
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      listener = null;
      clearTimeout(silence);
      grabStop();
      document.removeEventListener('visibilitychange', run);
      worker.terminate();
      for (const { fail } of tickets.values()) fail(closedError());
      tickets.clear();
      listeners.clear();
    },
  };
}

function closedError(): CameraError {
  return new CameraError('camera-closed', { code: 'cameraClosed' });
}

function indexError(): CameraError {
  return new CameraError('camera-index', { code: 'cameraIndex' });
}
