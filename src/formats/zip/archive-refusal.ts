import { InputError } from '../files/input-error.ts';

export function archiveDamaged(): InputError {
  return new InputError('file-damaged', { code: 'zipDamaged' });
}

export function archiveLocked(): InputError {
  return new InputError('archive-refused', { code: 'zipLocked' });
}

export function archiveSplit(): InputError {
  return new InputError('archive-refused', { code: 'zipSplit' });
}

export function archiveLarge(mostBytes: number): InputError {
  return new InputError('archive-refused', { code: 'zipFileLarge', most: mostBytes / 1048576 });
}

/** @param how `beyond` what recordings do, or in an `untrue` way, by more than the zip itself states */
export function archiveSwells(how: 'beyond' | 'untrue'): InputError {
  return new InputError('archive-refused', { code: how === 'beyond' ? 'zipSwells' : 'zipUntrue' });
}

/** APPNOTE.TXT 4.4.5. */
const METHODS: Readonly<Record<number, string>> = {
  1: 'Shrink',
  6: 'Implode',
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'XZ',
  96: 'JPEG recompression',
  98: 'PPMd',
};

export function archiveMethod(method: number): InputError {
  const name = METHODS[method];
  return new InputError(
    'archive-refused',
    name === undefined ? { code: 'zipMethodNumbered', method } : { code: 'zipMethod', method: name },
  );
}
