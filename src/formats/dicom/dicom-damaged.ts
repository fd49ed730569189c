import type { DicomMessages } from '../../domain/message/format-messages.ts';
import type { MessageFact } from '../../domain/message/message-fact.ts';
import { InputError } from '../files/input-error.ts';

type DicomFact = MessageFact<keyof DicomMessages>;

export function dicomDamaged(what: DicomFact = { code: 'dicomDamaged' }): InputError {
  return new InputError('file-damaged', what);
}

/** @param how its images are stored */
export function dicomUnsupported(how: DicomFact): InputError {
  return new InputError('encoding-unsupported', how);
}
