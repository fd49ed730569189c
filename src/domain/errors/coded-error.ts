import type { MessageFact } from '../message/message-fact.ts';

/**
 * Something went wrong in a way that was foreseen: `code` tells which, and `fact` holds what a person is told of it,
 * which `ui/sentences` turns into a sentence that can be acted on. Whatever else is thrown is a fault of the game, and
 * its message is for nobody but its makers.
 */
export class CodedError<Code extends string = string> extends Error {
  override readonly name: string = 'CodedError';
  readonly code: Code;
  readonly fact: MessageFact | null;

  /** @param told what went wrong, with the numbers and names that its sentence needs */
  constructor(code: Code, told: MessageFact | string, options?: ErrorOptions) {
    super(typeof told === 'string' ? told : JSON.stringify(told), options);
    this.code = code;
    this.fact = typeof told === 'string' ? null : told;
  }
}
