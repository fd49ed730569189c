import { CodedError } from '../../src/domain/errors/coded-error.ts';
import type { MessageFact } from '../../src/domain/message/message-fact.ts';
import { messageSentence } from '../../src/ui/sentences/message-sentence.ts';

/** What a person is told in a test, whatever it is. */
export function english(text: string): MessageFact {
  return { code: 'english', text };
}

/** The sentence that a person reads of a coded error; fails for any other. */
export function sentenceOf(error: unknown): string {
  if (error instanceof CodedError) return messageSentence(error.fact);
  throw error;
}

/** The sentence of what is thrown. */
export function sentenceThrown(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    return sentenceOf(error);
  }
  throw new Error('Nothing was thrown.');
}

/** The sentence of what a promise rejects with. */
export async function sentenceRejected(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('It was not rejected.'),
    (reason: unknown) => reason,
  );
  return sentenceOf(error);
}
