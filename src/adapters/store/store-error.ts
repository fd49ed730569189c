import { CodedError } from '../../domain/errors/coded-error.ts';

export type StoreErrorCode =
  | 'record_unsound'
  | 'storage_full'
  | 'write_failed'
  | 'read_failed'
  /** The database belongs to a newer version of the game by now. */
  | 'newer_version'
  /** Another page has claimed what this one would write. */
  | 'place_taken'
  /** A file that is no copy of what was kept. */
  | 'copy_unsound'
  /** A copy that a newer version of the game saved. */
  | 'copy_newer'
  /** The records are gone, but another page holds the empty database open. */
  | 'erase_blocked';

export class StoreError extends CodedError<StoreErrorCode> {
  override readonly name = 'StoreError';
}
