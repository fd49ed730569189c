import type { Frame } from '../../../domain/frame/frame.ts';
import type { MessageFact } from '../../../domain/message/message-fact.ts';
import type { ModelFiles } from '../../../network/model-files.ts';
import type { SegmenterErrorCode } from '../../../network/segmenter-error.ts';
import type {
  FramesBeside,
  Segmentation,
  SegmenterBackend,
  SegmenterInfo,
} from '../../../ports/segmenter.ts';

/** A picture that the worker draws and turns to grey itself; it is transferred, not copied. */
export interface BitmapMessage {
  readonly bitmap: ImageBitmap;
  readonly width: number;
  readonly height: number;
  readonly sector: Frame['sector'];
  readonly timeMs: number;
}

export interface StartMessage {
  readonly type: 'start';
  readonly model: ModelFiles;
  /** Backends to choose from; one name alone is taken without a contest if it runs. */
  readonly backends: readonly SegmenterBackend[];
}

export interface SegmentMessage {
  readonly type: 'segment';
  readonly id: number;
  readonly frame: Frame | BitmapMessage;
  readonly confidence: boolean;
  /** Null for a frame that is read alone. */
  readonly beside: FramesBeside | null;
}

export type ToWorker = StartMessage | SegmentMessage;

export interface Refusal {
  readonly code: SegmenterErrorCode;
  readonly fact: MessageFact;
}

export type FromWorker =
  /** Share of the start that is done, 0-1. */
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'ready'; readonly info: SegmenterInfo }
  /** The start failed for good: another worker would fail alike. */
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | {
      readonly type: 'segmented';
      readonly id: number;
      readonly segmentation: Segmentation;
      /** Tensors alive in the worker after the frame. */
      readonly tensors: number;
    }
  /** This frame cannot be segmented; the worker goes on. */
  | { readonly type: 'failed'; readonly id: number; readonly refusal: Refusal }
  /** The worker is unusable, e.g. because its graphics context was lost. */
  | { readonly type: 'crashed'; readonly cause: string; readonly backend: SegmenterBackend | null };
