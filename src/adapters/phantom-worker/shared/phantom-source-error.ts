import { CodedError } from '../../../domain/errors/coded-error.ts';

/** Why the virtual patient gives no image. */
export class PhantomSourceError extends CodedError<
  'phantom-closed' | 'phantom-failed' | 'phantom-crashed' | 'phantom-index'
> {
  override readonly name = 'PhantomSourceError';
}
