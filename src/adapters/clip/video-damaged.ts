import { InputError } from '../../formats/files/input-error.ts';

export function videoDamaged(): InputError {
  return new InputError(
    'file-damaged',
    'The video is damaged or cut off and cannot be decoded; copy or export it again.',
  );
}
