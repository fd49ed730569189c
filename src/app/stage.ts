import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { MARKABLE_FINDINGS, type MarkableFinding } from '../domain/findings/finding.ts';
import type { Frame, Mask } from '../domain/frame/frame.ts';
import type { KeyClass } from '../domain/grading/key.ts';
import type { ScenarioImage } from '../domain/scenario/scenario.ts';
import type { Scanner } from '../game/scanner.ts';
import type { ScenarioEffects } from '../machines/scenario-effects.ts';
import type { FrameSource, SourceFrame } from '../ports/frame-source.ts';
import type { ClipWanted } from './clip-setup.ts';
import { keyMake, marksGrade } from './grading.ts';
import type { Network } from './network.ts';
import { settings } from './settings.ts';
import type { SourceOpen, SourceOpened } from './sources.ts';

/** The scanner, the image that runs on it and the network that labels it, as one thing the machines can ask. */
export interface Stage {
  readonly effects: ScenarioEffects;
  /** The scanner while there is one on the page. */
  readonly scanner: ReadonlySignal<Scanner | null>;
  scannerSet(scanner: Scanner | null): void;
  /** Whether anything is on the screen. */
  readonly hasImage: ReadonlySignal<boolean>;
  readonly isLive: ReadonlySignal<boolean>;
  /** The image on the screen where it stands still. */
  readonly frozen: ReadonlySignal<SourceFrame | null>;
  /** The scenario's image that is open. */
  readonly image: ReadonlySignal<ScenarioImage | null>;
  /** Runs an image before the scenario asks for it, so that there is something to look at while reading. */
  preview(image: ScenarioImage): void;
  /** Whether the network's labels lie over the running image. */
  readonly isOverlayOn: ReadonlySignal<boolean>;
  overlaySet(isOn: boolean): void;
  /** By what each class of the frozen image is graded, and why. */
  readonly keyClasses: ReadonlySignal<readonly KeyClass[]>;
}

/** Only a learner's own clip is waited for. */
const NOTHING_WANTED: ClipWanted = { clip: null, isWorkedOn: false };

const ALL_FINDINGS: ReadonlySet<MarkableFinding> = new Set(MARKABLE_FINDINGS);

export function stageCreate(network: Network, sourceOpen: SourceOpen): Stage {
  const scanner = signal<Scanner | null>(null);
  const shown = signal<SourceFrame | null>(null);
  const isLive = signal(false);
  const image = signal<ScenarioImage | null>(null);
  const isOverlayOn = signal(false);
  const overlay = signal<Mask | null>(null);
  const keyClasses = signal<readonly KeyClass[]>([]);
  let opening = new AbortController();
  let source: FrameSource | null = null;

  const close = (): void => {
    opening.abort();
    source?.close();
    source = null;
    image.value = null;
    isLive.value = false;
    overlay.value = null;
    shown.value = null;
    keyClasses.value = [];
  };

  const open = async (next: ScenarioImage, wanted: ClipWanted = NOTHING_WANTED): Promise<SourceOpened> => {
    close();
    opening = new AbortController();
    const { signal: aborted } = opening;
    const opened = await sourceOpen(next.source, wanted, aborted, () => {
      // It broke down: the next step that needs the image opens it anew.
      if (source === opened.source) source = null;
    });
    if (aborted.aborted) {
      opened.source.close();
      throw new Error('Another image was opened meanwhile.');
    }
    source = opened.source;
    image.value = next;
    return opened;
  };

  const play = (running: FrameSource): void => {
    overlay.value = null;
    isLive.value = true;
    running.play((next) => {
      if (!isLive.peek()) return;
      shown.value = next;
      if (isOverlayOn.peek()) label(next.frame);
    });
  };

  /** Labels a running frame; what comes back after the image was frozen or the overlay hidden is not shown. */
  const label = (frame: Frame): void => {
    network
      .segment(frame)
      .then((labelled) => {
        if (labelled !== null && isLive.peek() && isOverlayOn.peek()) overlay.value = labelled.mask;
      })
      .catch(() => {
        // The network's own state says what failed, with a way to try again; the image runs on.
        isOverlayOn.value = false;
      });
  };

  effect(() => {
    const frame = shown.value?.frame;
    if (frame !== undefined) scanner.value?.frameShow(frame);
  });
  effect(() => {
    const isShown = isLive.value && isOverlayOn.value;
    const opacity = settings.value.overlayOpacity;
    scanner.value?.overlayShow(isShown ? overlay.value : null, { opacity, findings: ALL_FINDINGS });
  });

  const effects: ScenarioEffects = {
    async imageOpen({ image: next, clip, isWorkedOn }, aborted) {
      if (source !== null && image.peek()?.id === next.id) return clip;
      aborted.addEventListener('abort', () => opening.abort());
      return (await open(next, { clip, isWorkedOn })).clip;
    },
    imagePlay() {
      if (source !== null) play(source);
      return () => {
        isLive.value = false;
      };
    },
    async imageFreeze({ image: next, index }) {
      const stopped = source ?? (await open(next)).source;
      const frozen = await stopped.freeze(index ?? undefined);
      isLive.value = false;
      shown.value = frozen;
      return frozen;
    },
    imageClose: close,
    async keyMake(input) {
      const made = await keyMake(network, input);
      keyClasses.value = made.classes;
      return made.keyMade;
    },
    marksGrade: async (input) => marksGrade(input),
  };

  return {
    effects,
    scanner,
    scannerSet(next) {
      scanner.value = next;
    },
    hasImage: computed(() => shown.value !== null),
    isLive,
    frozen: computed(() => (isLive.value ? null : shown.value)),
    image,
    preview(next) {
      if (image.peek() !== null) return;
      open(next).then(
        ({ source: opened }) => play(opened),
        () => {
          // Nothing depends on a preview: the step that needs the image says what is wrong with it.
        },
      );
    },
    isOverlayOn,
    overlaySet(isOn) {
      isOverlayOn.value = isOn;
      overlay.value = null;
    },
    keyClasses,
  };
}
