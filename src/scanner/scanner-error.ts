import { CodedError } from '../domain/errors/coded-error.ts';

/** Why the scanner's screen could not start. */
export class ScannerError extends CodedError<'no_parent' | 'no_renderer'> {
  override readonly name = 'ScannerError';
}
