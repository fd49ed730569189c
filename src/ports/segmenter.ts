import type { ImageFacts } from '../domain/analysis/image-facts.ts';
import type { Frame, Mask } from '../domain/frame/frame.ts';

export type SegmenterBackend = 'webgpu' | 'webgl' | 'wasm' | 'cpu';

export interface SegmenterInfo {
  readonly backend: SegmenterBackend;
  readonly threads: number;
  /** Median milliseconds of inference when the backend was picked. */
  readonly inferenceMs: number;
  /** Of the network's weights, 64 hexadecimal digits: tells whose masks are whose. */
  readonly weightsSha256: string;
}

export interface SegmenterTimes {
  readonly preprocessMs: number;
  readonly inferenceMs: number;
  readonly postprocessMs: number;
}

export interface Segmentation {
  /** The frame's sector fitted into a square (`sectorFit`), whatever raster the network looks at. */
  readonly mask: Mask;
  /** Probability of the winning class per pixel, 0-255 for 0-1; null unless it was asked for. */
  readonly confidence: Uint8Array | null;
  /** What a whole clip is read by; null unless the image was read with those beside it. */
  readonly facts: ImageFacts | null;
  readonly timeMs: number;
  readonly times: SegmenterTimes;
  /** Whether it was computed in eight bits, as no mask that is graded by is. */
  readonly isEightBit: boolean;
}

/** An encoded or drawn image that is not yet grey bytes, with its geometry. The bitmap is consumed. */
export interface BitmapFrame {
  readonly bitmap: unknown;
  readonly width: number;
  readonly height: number;
  readonly sector: Frame['sector'];
  readonly timeMs: number;
}

/** The images before and after one of a clip; null at its ends. All three are of one geometry. */
export interface FramesBeside {
  readonly before: Frame | null;
  readonly after: Frame | null;
}

export interface SegmentOptions {
  /**
   * Gives the network's own labels, each pixel's with its probability. Without it the labels are drawn as findings that
   * obey anatomy (see `maskObey`), as screens show them.
   */
  readonly confidence?: boolean;
  /** Reads a frame of a kept clip together with these, which steadies its labels; of no meaning for a bitmap. */
  readonly beside?: FramesBeside;
  readonly signal?: {
    readonly aborted: boolean;
    addEventListener(type: 'abort', listener: () => void): void;
  };
}

/** Labels every pixel of a frame. */
export interface Segmenter {
  /** Loads weights and picks a backend; `onProgress` gets shares from 0 to 1. */
  load(onProgress: (share: number) => void): Promise<SegmenterInfo>;
  /** Newest frame wins: a request that a newer one overtakes while waiting resolves to null. */
  segment(frame: Frame | BitmapFrame, options?: SegmentOptions): Promise<Segmentation | null>;
  dispose(): void;
}
