import type { MessageCode, MessageFact, MessageFacts } from '../../domain/message/message-fact.ts';
import { say } from '../words/say.ts';
import type { WordsFacts } from '../words/words-type.ts';

/** Codes whose facts are not what the words of their sentence need: there are none, or this file does not compile. */
type Misfits = {
  [Code in MessageCode]: MessageFacts[Code] extends WordsFacts<`messages.${Code}`> ? never : Code;
}[MessageCode];

/** The sentence of a message. */
export function messageSentence(message: MessageFact): string {
  const fits: [Misfits] extends [never] ? true : false = true;
  if (!fits) throw new TypeError('Every message has a sentence.');
  return (say as (key: string, facts: object) => string)(`messages.${message.code}`, message);
}
