import type { CaptureCalibration } from '../../../domain/frame/capture-calibration.ts';
import type { Frame } from '../../../domain/frame/frame.ts';

/** Messages from the page to the worker. */
export type ToWorker =
  /** `pictures`: the device's, transferred; null where the page sends them one by one. */
  | {
      readonly type: 'open';
      readonly calibration: CaptureCalibration;
      readonly pictures: ReadableStream<VideoFrame> | null;
    }
  /** One picture of the page's own; it is transferred. `timeUs` as a VideoFrame's time stamp. */
  | { readonly type: 'picture'; readonly picture: ImageBitmap; readonly timeUs: number }
  /** Takes in what the device gives and hands it on. */
  | { readonly type: 'play' }
  /** Takes in nothing: what is held stays as it is. */
  | { readonly type: 'still' }
  /** The page has taken an image, and has room for another. */
  | { readonly type: 'taken' }
  | { readonly type: 'image'; readonly index: number | null; readonly ticket: number }
  | { readonly type: 'held'; readonly ticket: number };

/** Of the device's pictures: how many came, and how many of them were left out because the machine was too slow. */
export interface PictureCount {
  readonly delivered: number;
  readonly dropped: number;
}

/** Messages from the worker to the page. Grey bytes are transferred and not copied. */
export type FromWorker =
  /** `arrivedMs`: when the device gave it, milliseconds since 1970. */
  | {
      readonly type: 'frame';
      readonly index: number;
      readonly frame: Frame;
      readonly arrivedMs: number;
      readonly count: PictureCount;
    }
  /** `frame` is null where it is not held. */
  | {
      readonly type: 'image';
      readonly ticket: number;
      readonly index: number;
      readonly frame: Frame | null;
    }
  | {
      readonly type: 'held';
      readonly ticket: number;
      readonly first: number;
      readonly timesMs: readonly number[];
    }
  /** The pictures began to show nothing, or something again. */
  | { readonly type: 'black'; readonly isBlack: boolean }
  /** Pictures have another size than the calibration; none is taken in any more. */
  | { readonly type: 'resized'; readonly width: number; readonly height: number }
  /** The device gives no more pictures. */
  | { readonly type: 'ended' }
  | { readonly type: 'failed'; readonly cause: string };
