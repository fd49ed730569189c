import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { NetworkImages } from '../../domain/adaptation/network-images.ts';
import { CodedError } from '../../domain/errors/coded-error.ts';
import type { KeyClass } from '../../domain/grading/key.ts';
import { keyFitsClip, keyIndexFrozen } from '../../domain/scenario/expert-key.ts';
import type { ScenarioImage, ScenarioSource } from '../../domain/scenario/scenario.ts';
import type { FrameSource } from '../../ports/frame-source.ts';
import type { ScenarioEffects } from '../../ports/scenario-effects.ts';
import type { MModeTrace } from '../../scanner/m-mode-trace.ts';
import { partLoad } from '../../ui/part-load.ts';
import { taskNext } from '../../ui/task-next.ts';
import { workTimed } from '../../ui/work-timed.ts';
import type { ImageSpot } from '../console/image-spots.tsx';
import type { Network, NetworkUse } from '../network/network.ts';
import type { SourceOpen, SourceOpened, SourceWanted } from '../opening/sources.ts';
import { sourceSessionCreate } from '../player/source-session.ts';
import { type Viewer, viewerCreate } from '../player/viewer.ts';
import { goalReach } from './goal-reach.ts';
import { keyMake, maskChecked } from './key-make.ts';
import { VIEW_START } from './machine/scenario-context.ts';

/** The scanner, the image that runs on it and the network that labels it, as one thing the machines can ask. */
export interface Stage
  extends Omit<Viewer, 'expect' | 'play' | 'still' | 'halt' | 'clear' | 'labelled' | 'pair' | 'layOver'> {
  readonly effects: ScenarioEffects;
  /** The scenario's image that is open, with the exam that was drawn for it. */
  readonly image: ReadonlySignal<ScenarioImage | null>;
  /** Runs an image before the scenario asks for it, so that there is something to look at while reading. */
  preview(image: ScenarioImage): void;
  /** The player of the open recording; null where the image is none. */
  readonly player: ReadonlySignal<Player | null>;
  /** The M-mode beside the image; null while none was run on it. */
  readonly mMode: ReadonlySignal<MModeShown | null>;
  readonly trace: ReadonlySignal<MModeTrace | null>;
  /** The source that each class of the frozen image is graded by, and why. */
  readonly keyClasses: ReadonlySignal<readonly KeyClass[]>;
  /** Names at places of the image; empty for none. */
  readonly spots: Signal<readonly ImageSpot[]>;
}

/** Ways through a recording while its image runs. */
export interface Player {
  /** 1 as recorded. */
  readonly speed: ReadonlySignal<number>;
  speedSet(speed: number): void;
  /** Stands still on the image so many further on, or back. */
  step(by: number): Promise<void>;
  /** Runs on after a step. */
  run(): void;
}

/** Scan line of the M-mode, -1 to 1; it stays on the screen when the image stops. */
export interface MModeShown {
  readonly lateral: number;
}

/** Only a learner's own clip is waited for. */
const NOTHING_WANTED: SourceWanted = { clip: null, isWorkedOn: false, view: VIEW_START };

export function stageCreate(network: Network, sourceOpen: SourceOpen): Stage {
  const viewer = viewerCreate(network, { isStillLabelled: true, stillCheck: maskChecked });
  const image = signal<ScenarioImage | null>(null);
  const keyClasses = signal<readonly KeyClass[]>([]);
  const spots = signal<readonly ImageSpot[]>([]);
  const player = signal<Player | null>(null);
  const mMode = signal<MModeShown | null>(null);
  const session = sourceSessionCreate(viewer, () => new Error('No image is open.'));
  let opening = new AbortController();
  let use: NetworkUse | null = null;

  const close = (): void => {
    opening.abort();
    session.close();
    use?.end();
    use = null;
    image.value = null;
    player.value = null;
    mMode.value = null;
    keyClasses.value = [];
  };

  const open = async (next: ScenarioImage, wanted: SourceWanted = NOTHING_WANTED): Promise<SourceOpened> => {
    close();
    opening = new AbortController();
    const { signal: aborted } = opening;
    const opened = await sourceOpen(next.source, wanted, aborted, () => {
      // The next step that needs the image opens it anew.
      session.drop(opened.source);
    }).catch((error: unknown) => {
      throw clipIsMissing(error) ? new CodedError('clip_missing', { code: 'clipOfImageMissing' }) : error;
    });
    if (next.key !== undefined && opened.record !== undefined && !keyFitsClip(next.key, opened.record)) {
      opened.source.close();
      throw new CodedError('key_of_other_clip', { code: 'keyOfOtherClip' });
    }
    if (aborted.aborted) {
      opened.source.close();
      throw new Error('Another image was opened meanwhile.');
    }
    const images = imagesOf(next.source);
    if (images !== null) {
      const served = await network.serve(images);
      if (aborted.aborted) {
        served.end();
        opened.source.close();
        throw new Error('Another image was opened meanwhile.');
      }
      use = served;
    }
    session.take(opened.source);
    image.value = imageDrawn(next, opened);
    player.value = playerOf(opened.source, viewer);
    return opened;
  };

  const effects: ScenarioEffects = {
    nowMs: () => performance.now(),
    isSeen: () => document.visibilityState === 'visible',
    hasImage: () => viewer.hasImage.peek(),
    async imageOpen({ image: next, clip, isWorkedOn, view }, aborted) {
      const source = session.source();
      if (source !== null && image.peek()?.id === next.id) return { clip, isLive: source.live !== null };
      aborted.addEventListener('abort', () => opening.abort());
      const opened = await open(next, { clip, isWorkedOn, view });
      const { measured, patient = null } = opened;
      return { clip: opened.clip, isLive: opened.source.live !== null, measured, patient };
    },
    imagePlay({ view }) {
      mMode.value = null;
      session.traceClear();
      if (session.source() === null) return viewer.halt;
      session.viewSet(view);
      return session.play();
    },
    async imageFreeze({ image: next, index, view, mLine }) {
      if (session.source() === null) await open(next, { ...NOTHING_WANTED, view });
      // An image that is no longer held is given as it looks from where the probe is.
      if (index !== null) session.viewSet(view);
      const { key } = next;
      if (index !== null && mLine !== null && session.trace.peek() === null) {
        mMode.value = { lateral: mLine };
        return session.freezeTraced(index, mLine);
      }
      if (key === undefined) return session.freeze(index);
      const stopped = index ?? (await session.opened().freeze()).index;
      return session.freeze(keyIndexFrozen(key, index, stopped));
    },
    viewSet: session.viewSet,
    mModeSet(lateral) {
      if (lateral !== null) {
        if (mMode.peek()?.lateral === lateral) return;
        mMode.value = { lateral };
        session.traceClear();
      }
      session.mModeSet(lateral);
    },
    async goalReach(input, aborted) {
      const moved =
        session.source() ?? (await open(input.image, { ...NOTHING_WANTED, view: input.view })).source;
      const found = await goalReach(moved, input, aborted);
      viewer.still(found);
      return found;
    },
    imageClose: close,
    async keyMake(input) {
      const made = await keyMake(network, input);
      // The panel that comes now is work enough for a task of its own.
      await taskNext();
      keyClasses.value = made.classes;
      return made.keyMade;
    },
    async marksGrade(input) {
      // No image waits for it; it comes while one is looked at.
      const { marksGrade } = await partLoad(() => import('./grading.ts'));
      return workTimed('grade', () => marksGrade(input));
    },
  };

  return {
    effects,
    scanner: viewer.scanner,
    scannerSet: viewer.scannerSet,
    shown: viewer.shown,
    player,
    mMode,
    trace: session.trace,
    hasImage: viewer.hasImage,
    ahead: viewer.ahead,
    sector: viewer.sector,
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
    spots,
  };
}

function imageDrawn(image: ScenarioImage, { drawn, patient }: SourceOpened): ScenarioImage {
  const { source } = image;
  if (patient !== undefined) return { ...image, source: { kind: 'patient', request: patient.request } };
  if (source.kind !== 'phantom' || drawn === undefined) return image;
  return { ...image, source: { ...source, request: drawn } };
}

/** Null for a device's images: whoever lends them has told of them. */
function imagesOf({ kind }: ScenarioSource): NetworkImages | null {
  if (kind === 'camera') return null;
  return { kind: kind === 'clip' || kind === 'stored' ? 'clips' : 'simulated' };
}

/** The clips' own sentence sends people to their list, where an exercise's clip may never have been. */
function clipIsMissing(error: unknown): boolean {
  return error instanceof CodedError && error.code === 'clip_missing';
}

function playerOf(source: FrameSource, viewer: Viewer): Player | null {
  const { seekable } = source;
  if (seekable === null || source.kind === 'picture') return null;
  const speed = signal(1);
  return {
    speed,
    speedSet(next) {
      speed.value = next;
      seekable.paceSet({ speed: next, isLooping: true });
    },
    async step(by) {
      const { first, timesMs } = await source.held();
      const wanted = (viewer.shown.peek()?.index ?? first) + by;
      const index = Math.min(first + timesMs.length - 1, Math.max(first, wanted));
      viewer.still(await source.freeze(index));
    },
    run: () => viewer.play(source),
  };
}
