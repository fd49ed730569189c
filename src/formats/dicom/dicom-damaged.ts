import { InputError } from '../files/input-error.ts';

/** @param what how the sentence goes on after "The DICOM file" */
export function dicomDamaged(what = 'is damaged or cut off'): InputError {
  return new InputError('file-damaged', `The DICOM file ${what}; export or copy it again.`);
}

export function dicomUnsupported(what: string): InputError {
  return new InputError(
    'encoding-unsupported',
    `The DICOM file's images are stored as ${what}, which is not read here; export them as JPEG, RLE or uncompressed, with 8 bits.`,
  );
}
