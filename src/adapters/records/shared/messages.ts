import type { MaskReport } from '../../../domain/grading/report.ts';
import type {
  ClipAnalysis,
  ClipBegun,
  ClipPart,
  ClipRecord,
  LabelledImage,
  Records,
} from '../../../ports/records.ts';
import type { AnswerMessage, CallMessage } from '../../shared/worker-calls.ts';
import type { RecordsErrorCode } from './records-error.ts';

/** Calls that the worker answers. */
export interface RecordsCalls {
  /** First of all: where clips are kept, by a folder's name. */
  open(folder: string | null): Pick<Records, 'durability' | 'memoryReason'>;
  clipsList(): Awaited<ReturnType<Records['clipsList']>>;
  /** Gives what the clip being written is called in the calls that follow. */
  writeBegin(clip: ClipBegun): number;
  writeAdd(writer: number, grey: Uint8Array, timeMs: number): null;
  writeFinish(writer: number): ClipRecord;
  writeAbort(writer: number): null;
  clipRead(id: string): ClipRecord;
  clipFrame(id: string, index: number): Uint8Array;
  clipRename(id: string, name: string): null;
  clipRemove(id: string): null;
  analysisRead(id: string): ClipAnalysis | null;
  analysisAdd(id: string, weightsSha256: string, images: readonly LabelledImage[]): readonly MaskReport[];
  analysisMask(id: string, index: number): Uint8Array | null;
  clipFiles(id: string): readonly ClipPart[];
  /** Whether it was not here yet. */
  clipTake(id: string, parts: readonly ClipPart[]): boolean;
  eraseAll(): null;
}

export type CallName = keyof RecordsCalls;

export type ToWorker = CallMessage<RecordsCalls>;

export type FromWorker = AnswerMessage<RecordsErrorCode>;
