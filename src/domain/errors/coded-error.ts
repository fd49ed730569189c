/**
 * Something went wrong in a way that was foreseen: `code` tells which, and the message is one sentence that a person
 * can act on. Whatever else is thrown is a fault of the game, and its message is for nobody but its makers.
 */
export class CodedError<Code extends string = string> extends Error {
  override readonly name: string = 'CodedError';
  readonly code: Code;

  /** @param sentence what went wrong and what to do about it, for the person at the screen */
  constructor(code: Code, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.code = code;
  }
}
