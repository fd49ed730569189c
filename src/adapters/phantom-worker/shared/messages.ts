import type { Frame, Truth } from '../../../domain/frame/frame.ts';
import type { PhantomRequest } from '../../../domain/phantom/request.ts';

/** What the page asks of the worker. */
export type ToWorker =
  | { readonly type: 'open'; readonly request: PhantomRequest; readonly sizePx: number }
  /** Runs from this image on, until `freeze`. */
  | { readonly type: 'play'; readonly index: number }
  /** Renders nothing of a run until `resume`, which goes on with the next image; nobody looks meanwhile. */
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  /** The page has taken an image, and has room for another. */
  | { readonly type: 'taken' }
  /** Stops, and gives this image with its truth. */
  | { readonly type: 'freeze'; readonly index: number; readonly ticket: number };

/** What the worker tells the page. Grey bytes and masks are transferred and not copied. */
export type FromWorker =
  | { readonly type: 'frame'; readonly index: number; readonly frame: Frame }
  | {
      readonly type: 'frozen';
      readonly ticket: number;
      readonly index: number;
      readonly frame: Frame;
      readonly truth: Truth;
    }
  | { readonly type: 'failed'; readonly cause: string };
