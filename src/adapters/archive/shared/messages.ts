import type { MessageFact } from '../../../domain/message/message-fact.ts';
import type { InputErrorCode } from '../../../formats/files/input-error.ts';
import type { ArchiveFile } from '../../../formats/zip/archive-read.ts';
import type { FileToPack } from '../../../formats/zip/archive-write.ts';

/** Calls that the worker answers. */
export interface ArchiveCalls {
  /** First of all that reads: the archive, and what a file in it may have once unpacked. */
  open(file: Blob, mostBytes?: number): readonly ArchiveFile[];
  head(at: number, bytes: number): Uint8Array<ArrayBuffer>;
  unpack(at: number): Blob;
  pack(files: readonly FileToPack[]): Blob;
}

type CallName = keyof ArchiveCalls;

/** One call on its way. */
export type ToWorker = {
  readonly [Name in CallName]: {
    readonly ticket: number;
    readonly name: Name;
    readonly args: Parameters<ArchiveCalls[Name]>;
  };
}[CallName];

export type FromWorker =
  /** So many more bytes came out, or went in. */
  | { readonly ticket: number; readonly kind: 'bytes'; readonly bytes: number }
  | { readonly ticket: number; readonly kind: 'done'; readonly value: unknown }
  | {
      readonly ticket: number;
      readonly kind: 'failed';
      readonly code: InputErrorCode;
      readonly fact: MessageFact;
    };
