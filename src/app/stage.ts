import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { KeyClass } from '../domain/grading/key.ts';
import type { ScenarioImage } from '../domain/scenario/scenario.ts';
import type { ScenarioEffects } from '../machines/scenario-effects.ts';
import type { FrameSource } from '../ports/frame-source.ts';
import type { ClipWanted } from './clip-setup.ts';
import { keyMake, marksGrade } from './grading.ts';
import type { Network } from './network.ts';
import type { SourceOpen, SourceOpened } from './sources.ts';
import { type Viewer, viewerCreate } from './viewer.ts';

/** The scanner, the image that runs on it and the network that labels it, as one thing the machines can ask. */
export interface Stage
  extends Omit<Viewer, 'play' | 'still' | 'halt' | 'clear' | 'shown' | 'labelled' | 'pair' | 'layOver'> {
  readonly effects: ScenarioEffects;
  /** Whether anything is on the screen. */
  readonly hasImage: ReadonlySignal<boolean>;
  /** The scenario's image that is open. */
  readonly image: ReadonlySignal<ScenarioImage | null>;
  /** Runs an image before the scenario asks for it, so that there is something to look at while reading. */
  preview(image: ScenarioImage): void;
  /** By what each class of the frozen image is graded, and why. */
  readonly keyClasses: ReadonlySignal<readonly KeyClass[]>;
}

/** Only a learner's own clip is waited for. */
const NOTHING_WANTED: ClipWanted = { clip: null, isWorkedOn: false };

export function stageCreate(network: Network, sourceOpen: SourceOpen): Stage {
  const viewer = viewerCreate(network, { isStillLabelled: false });
  const image = signal<ScenarioImage | null>(null);
  const keyClasses = signal<readonly KeyClass[]>([]);
  let opening = new AbortController();
  let source: FrameSource | null = null;

  const close = (): void => {
    opening.abort();
    source?.close();
    source = null;
    image.value = null;
    viewer.clear();
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

  const effects: ScenarioEffects = {
    async imageOpen({ image: next, clip, isWorkedOn }, aborted) {
      if (source !== null && image.peek()?.id === next.id) return clip;
      aborted.addEventListener('abort', () => opening.abort());
      return (await open(next, { clip, isWorkedOn })).clip;
    },
    imagePlay() {
      if (source !== null) viewer.play(source);
      return viewer.halt;
    },
    async imageFreeze({ image: next, index }) {
      const stopped = source ?? (await open(next)).source;
      const frozen = await stopped.freeze(index ?? undefined);
      viewer.still(frozen);
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
    scanner: viewer.scanner,
    scannerSet: viewer.scannerSet,
    hasImage: computed(() => viewer.shown.value !== null),
    isLive: viewer.isLive,
    frozen: viewer.frozen,
    image,
    preview(next) {
      if (image.peek() !== null) return;
      open(next).then(
        ({ source: opened }) => viewer.play(opened),
        () => {
          // Nothing depends on a preview: the step that needs the image says what is wrong with it.
        },
      );
    },
    isOverlayOn: viewer.isOverlayOn,
    overlaySet: viewer.overlaySet,
    keyClasses,
  };
}
