import type { MessageFact } from '../../domain/message/message-fact.ts';
import type { InputErrorCode } from '../../formats/files/input-error.ts';
import type { VideoTimes } from './video-times.ts';

/** Messages from the page to the worker that reads a video. One at a time: the next when this one is answered. */
export type ToVideoWorker =
  /** Looks the whole file through; comes first. */
  | {
      readonly type: 'open';
      readonly file: Blob;
      readonly kind: 'mp4' | 'webm';
      readonly times: VideoTimes | null;
    }
  | { readonly type: 'reach'; readonly index: number };

export type FromVideoWorker =
  | { readonly type: 'opened'; readonly times: VideoTimes }
  /** On the way to what is to be reached, or that itself. */
  | { readonly type: 'picture'; readonly index: number; readonly picture: VideoFrame | ImageBitmap }
  | { readonly type: 'reached' }
  /** The work goes on, which takes long with a large file. */
  | { readonly type: 'alive' }
  | { readonly type: 'failed'; readonly code: InputErrorCode; readonly fact: MessageFact };
