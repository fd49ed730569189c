import { type ReadonlySignal, signal } from '@preact/signals';
import type { Frame } from '../domain/frame/frame.ts';
import type {
  BitmapFrame,
  Segmentation,
  Segmenter,
  SegmenterInfo,
  SegmentOptions,
} from '../ports/segmenter.ts';

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
  /** Begins loading, or again after a failure. */
  start(): void;
  /** Waits for loading; rejects when it failed. Newest frame wins: null when a newer one overtook this one. */
  segment(frame: Frame | BitmapFrame, options?: SegmentOptions): Promise<Segmentation | null>;
}

/** How often the pace is told; more often could not be read. */
const PACE_EVERY_MS = 500;

export function networkCreate(create: () => Promise<Segmenter>): Network {
  const state = signal<NetworkState>({ kind: 'idle' });
  const pace = signal<NetworkPace | null>(null);
  let created: Segmenter | null = null;
  let loading: Promise<Segmenter> | null = null;
  let done: { atMs: number; tookMs: number }[] = [];
  let toldAtMs = 0;

  const load = (): Promise<Segmenter> => {
    loading ??= (async () => {
      state.value = { kind: 'loading', share: 0 };
      try {
        created ??= await create();
        const segmenter = created;
        const info = await segmenter.load((share) => {
          state.value = { kind: 'loading', share };
        });
        state.value = { kind: 'ready', info };
        return segmenter;
      } catch (error) {
        loading = null;
        const sentence =
          error instanceof Error && 'code' in error
            ? error.message
            : 'The network could not be loaded. You can go on: phantom images are graded by their truth.';
        state.value = { kind: 'failed', sentence };
        throw error;
      }
    })();
    return loading;
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
      load().catch((error: unknown) => console.warn(error));
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
