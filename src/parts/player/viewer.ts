import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { MARKABLE_FINDINGS, type MarkableFinding } from '../../domain/findings/finding.ts';
import type { Mask } from '../../domain/frame/frame.ts';
import { type Sector, sectorEquals } from '../../domain/geometry/sector.ts';
import type { FrameSource, SourceFrame } from '../../ports/frame-source.ts';
import {
  MASK_AGE_MAX,
  type OverlayPair,
  PAIR_NONE,
  pairImage,
  pairMask,
} from '../../scanner/overlay-pair.ts';
import type { Scanner } from '../../scanner/scanner.ts';
import { settings } from '../../ui/settings.ts';
import type { Network } from '../network/network.ts';

/** The scanner's screen, the image on it, and the network's labels over it while it runs. */
export interface Viewer {
  /** The scanner while there is one on the page. */
  readonly scanner: ReadonlySignal<Scanner | null>;
  scannerSet(scanner: Scanner | null): void;
  /** The image on the screen: while it runs, another thirty times a second. */
  readonly shown: ReadonlySignal<SourceFrame | null>;
  readonly hasImage: ReadonlySignal<boolean>;
  /** How the first image will lie, where that is known before there is one. */
  readonly ahead: ReadonlySignal<Sector | null>;
  /** Shows what is known of a source's images before the first of them is there. */
  expect(source: FrameSource): void;
  /** Where the image on the screen lies: the same object for as long as images lie alike. */
  readonly sector: ReadonlySignal<Sector | null>;
  readonly isLive: ReadonlySignal<boolean>;
  /** The image on the screen where it stands still. */
  readonly frozen: ReadonlySignal<SourceFrame | null>;
  /** Runs a source on the screen until `still`, `halt` or `clear`; these do not stop the source itself. */
  play(source: FrameSource): void;
  /** Shows one image, standing still. */
  still(frozen: SourceFrame): void;
  /** Shows nothing more that still comes of a running source. */
  halt(): void;
  clear(): void;
  /** Whether the network labels the image. */
  readonly isOverlayOn: ReadonlySignal<boolean>;
  overlaySet(isOn: boolean): void;
  /** The labels of the image on the screen, or of one at most MASK_AGE_MAX images before it. */
  readonly labelled: ReadonlySignal<Mask | null>;
  /** Which image that is, beside the one on the screen. */
  readonly pair: ReadonlySignal<OverlayPair>;
  /** Lays this over the image in the place of the network's labels, until null. */
  layOver(mask: Mask | null): void;
}

export interface ViewerOptions {
  /** Whether the network labels an image that stands still, too. */
  readonly isStillLabelled: boolean;
  /** Whether each running image waits for its own labels, also where the network keeps pace; no unless told. */
  readonly isWaiting?: () => boolean;
  /** What is shown of the network's labels on an image that stands still; all of them unless told. */
  readonly stillCheck?: (mask: Mask, image: SourceFrame) => Promise<Mask>;
}

const ALL_FINDINGS: ReadonlySet<MarkableFinding> = new Set(MARKABLE_FINDINGS);

/** The time between two images is the mean of about this many. */
const GAP_MEMORY = 8;

/**
 * No mask lies over an image that is more than MASK_AGE_MAX newer than its own. Where the network keeps pace, images
 * are shown as they come and masks follow; where it does not, an image waits for its mask, and those that come
 * meanwhile are left out.
 */
export function viewerCreate(
  network: Network,
  { isStillLabelled, isWaiting = () => false, stillCheck = async (mask) => mask }: ViewerOptions,
): Viewer {
  const scanner = signal<Scanner | null>(null);
  const shown = signal<SourceFrame | null>(null);
  const ahead = signal<Sector | null>(null);
  let expected: FrameSource | null = null;
  const isLive = signal(false);
  const isOverlayOn = signal(false);
  const labelled = signal<Mask | null>(null);
  const laid = signal<Mask | null>(null);
  const pair = signal(PAIR_NONE);
  let isLabelling = false;
  let tookMs = 0;
  let gapMs = 0;
  let cameMs: number | null = null;

  const maskDrop = (): void => {
    pair.value = PAIR_NONE;
    labelled.value = null;
  };

  const show = (next: SourceFrame): void => {
    pair.value = pairImage(pair.peek(), next.index);
    if (pair.peek().mask === null) labelled.value = null;
    shown.value = next;
  };

  /** Whether what the network says of an image is still wanted. */
  const isWanted = (image: SourceFrame): boolean =>
    isOverlayOn.peek() && (isLive.peek() || (isStillLabelled && shown.peek() === image));

  /** Labels that come back after the image was frozen or the overlay hidden are not shown. */
  const label = async (image: SourceFrame, isAwaited: boolean): Promise<void> => {
    const fromMs = performance.now();
    isLabelling = true;
    try {
      const answer = await network.segment(image.frame);
      if (answer === null || !isWanted(image)) return;
      tookMs = performance.now() - fromMs;
      if (isAwaited) show(image);
      pair.value = pairMask(pair.peek(), image.index);
      if (pair.peek().mask !== image.index) return;
      const isRunning = isLive.peek();
      const mask = isRunning ? answer.mask : await stillCheck(answer.mask, image);
      if (isRunning || isWanted(image)) labelled.value = mask;
    } catch {
      // The network's own state says what failed, with a way to try again; the image runs on.
      isOverlayOn.value = false;
    } finally {
      isLabelling = false;
    }
  };

  /** Nothing waits for a network that is still loading; one that failed has a way to try again beside the image. */
  const networkReady = (): boolean => {
    const { kind } = network.state.peek();
    if (kind === 'idle') network.start();
    if (kind === 'failed') isOverlayOn.value = false;
    return kind === 'ready';
  };

  const take = (next: SourceFrame): void => {
    const nowMs = performance.now();
    if (cameMs !== null) gapMs = gapMs === 0 ? nowMs - cameMs : gapMs + (nowMs - cameMs - gapMs) / GAP_MEMORY;
    cameMs = nowMs;
    if (!isOverlayOn.peek() || !networkReady()) show(next);
    else if (!isWaiting() && tookMs <= MASK_AGE_MAX * gapMs) {
      show(next);
      void label(next, false);
    } else if (!isLabelling) void label(next, true);
  };

  effect(() => {
    const frame = shown.value?.frame;
    if (frame !== undefined) scanner.value?.frameShow(frame);
  });
  effect(() => {
    const isNetworkShown = isOverlayOn.value && (isLive.value || isStillLabelled);
    const mask = laid.value ?? (isNetworkShown ? labelled.value : null);
    const opacity = settings.value.overlayOpacity;
    scanner.value?.overlayShow(mask, { opacity, findings: ALL_FINDINGS });
  });

  return {
    scanner,
    scannerSet(next) {
      scanner.value = next;
    },
    shown,
    hasImage: computed(() => shown.value !== null),
    ahead,
    expect(source) {
      expected = source;
      source.sectorAhead?.((sector) => {
        if (expected === source) ahead.value = sector;
      });
    },
    sector: sectorOf(shown),
    isLive,
    frozen: computed(() => (isLive.value ? null : shown.value)),
    play(source) {
      maskDrop();
      isLive.value = true;
      source.play((next) => {
        if (isLive.peek()) take(next);
      });
    },
    still(frozen) {
      cameMs = null;
      isLive.value = false;
      if (isStillLabelled) maskDrop();
      show(frozen);
      if (isStillLabelled && isOverlayOn.peek()) void label(frozen, false);
    },
    halt() {
      cameMs = null;
      isLive.value = false;
    },
    clear() {
      cameMs = null;
      isLive.value = false;
      maskDrop();
      laid.value = null;
      expected = null;
      ahead.value = null;
      shown.value = null;
    },
    isOverlayOn,
    overlaySet(isOn) {
      isOverlayOn.value = isOn;
      maskDrop();
      const image = shown.peek();
      if (image === null) return;
      pair.value = pairImage(pair.peek(), image.index);
      // Also of a source that runs: after a picture no other image comes.
      if (isOn && (isLive.peek() || isStillLabelled)) void label(image, false);
    },
    labelled,
    pair,
    layOver(mask) {
      laid.value = mask;
    },
  };
}

function sectorOf(shown: ReadonlySignal<SourceFrame | null>): ReadonlySignal<Sector | null> {
  let last: Sector | null = null;
  return computed(() => {
    const now = shown.value?.frame.sector ?? null;
    if (now === null || last === null || !sectorEquals(now, last)) last = now;
    return last;
  });
}
