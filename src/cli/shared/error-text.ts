import './words-english.ts';
import { CodedError } from '../../domain/errors/coded-error.ts';
import { messageSentence } from '../../ui/sentences/message-sentence.ts';

/** An error as a command prints it: a coded error's sentence, in English; any other's own message. */
export function errorText(error: unknown): string {
  if (error instanceof CodedError) return messageSentence(error.fact);
  return error instanceof Error ? error.message : String(error);
}
