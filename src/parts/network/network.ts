import { type ReadonlySignal, signal } from '@preact/signals';
import type { AdaptedNetwork } from '../../domain/adaptation/adapted-network.ts';
import type { BoundImages, NetworkImages } from '../../domain/adaptation/network-images.ts';
import { CodedError } from '../../domain/errors/coded-error.ts';
import { errorFact } from '../../domain/errors/error-fact.ts';
import type { Frame } from '../../domain/frame/frame.ts';
import type { MessageFact } from '../../domain/message/message-fact.ts';
import type {
  BitmapFrame,
  Segmentation,
  Segmenter,
  SegmenterInfo,
  SegmentOptions,
} from '../../ports/segmenter.ts';

export type NetworkState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading'; readonly share: number }
  | {
      readonly kind: 'ready';
      readonly info: SegmenterInfo;
      /** The adapted network that is loaded; null for that of the game. */
      readonly adapted: AdaptedNetwork | null;
    }
  | { readonly kind: 'failed'; readonly fact: MessageFact };

/** Frames labelled per second and how long one took, over the last second or so. */
export interface NetworkPace {
  readonly fps: number;
  readonly latencyMs: number;
}

/** The segmenter as the screens use it: it loads once, in the background, and says how it is doing. */
export interface Network {
  readonly state: ReadonlySignal<NetworkState>;
  readonly pace: ReadonlySignal<NetworkPace | null>;
  /** The adapted network that labels the images at hand; null for that of the game. */
  readonly adapted: ReadonlySignal<AdaptedNetwork | null>;
  /**
   * Says what images come now: another network may label them. That of the game, which labels simulated ones, is taken up
   * when it is next asked for, so that going to and fro between clips loads nothing anew.
   */
  serve(images: NetworkImages): Promise<NetworkUse>;
  /** Begins loading. After a failure it is tried again in the background: what is said of that stays until it is there. */
  start(): void;
  /** A person asks for it: after a failure it is tried again, and seen to be. */
  retry(): void;
  /** Waits for loading; rejects when it failed. Newest frame wins: null when a newer one overtook this one. */
  segment(frame: Frame | BitmapFrame, options?: SegmentOptions): Promise<Segmentation | null>;
}

/**
 * That images are open, until it is ended: those that were opened before them and are open still are labelled again then,
 * by the game's own network where there are none. Who closes late ends nothing for who opened others meanwhile.
 */
export interface NetworkUse {
  end(): void;
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
  readonly adapted: AdaptedNetwork | null;
  /** Whether the failure before it is still what is said. */
  readonly isInBackground: boolean;
  isSilent: boolean;
}

function silentError(): CodedError<'network_silent'> {
  return new CodedError('network_silent', { code: 'networkSilent' });
}

/** A caller who waited for a network in whose place another was taken up: it waits for that. */
const EXCHANGED = new Error('Another network was taken up.');

/**
 * @param create makes the segmenter of an adapted network, or that of the game for null
 * @param adaptedFor which network labels such images
 */
export function networkCreate(
  create: (adapted: AdaptedNetwork | null) => Promise<Segmenter>,
  adaptedFor: (images: BoundImages) => Promise<AdaptedNetwork | null> = async () => null,
  silenceMs = SILENCE_MS,
): Network {
  const adapted = signal<AdaptedNetwork | null>(null);
  /** Images that are open, the last opened last. */
  let served: readonly { readonly images: NetworkImages }[] = [];
  /** A network that is found for them counts only where nothing was opened or closed meanwhile. */
  let fits = 0;
  /** The network that was last begun to be loaded, by its id; undefined before any was. */
  let begunOf: string | null | undefined;
  const state = signal<NetworkState>({ kind: 'idle' });
  const pace = signal<NetworkPace | null>(null);
  let created: Segmenter | null = null;
  let loading: Loading | null = null;
  let done: { atMs: number; tookMs: number }[] = [];
  let toldAtMs = 0;

  const loadingBegin = (): Loading => {
    const wanted = adapted.peek();
    if (begunOf !== (wanted?.id ?? null)) {
      created?.dispose();
      created = null;
    }
    begunOf = wanted?.id ?? null;
    let timer: ReturnType<typeof setTimeout>;
    const isOver = () => loading !== own;
    const listen = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (isOver()) return;
        own.isSilent = true;
        const error = silentError();
        state.value = { kind: 'failed', fact: error.fact };
        for (const tell of own.waiters) tell(error);
      }, silenceMs);
    };
    const arrive = async (): Promise<Segmenter> => {
      try {
        const segmenter = created ?? (await create(own.adapted));
        if (isOver()) {
          segmenter.dispose();
          throw EXCHANGED;
        }
        created = segmenter;
        const info = await segmenter.load((share) => {
          if (isOver()) return;
          own.isSilent = false;
          if (!own.isInBackground) state.value = { kind: 'loading', share };
          listen();
        });
        if (!isOver()) state.value = { kind: 'ready', info, adapted: own.adapted };
        own.isSilent = false;
        return segmenter;
      } catch (error) {
        if (!isOver()) {
          loading = null;
          state.value = { kind: 'failed', fact: errorFact(error, { code: 'networkNotLoaded' }) };
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
      adapted: wanted,
      isInBackground: state.peek().kind === 'failed',
      isSilent: false,
    };
    listen();
    if (!own.isInBackground) state.value = { kind: 'loading', share: 0 };
    return own;
  };

  const load = async (): Promise<Segmenter> => {
    if (loading !== null && loading.adapted?.id !== adapted.peek()?.id) loadingEnd(EXCHANGED);
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
    } catch (error) {
      if (error === EXCHANGED) return await load();
      throw error;
    } finally {
      waiters.delete(tell);
    }
  };

  /** Another try may get through where one hangs. */
  const loadingEnd = (why: Error = silentError()): void => {
    if (loading === null) return;
    const { waiters } = loading;
    created?.dispose();
    created = null;
    loading = null;
    for (const tell of waiters) tell(why);
  };

  /** Takes up the network of the images that were opened last and are open still. */
  const servedFit = async (): Promise<void> => {
    const images = served.at(-1)?.images ?? { kind: 'simulated' };
    fits += 1;
    const own = fits;
    if (images.kind === 'simulated') {
      adapted.value = null;
      return;
    }
    const next = await adaptedFor(images).catch((error: unknown) => {
      console.warn(error);
      return null;
    });
    if (own !== fits) return;
    adapted.value = next;
    if (begunOf === undefined || begunOf === (next?.id ?? null)) return;
    loadingEnd(EXCHANGED);
    state.value = { kind: 'idle' };
    begin();
  };

  const serve = async (images: NetworkImages): Promise<NetworkUse> => {
    const own = { images };
    served = [...served, own];
    await servedFit();
    return {
      end() {
        if (!served.includes(own)) return;
        const isLast = served.at(-1) === own;
        served = served.filter((one) => one !== own);
        if (isLast) void servedFit();
      },
    };
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
    adapted,
    serve,
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
