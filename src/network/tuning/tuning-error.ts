import { CodedError } from '../../domain/errors/coded-error.ts';

export type TuningErrorCode =
  /** Fewer frames than anything can be learnt from. */
  | 'frames-too-few'
  /** Nothing is labelled in them. */
  | 'findings-missing'
  /** A mask that does not belong to its frame, or holds what is no class. */
  | 'mask-invalid'
  /** The network has no layers that can be tuned, or one with an operation that has no gradient here. */
  | 'layers-untunable'
  /** The loss is no longer a number. */
  | 'tuning-diverged';

/** Why a network cannot be tuned, with a sentence a person can act on. */
export class TuningError extends CodedError<TuningErrorCode> {
  override readonly name = 'TuningError';
}
