import { CodedError } from '../../domain/errors/coded-error.ts';
import type { MessageFact } from '../../domain/message/message-fact.ts';
import { InputError } from '../../formats/files/input-error.ts';

/** Why a file is no copy, or one that cannot be read here; null where something else went wrong. */
export function copyFault(error: unknown): MessageFact | null {
  const isUnsound =
    error instanceof InputError ||
    (error instanceof CodedError && (error.code === 'copy_unsound' || error.code === 'copy_newer'));
  return isUnsound ? error.fact : null;
}
