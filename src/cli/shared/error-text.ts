import { CodedError } from '../../domain/errors/coded-error.ts';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';

/** What a command prints of an error: a coded error's sentence, in English; of any other what it says itself. */
export function errorText(error: unknown): string {
  if (error instanceof CodedError) return messageSentence(error.fact);
  return error instanceof Error ? error.message : String(error);
}
