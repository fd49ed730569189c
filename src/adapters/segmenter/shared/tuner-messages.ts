import type { MessageFact } from '../../../domain/message/message-fact.ts';
import type { ModelFiles } from '../../../network/model-files.ts';
import type { TuningScope } from '../../../network/tuning/tuning-scope.ts';
import type { AdaptPhase, AdaptResult, AdaptWanted } from '../../../ports/tuner.ts';

/** The one order that a worker takes. */
export interface TuneMessage extends AdaptWanted {
  readonly model: ModelFiles;
  readonly scope: TuningScope;
  readonly rehearsed: number;
}

export type FromTuner =
  | {
      readonly type: 'progress';
      readonly phase: AdaptPhase;
      readonly share: number;
      readonly leftMs: number | null;
      /** Tensors alive in the worker, and their bytes. */
      readonly tensors: number;
      readonly bytes: number;
    }
  | {
      readonly type: 'done';
      readonly result: AdaptResult;
      readonly tensors: number;
      readonly bytes: number;
    }
  | { readonly type: 'failed'; readonly code: string; readonly fact: MessageFact }
  | { readonly type: 'crashed'; readonly cause: string };
