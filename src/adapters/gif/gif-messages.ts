import type { MessageFact } from '../../domain/message/message-fact.ts';
import type { ImageSeries } from '../../formats/files/image-series.ts';
import type { InputErrorCode } from '../../formats/files/input-error.ts';

/** Messages from the page to the worker that reads a GIF. One at a time: the next when this one is answered. */
export type ToGifWorker =
  /** Comes first. */
  { readonly type: 'open'; readonly file: Blob } | { readonly type: 'image'; readonly index: number };

export type FromGifWorker =
  | { readonly type: 'opened'; readonly series: Omit<ImageSeries, 'image'> }
  | { readonly type: 'image'; readonly grey: Uint8Array<ArrayBuffer> }
  | { readonly type: 'failed'; readonly code: InputErrorCode; readonly fact: MessageFact };
