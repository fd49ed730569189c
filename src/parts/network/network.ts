import { type ReadonlySignal, signal } from '@preact/signals';
import { CodedError } from '../../domain/errors/coded-error.ts';
import type { Frame } from '../../domain/frame/frame.ts';
import type {
  BitmapFrame,
  Segmentation,
  Segmenter,
  SegmenterInfo,
  SegmentOptions,
} from '../../ports/segmenter.ts';
import { errorSentence } from '../../ui/sentences/error-sentence.ts';

export type NetworkState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading'; readonly share: number }
  | { readonly kind: 'ready'; readonly info: SegmenterInfo }
  | { readonly kind: 'failed'; readonly sentence: string };

/** Frames labelled per second and how long one took, over the last second or so. */
export interface NetworkPace {
  readonly fps: number;
  readonly latencyMs: number;
}

/** The segmenter as the screens use it: it loads once, in the background, and says how it is doing. */
export interface Network {
  readonly state: ReadonlySignal<NetworkState>;
  readonly pace: ReadonlySignal<NetworkPace | null>;
  /** Begins loading. After a failure it is tried again in the background: what is said of that stays until it is there. */
  start(): void;
  /** A person asks for it: after a failure it is tried again, and seen to be. */
  retry(): void;
  /** Waits for loading; rejects when it failed. Newest frame wins: null when a newer one overtook this one. */
  segment(frame: Frame | BitmapFrame, options?: SegmentOptions): Promise<Segmentation | null>;
}

/** How often the pace is told; more often could not be read. */
const PACE_EVERY_MS = 500;

/** Loading of which nothing is heard for so long is no longer waited for, ms; it may come yet. */
const SILENCE_MS = 15_000;

/** One try to load the network. */
interface Loading {
  readonly arrived: Promise<Segmenter>;
  /** Whoever waits for it, told when it is not to be waited for any longer. */
  readonly waiters: Set<(error: Error) => void>;
  /** Whether the failure before it is still what is said. */
  readonly isInBackground: boolean;
  isSilent: boolean;
}

function silentError(): CodedError<'network_silent'> {
  return new CodedError('network_silent', { code: 'networkSilent' });
}

export function networkCreate(create: () => Promise<Segmenter>, silenceMs = SILENCE_MS): Network {
  const state = signal<NetworkState>({ kind: 'idle' });
  const pace = signal<NetworkPace | null>(null);
  let created: Segmenter | null = null;
  let loading: Loading | null = null;
  let done: { atMs: number; tookMs: number }[] = [];
  let toldAtMs = 0;

  const loadingBegin = (): Loading => {
    let timer: ReturnType<typeof setTimeout>;
    const isOver = () => loading !== own;
    const listen = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (isOver()) return;
        own.isSilent = true;
        const error = silentError();
        state.value = { kind: 'failed', sentence: error.message };
        for (const tell of own.waiters) tell(error);
      }, silenceMs);
    };
    const arrive = async (): Promise<Segmenter> => {
      try {
        created ??= await create();
        const segmenter = created;
        const info = await segmenter.load((share) => {
          if (isOver()) return;
          own.isSilent = false;
          if (!own.isInBackground) state.value = { kind: 'loading', share };
          listen();
        });
        if (!isOver()) state.value = { kind: 'ready', info };
        own.isSilent = false;
        return segmenter;
      } catch (error) {
        if (!isOver()) {
          loading = null;
          const sentence = errorSentence(
            error,
            'The network could not be loaded. You can go on: phantom images are graded by their truth.',
          );
          state.value = { kind: 'failed', sentence };
        }
        throw error;
      } finally {
        clearTimeout(timer);
      }
    };
    // Nothing of it runs before it has a name.
    const own: Loading = {
      arrived: Promise.resolve().then(arrive),
      waiters: new Set(),
      isInBackground: state.peek().kind === 'failed',
      isSilent: false,
    };
    listen();
    if (!own.isInBackground) state.value = { kind: 'loading', share: 0 };
    return own;
  };

  const load = async (): Promise<Segmenter> => {
    loading ??= loadingBegin();
    const { arrived, waiters, isSilent } = loading;
    if (isSilent) throw silentError();
    let tell = (_error: Error): void => {};
    const silent = new Promise<never>((_, fail) => {
      tell = fail;
    });
    waiters.add(tell);
    try {
      return await Promise.race([arrived, silent]);
    } finally {
      waiters.delete(tell);
    }
  };

  /** Another try may get through where one hangs. */
  const loadingEnd = (): void => {
    if (loading === null) return;
    const { waiters } = loading;
    created?.dispose();
    created = null;
    loading = null;
    for (const tell of waiters) tell(silentError());
  };

  const begin = (): void => {
    load().catch((error: unknown) => console.warn(error));
  };

  const paceTell = (atMs: number, tookMs: number): void => {
    done = [...done.filter((one) => atMs - one.atMs < 1500), { atMs, tookMs }];
    if (atMs - toldAtMs < PACE_EVERY_MS || done.length < 2) return;
    toldAtMs = atMs;
    const spanS = (atMs - done[0]!.atMs) / 1000;
    const sorted = done.map((one) => one.tookMs).sort((a, b) => a - b);
    pace.value = { fps: (done.length - 1) / spanS, latencyMs: sorted[Math.floor(sorted.length / 2)]! };
  };

  return {
    state,
    pace,
    start() {
      if (loading?.isSilent) loadingEnd();
      begin();
    },
    retry() {
      if (state.peek().kind === 'failed') {
        loadingEnd();
        state.value = { kind: 'idle' };
      }
      begin();
    },
    async segment(frame, options) {
      const segmenter = await load();
      const fromMs = performance.now();
      const result = await segmenter.segment(frame, options);
      const atMs = performance.now();
      if (result !== null) paceTell(atMs, atMs - fromMs);
      return result;
    },
  };
}
