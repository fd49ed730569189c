/** Why grading could not be done: `raster` two masks do not lie on one raster, `no_key` nothing to grade by. */
export type GradingErrorCode = 'raster' | 'no_key';

export class GradingError extends Error {
  readonly code: GradingErrorCode;

  constructor(code: GradingErrorCode, message: string) {
    super(message);
    this.name = 'GradingError';
    this.code = code;
  }
}
