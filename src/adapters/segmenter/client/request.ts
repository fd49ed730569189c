import type { Frame } from '../../../domain/frame/frame.ts';
import { SegmenterError } from '../../../network/segmenter-error.ts';
import type { BitmapFrame, FramesBeside, Segmentation, SegmentOptions } from '../../../ports/segmenter.ts';
import type { BitmapMessage } from '../shared/messages.ts';

/** One call of `segment` on its way: settled once, whoever comes first. */
export interface SegmentRequest {
  readonly frame: Frame | BitmapMessage;
  readonly confidence: boolean;
  readonly beside: FramesBeside | null;
  readonly answer: Promise<Segmentation | null>;
  readonly settled: () => boolean;
  resolve(segmentation: Segmentation): void;
  reject(error: Error): void;
  /** Answers null: a newer frame or its caller made it needless. */
  drop(): void;
}

function bitmapIs(value: unknown): value is ImageBitmap {
  return (
    value instanceof ImageBitmap ||
    (typeof VideoFrame === 'function' && (value as object) instanceof VideoFrame)
  );
}

function frameOf(frame: Frame | BitmapFrame): Frame | BitmapMessage {
  if (!('bitmap' in frame)) {
    // A view would take its whole buffer along.
    const whole = frame.grey.byteLength === frame.grey.buffer.byteLength;
    return whole ? frame : { ...frame, grey: frame.grey.slice() };
  }
  const { bitmap } = frame;
  if (bitmapIs(bitmap)) return { ...frame, bitmap };
  throw new SegmenterError('frame-invalid', { code: 'frameOfNoKind' });
}

/** @throws SegmenterError `frame-invalid` for what is no picture. */
export function segmentRequest(source: Frame | BitmapFrame, options: SegmentOptions): SegmentRequest {
  const frame = frameOf(source);
  let resolve!: (segmentation: Segmentation | null) => void;
  let reject!: (error: Error) => void;
  const answer = new Promise<Segmentation | null>((onDone, onError) => {
    resolve = onDone;
    reject = onError;
  });
  let settled = false;
  const once = (action: () => void) => {
    if (settled) return;
    settled = true;
    action();
  };
  return {
    frame,
    confidence: options.confidence ?? false,
    beside: options.beside ?? null,
    answer,
    settled: () => settled,
    resolve: (segmentation) => once(() => resolve(segmentation)),
    reject: (error) => once(() => reject(error)),
    drop: () => once(() => resolve(null)),
  };
}

/** Frees a bitmap that no worker has taken; one that was transferred is empty already. */
export function requestRelease({ frame }: SegmentRequest): void {
  if ('bitmap' in frame) frame.bitmap.close();
}
