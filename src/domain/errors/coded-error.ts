import type { MessageFact } from '../message/message-fact.ts';

/**
 * Something went wrong in a way that was foreseen: `code` tells which, and `fact` holds what a person is told of it,
 * which `ui/sentences` turns into a sentence that can be acted on. Whatever else is thrown is a fault of the game, and
 * its message is for nobody but its makers.
 */
export class CodedError<Code extends string = string> extends Error {
  override readonly name: string = 'CodedError';
  readonly code: Code;
  readonly fact: MessageFact;

  /** @param fact what went wrong, with the numbers and names that its sentence needs */
  constructor(code: Code, fact: MessageFact, options?: ErrorOptions) {
    super(fact.code === 'english' ? fact.text : JSON.stringify(fact), options);
    this.code = code;
    this.fact = fact;
  }
}
