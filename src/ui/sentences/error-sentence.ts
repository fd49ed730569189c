import { CodedError } from '../../domain/errors/coded-error.ts';
import { messageSentence } from './message-sentence.ts';

/**
 * The sentence to show for whatever was caught: a coded error's own. The message of any other error is for nobody at
 * the screen, so that it goes to the console.
 *
 * @param error anything that was thrown
 * @param otherwise says what failed here and what to do, for an error that does not
 */
export function errorSentence(error: unknown, otherwise: string): string {
  if (error instanceof CodedError) return messageSentence(error.fact);
  console.error(error);
  return otherwise;
}
