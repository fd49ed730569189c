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

/** Why a clip could not be kept or read, with one sentence a person can act on. */
export class RecordsError extends CodedError<RecordsErrorCode> {
  override readonly name = 'RecordsError';
}

const SENTENCES = {
  storage_full:
    "The browser's storage is full: delete clips that you no longer need or free some space on this device, then try again.",
  clip_busy: 'This clip is being written in another tab: wait for it or close that tab, then try again.',
  clip_missing: 'This clip is no longer kept here: go back to the list of clips.',
  write_failed: 'The clip could not be saved in the browser: reload the page and try again.',
  read_failed: 'The clip could not be read from the browser: reload the page and try again.',
} as const;

const CODE_OF: Readonly<Record<string, keyof typeof SENTENCES>> = {
  QuotaExceededError: 'storage_full',
  NoModificationAllowedError: 'clip_busy',
  NotFoundError: 'clip_missing',
};

export function clipMissing(): RecordsError {
  return new RecordsError('clip_missing', SENTENCES.clip_missing);
}

/** The same failure with a sentence; `otherwise` where the browser's own name says nothing. */
export function recordsErrorOf(cause: unknown, otherwise: 'write_failed' | 'read_failed'): RecordsError {
  if (cause instanceof RecordsError) return cause;
  const name = cause instanceof Error ? cause.name : '';
  const code = CODE_OF[name] ?? otherwise;
  return new RecordsError(code, SENTENCES[code], { cause });
}
