export type StoreErrorCode =
  | 'record_unsound'
  | 'storage_full'
  | 'write_failed'
  | 'read_failed'
  /** What is kept belongs to a newer version of the game by now. */
  | 'newer_version'
  /** Another page has claimed what this one would write. */
  | 'place_taken'
  /** A file that is no copy of what was kept. */
  | 'copy_unsound'
  /** What was kept is gone, but another page holds the empty database open. */
  | 'erase_blocked';

export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}
