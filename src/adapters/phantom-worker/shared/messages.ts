import type { Sector } from '../../../domain/geometry/sector.ts';
import type { ImageLayers } from '../../../domain/scan/image-layers.ts';
import type { PatientRequest } from '../../../domain/scan/patient-request.ts';
import type { PhantomRequest } from '../../../domain/scan/phantom-request.ts';
import type { ProbePose } from '../../../domain/scan/probe-pose.ts';
import type { ScanControls } from '../../../domain/scan/scan-controls.ts';
import type { MModeColumns, ProbeView, SourceFrame } from '../../../ports/frame-source.ts';

/** Messages from the page to every simulator's worker while it runs. */
export type PageMessage =
  /** Renders nothing of a run until `resume`, which goes on with the next image; nobody looks meanwhile. */
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  /** The page has taken an image, and has room for another. */
  | { readonly type: 'taken' };

/** Messages from every simulator's worker. Grey bytes and masks are transferred and not copied. */
export type ExamMessage =
  /** How the images will lie, where a worker knows it first: told long before the first of them is made. */
  | { readonly type: 'sector'; readonly sector: Sector }
  | { readonly type: 'frame'; readonly shown: SourceFrame }
  | { readonly type: 'frozen'; readonly ticket: number; readonly frozen: SourceFrame }
  | { readonly type: 'failed'; readonly cause: string };

/** Messages from the page to the worker of an exam. */
export type ToWorker =
  | PageMessage
  | { readonly type: 'open'; readonly request: PhantomRequest; readonly sizePx: number }
  /** Runs from this image on, until `freeze`. */
  | { readonly type: 'play'; readonly index: number }
  /** What the next images are made of. From then on each that runs brings its truth. */
  | { readonly type: 'layers'; readonly layers: ImageLayers }
  /** Stops, and gives this image with its truth, and with the M-mode of so many images up to it; 0 for none. */
  | { readonly type: 'freeze'; readonly index: number; readonly columns: number; readonly ticket: number };

export type FromWorker =
  | Exclude<ExamMessage, { readonly type: 'frozen' }>
  | {
      readonly type: 'frozen';
      readonly ticket: number;
      readonly frozen: SourceFrame;
      /** Null where none were asked for. */
      readonly columns: MModeColumns | null;
    };

/** Messages from the page to the worker of a patient who is scanned by hand. */
export type ToPatientWorker =
  | PageMessage
  | {
      readonly type: 'open';
      readonly request: PatientRequest;
      readonly sizePx: number;
      readonly view: ProbeView;
    }
  /** Runs on with the image after the last one that ran, until `freeze`. */
  | { readonly type: 'play' }
  /** Where the next image is cut, and how it looks. */
  | { readonly type: 'pose'; readonly pose: ProbePose }
  | { readonly type: 'controls'; readonly controls: ScanControls }
  /** Scan line of the M-mode that runs beside the image; null for none. */
  | { readonly type: 'm-mode'; readonly lateral: number | null }
  /** Stops, and gives this image (null: the one that ran last) with its truth. */
  | { readonly type: 'freeze'; readonly index: number | null; readonly ticket: number };

export type FromPatientWorker =
  | Exclude<ExamMessage, { readonly type: 'frame' | 'frozen' }>
  | {
      readonly type: 'frozen';
      readonly ticket: number;
      readonly frozen: SourceFrame;
      /** Of an image that did not run, and is asked for by its index: the M-mode as it would have run up to it. */
      readonly columns: MModeColumns | null;
    }
  | {
      readonly type: 'frame';
      readonly shown: SourceFrame;
      /** The echoes since the image before it. */
      readonly columns: MModeColumns | null;
    };
