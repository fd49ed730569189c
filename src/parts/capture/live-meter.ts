import { type ReadonlySignal, signal } from '@preact/signals';
import {
  type FiguresSample,
  figuresMeasure,
  figuresSmooth,
  type LiveFigures,
  samplesTake,
} from '../../domain/grading/live-figures.ts';
import type { LiveState } from '../../ports/frame-source.ts';
import type { Viewer } from '../player/viewer.ts';

/** How fast it goes, over the last second or two. */
export interface LivePace {
  /** Images per second that the device gives, and that get an overlay of their own. */
  readonly deliveredFps: number;
  readonly overlayFps: number;
  /** Median time from an image's arrival to its overlay; null while there is none. */
  readonly latencyMs: number | null;
  /** Images that were left out because this computer was too slow, since they began to run. */
  readonly leftOut: number;
}

interface Meter {
  readonly pace: ReadonlySignal<LivePace | null>;
  readonly figures: ReadonlySignal<LiveFigures | null>;
  /** An image came to the page. */
  came(): void;
  /** The device's own count. */
  counted(state: LiveState): void;
  clear(): void;
}

/** How often the pace is told; more often could not be read. */
const TOLD_EVERY_MS = 500;
const SPAN_MS = 2000;
/** Figures are smoothed over a second: more than these in it change nothing that can be read. */
const FIGURES_EVERY_MS = 100;

/** Measures what a viewer shows. `ageMs`: how long ago an image came from the device. */
export function liveMeterCreate(viewer: Viewer, ageMs: (index: number) => number | null): Meter {
  const pace = signal<LivePace | null>(null);
  const figures = signal<LiveFigures | null>(null);
  let samples: readonly FiguresSample[] = [];
  let counts: readonly { readonly atMs: number; readonly delivered: number }[] = [];
  let overlays: readonly { readonly atMs: number; readonly tookMs: number | null }[] = [];
  let came = 0;
  let shown = 0;
  let dropped = 0;
  let toldMs = 0;

  const tell = (): void => {
    const nowMs = performance.now();
    if (nowMs - toldMs < TOLD_EVERY_MS) return;
    toldMs = nowMs;
    overlays = overlays.filter(({ atMs }) => nowMs - atMs <= SPAN_MS);
    const took = overlays.flatMap(({ tookMs }) => (tookMs === null ? [] : [tookMs])).sort((a, b) => a - b);
    pace.value = {
      deliveredFps: rateOf(counts.map(({ atMs, delivered }) => [atMs, delivered])),
      overlayFps: rateOf(overlays.map(({ atMs }, place) => [atMs, place])),
      latencyMs: took[took.length >> 1] ?? null,
      leftOut: dropped + Math.max(0, came - shown),
    };
  };

  viewer.shown.subscribe((image) => {
    if (image !== null && viewer.isLive.peek()) shown += 1;
  });
  viewer.labelled.subscribe((mask) => {
    if (mask === null) {
      if (!viewer.isOverlayOn.peek()) {
        samples = [];
        figures.value = null;
      }
      return;
    }
    const { mask: index } = viewer.pair.peek();
    overlays = [...overlays, { atMs: performance.now(), tookMs: index === null ? null : ageMs(index) }];
    const isLive = viewer.isLive.peek();
    const timeMs = viewer.shown.peek()?.frame.timeMs ?? 0;
    const last = samples.at(-1);
    if (isLive && last !== undefined && timeMs > last.timeMs && timeMs - last.timeMs < FIGURES_EVERY_MS)
      return;
    samples = samplesTake(isLive ? samples : [], { ...figuresMeasure(mask), timeMs });
    figures.value = figuresSmooth(samples);
  });

  return {
    pace,
    figures,
    came() {
      came += 1;
    },
    counted(state) {
      const atMs = performance.now();
      if (state.delivered === counts.at(-1)?.delivered) return;
      dropped = state.dropped;
      counts = [...counts.filter((one) => atMs - one.atMs <= SPAN_MS), { atMs, delivered: state.delivered }];
      tell();
    },
    clear() {
      samples = [];
      counts = [];
      overlays = [];
      came = 0;
      shown = 0;
      dropped = 0;
      pace.value = null;
      figures.value = null;
    },
  };
}

/** Rise per second from the first to the last of [milliseconds, count]; 0 of fewer than two. */
function rateOf(points: readonly (readonly [number, number])[]): number {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined || last[0] <= first[0]) return 0;
  return (1000 * (last[1] - first[1])) / (last[0] - first[0]);
}
