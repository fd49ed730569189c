import type { MessageFact } from '../../../domain/message/message-fact.ts';
import type { ImageSeries, StoredImage } from '../../../formats/files/image-series.ts';
import type { InputErrorCode } from '../../../formats/files/input-error.ts';

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

type CallName = keyof DicomCalls;

/** One call on its way. */
export type ToWorker = {
  readonly [Name in CallName]: {
    readonly ticket: number;
    readonly name: Name;
    readonly args: Parameters<DicomCalls[Name]>;
  };
}[CallName];

export type FromWorker =
  | { readonly ticket: number; readonly kind: 'done'; readonly value: unknown }
  | {
      readonly ticket: number;
      readonly kind: 'failed';
      readonly code: InputErrorCode;
      readonly fact: MessageFact;
    };
