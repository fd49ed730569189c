/** Why the virtual patient gives no image. */
export class PhantomSourceError extends Error {
  readonly code: 'phantom-closed' | 'phantom-failed' | 'phantom-crashed' | 'phantom-index';

  constructor(code: PhantomSourceError['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'PhantomSourceError';
    this.code = code;
  }
}
