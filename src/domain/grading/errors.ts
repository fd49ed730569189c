import { CodedError } from '../errors/coded-error.ts';

/** Why grading could not be done: `raster` two masks do not lie on one raster, `no_key` nothing to grade by. */
export type GradingErrorCode = 'raster' | 'no_key';

export class GradingError extends CodedError<GradingErrorCode> {
  override readonly name = 'GradingError';
}
