/** Why the scanner's screen could not start. */
export class ScannerError extends Error {
  readonly code: 'no_parent' | 'no_renderer';

  constructor(code: ScannerError['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'ScannerError';
    this.code = code;
  }
}
