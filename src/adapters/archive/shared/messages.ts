import type { InputErrorCode } from '../../../formats/files/input-error.ts';
import type { ArchiveFile } from '../../../formats/zip/archive-read.ts';
import type { ArchiveForm, FileToPack } from '../../../formats/zip/archive-write.ts';
import type { AnswerMessage, CallMessage } from '../../shared/worker-calls.ts';

/** Calls that the worker answers. */
export interface ArchiveCalls {
  /** First of all that reads: the archive, and what a file in it may have once unpacked. */
  open(file: Blob, mostBytes?: number): readonly ArchiveFile[];
  head(at: number, bytes: number): Uint8Array<ArrayBuffer>;
  unpack(at: number): Blob;
  pack(files: readonly FileToPack[], form?: ArchiveForm): Blob;
}

export type ToWorker = CallMessage<ArchiveCalls>;

export type FromWorker = AnswerMessage<InputErrorCode>;
