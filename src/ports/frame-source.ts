import type { Frame, Truth } from '../domain/frame/frame.ts';
import type { Sector } from '../domain/geometry/sector.ts';
import type { MessageFact } from '../domain/message/message-fact.ts';
import type { ImageLayers } from '../domain/scan/image-layers.ts';
import type { ProbePose } from '../domain/scan/probe-pose.ts';
import type { ScanControls } from '../domain/scan/scan-controls.ts';

export interface SourceFrame {
  readonly frame: Frame;
  /** The frame's truth, where the source knows it. */
  readonly truth: Truth | null;
  readonly index: number;
  /** Where the probe stood and how the machine was set; only a source that can be steered says so. */
  readonly view?: ProbeView;
}

/** Everything that decides what a steered source shows at one time. */
export interface ProbeView {
  readonly pose: ProbePose;
  readonly controls: ScanControls;
}

/** Gives moving images: a virtual phantom or patient, a recorded clip, a still picture, a camera. */
export interface FrameSource {
  readonly kind: 'phantom' | 'patient' | 'clip' | 'picture' | 'camera';
  /**
   * Tells once how the images will lie, where that is known before the first of them is made; null for a source that
   * knows it no sooner.
   */
  readonly sectorAhead: ((listener: (sector: Sector) => void) => void) | null;
  /** Starts running; every new image goes to `listener` (without truth) until `freeze` or `close`. */
  play(listener: (shown: SourceFrame) => void): void;
  /**
   * Stops on an image and gives it whole, truth included. `index` asks for one image, e.g. after a reload; a steered
   * source gives an image that it no longer holds as it would look from where the probe is now.
   */
  freeze(index?: number): Promise<SourceFrame>;
  close(): void;
  /** The images that `freeze(index)` gives again: all of a recorded clip, the last seconds of what runs on. */
  held(): Promise<HeldImages>;
  /** Null where its images do not all lie there from the beginning. */
  readonly seekable: Seekable | null;
  /** Null where there is no probe to be moved and no machine to be set. */
  readonly steerable: Steerable | null;
  /** Null where images do not come from a device of this moment. */
  readonly live: Live | null;
}

/** A simulated exam whose images can be made of some of their layers alone. */
export interface LayeredSource extends FrameSource {
  /**
   * What the next images are made of; a layer that is not given is as the exam was drawn. The newest layers count, and
   * from then on images that run bring their truth.
   */
  layersSet(layers: ImageLayers): void;
  /**
   * Stops on an image, like `freeze`, with the M-mode of the scan line in the middle: a column for each of `count` images up to and
   * with this one, of the layers that it has.
   */
  freezeTraced(index: number, count: number): Promise<TracedImage>;
}

export interface TracedImage {
  readonly shown: SourceFrame;
  readonly columns: MModeColumns;
}

/** Images `first`, `first + 1`, ..., one for each time. */
export interface HeldImages {
  readonly first: number;
  /** Milliseconds since the source began, rising. */
  readonly timesMs: readonly number[];
}

export interface Seekable {
  /** How fast it plays: 1 as recorded, 0.1 to 4; and whether it begins anew at its end. */
  paceSet(pace: { readonly speed: number; readonly isLooping: boolean }): void;
}

export interface Steerable {
  /** The newest pose counts: the next image is cut there. Images that were shown keep the view they had. */
  poseSet(pose: ProbePose): void;
  controlsSet(controls: ScanControls): void;
  /**
   * Runs an M-mode along one scan line (`lateral` -1 the first, 1 the last) beside the image, or stops it with null.
   */
  mModeSet(lateral: number | null, listener: (columns: MModeColumns) => void): void;
}

/** Consecutive echoes of one scan line. */
export interface MModeColumns {
  /** Milliseconds since the source began, of the first column. */
  readonly timeMs: number;
  readonly stepMs: number;
  /** Grey levels 0-255, column by column, each from the face to the bottom. */
  readonly grey: Uint8Array;
  readonly samples: number;
}

export interface Live {
  /** Tells at once, and whenever it changes; what it returns ends it. */
  onState(listener: (state: LiveState) => void): () => void;
}

/**
 * `waiting`: for the first image; `black`: it runs, but shows nothing; `silent`: no image comes; `hidden`: nobody looks
 * at the page; these pass by themselves. `resized`: its pictures have another size than the geometry is of; `lost`:
 * unplugged, or taken away; both are for good, and held images stay.
 */
export type LiveSignal = 'waiting' | 'running' | 'black' | 'silent' | 'hidden' | 'resized' | 'lost';

export interface LiveState {
  readonly signal: LiveSignal;
  /** Why it does not run; null while it does. */
  readonly problem: MessageFact | null;
  /** Of the device's images: how many came, and how many of them were left out because the page was too slow. */
  readonly delivered: number;
  readonly dropped: number;
}
