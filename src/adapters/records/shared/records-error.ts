import { CodedError } from '../../../domain/errors/coded-error.ts';

export type RecordsErrorCode =
  /** The browser gives no more room. */
  | 'storage_full'
  /** Another tab is writing it. */
  | 'clip_busy'
  /** There is no such clip, or no longer. */
  | 'clip_missing'
  /** It is there, but cannot be read back. */
  | 'clip_damaged'
  /** Images that are none: of another size, or not one after the other. */
  | 'clip_unsound'
  | 'write_failed'
  | 'read_failed'
  /** The worker that keeps the clips broke down. */
  | 'records_crashed';

/** Why a clip could not be kept or read. */
export class RecordsError extends CodedError<RecordsErrorCode> {
  override readonly name = 'RecordsError';
}

const FACTS = {
  storage_full: { code: 'clipStorageFull' },
  clip_busy: { code: 'clipBusy' },
  clip_missing: { code: 'clipMissing' },
  write_failed: { code: 'clipNotSaved' },
  read_failed: { code: 'clipNotRead' },
} as const;

const CODE_OF: Readonly<Record<string, keyof typeof FACTS>> = {
  QuotaExceededError: 'storage_full',
  NoModificationAllowedError: 'clip_busy',
  NotFoundError: 'clip_missing',
};

export function clipMissing(): RecordsError {
  return new RecordsError('clip_missing', FACTS.clip_missing);
}

/** The same failure with what can be told of it; `otherwise` where the browser's own name says nothing. */
export function recordsErrorOf(cause: unknown, otherwise: 'write_failed' | 'read_failed'): RecordsError {
  if (cause instanceof RecordsError) return cause;
  const name = cause instanceof Error ? cause.name : '';
  const code = CODE_OF[name] ?? otherwise;
  return new RecordsError(code, FACTS[code], { cause });
}
