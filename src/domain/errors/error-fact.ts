import type { MessageFact } from '../message/message-fact.ts';
import { CodedError } from './coded-error.ts';

/**
 * The fact to tell of whatever was caught: a coded error's own fact. The message of any other error is for nobody at
 * the screen, so that it goes to the console.
 *
 * @param error anything that was thrown
 * @param otherwise tells what failed here, for an error that does not
 */
export function errorFact(error: unknown, otherwise: MessageFact): MessageFact {
  if (error instanceof CodedError) return error.fact;
  console.error(error);
  return otherwise;
}
