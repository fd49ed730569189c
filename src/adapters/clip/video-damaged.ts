import { InputError } from '../../formats/files/input-error.ts';

export function videoDamaged(): InputError {
  return new InputError('file-damaged', { code: 'videoDamaged' });
}
