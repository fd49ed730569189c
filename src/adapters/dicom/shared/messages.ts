import type { ImageSeries, StoredImage } from '../../../formats/files/image-series.ts';
import type { InputErrorCode } from '../../../formats/files/input-error.ts';
import type { AnswerMessage, CallMessage } from '../../shared/worker-calls.ts';

/** All that a file says, without its images. */
export type DicomSeries = Omit<ImageSeries, 'image'>;

/** Calls that the worker answers, in which files are named by the numbers that the page gives them. */
export interface DicomCalls {
  /** First of all: reads a file and holds it. */
  open(file: number, content: Blob): DicomSeries;
  image(file: number, index: number): StoredImage;
  /** Lets go of a file. */
  close(file: number): void;
}

export type ToWorker = CallMessage<DicomCalls>;

export type FromWorker = AnswerMessage<InputErrorCode>;
