import { InputError } from '../files/input-error.ts';

export function archiveDamaged(): InputError {
  return new InputError('file-damaged', 'The zip is damaged or cut off; make or copy it again.');
}

export function archiveLocked(): InputError {
  return new InputError(
    'archive-refused',
    'The zip is locked with a password; unpack it and choose its files.',
  );
}

export function archiveSplit(): InputError {
  return new InputError(
    'archive-refused',
    'The file is one part of a zip that was split; unpack all parts together and choose the files.',
  );
}

export function archiveLarge(mostBytes: number): InputError {
  return new InputError(
    'archive-refused',
    `A file in the zip has more than ${mostBytes / 1048576} MB once unpacked, which is not read; cut the clip shorter.`,
  );
}

const SWELLS = {
  beyond:
    'The zip would swell beyond measure when unpacked, as no recording does; unpack it yourself and choose its pictures.',
  untrue:
    'The zip holds more than it states, as a damaged one does, or one that is made to fill the memory; make it again.',
} as const;

/** @param how `beyond` what recordings do, or in an `untrue` way, by more than the zip itself states */
export function archiveSwells(how: keyof typeof SWELLS): InputError {
  return new InputError('archive-refused', SWELLS[how]);
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
  const name = METHODS[method] ?? `method ${method}`;
  return new InputError(
    'archive-refused',
    `The zip is packed with ${name}, which is not read here; unpack it and choose its files, or pack them as a usual zip (Deflate).`,
  );
}
