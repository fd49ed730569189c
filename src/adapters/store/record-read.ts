import { type StoredSchema, storedRead } from '../../domain/stored/stored-read.ts';
import { StoreError } from './store-error.ts';

/**
 * A record that is to be kept, or is.
 *
 * @throws StoreError `record_unsound`, whose fact names what is wrong in `place`
 */
export function recordRead<T>(schema: StoredSchema<T>, record: unknown, place: string): T {
  const read = storedRead(schema, record, place);
  if ('fault' in read) throw new StoreError('record_unsound', { code: 'recordUnsound', fault: read.fault });
  return read.value;
}

/** The fault of a record that was refused, in English; every other error is thrown on. */
export function recordFault(error: unknown): string {
  if (error instanceof StoreError && error.fact?.code === 'recordUnsound') return error.fact.fault;
  throw error;
}
