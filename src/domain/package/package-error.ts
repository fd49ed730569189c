import { CodedError } from '../errors/coded-error.ts';
import type { MessageFact } from '../message/message-fact.ts';
import type { PackageMessages } from '../message/package-messages.ts';

/** A file that is no package, or none that can be taken here; nothing of it is. */
export class PackageError extends CodedError<'package_refused'> {
  override readonly name = 'PackageError';

  constructor(fact: MessageFact<keyof PackageMessages>, options?: ErrorOptions) {
    super('package_refused', fact, options);
  }
}
