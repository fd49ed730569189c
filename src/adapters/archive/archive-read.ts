import { unzipSync } from 'fflate';
import { InputError } from '../../domain/frame/input-error.ts';
import { MAX_FILE_BYTES, pictureCountCheck } from '../../domain/frame/picture-header.ts';

/** A file that lay in an archive. */
export interface ArchivedFile {
  /** Without folders. */
  readonly name: string;
  /** With folders: what orders a sequence. */
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Pictures and recordings pack to a tenth at best: what swells by more than this is made to fill the memory. */
const SWELL_MOST = 200;
/** Below this nothing fills the memory. */
const SWELL_FREE_BYTES = 1 << 20;

/**
 * Unpacks a zip. Folders and what systems hide in archives (`__MACOSX`, names with a dot before them) are left out.
 * Sizes are judged by the directory before anything is unpacked, and no file gets more room than it states there.
 * @throws InputError `archive-refused`, `file-damaged`, `too-many-pictures`
 */
export function archiveRead(bytes: Uint8Array): readonly ArchivedFile[] {
  lockCheck(bytes);
  let count = 0;
  let total = 0;
  const unpacked = parsed(() =>
    unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        if (isHidden(name)) return false;
        count += 1;
        // What is stored unpacked takes its packed size, whatever else is stated.
        total += Math.max(size, originalSize);
        pictureCountCheck(count);
        swellCheck(size, originalSize, total);
        return true;
      },
    }),
  );
  return Object.entries(unpacked).map(([path, file]) => ({
    path,
    name: path.slice(path.lastIndexOf('/') + 1),
    bytes: file as Uint8Array<ArrayBuffer>,
  }));
}

function isHidden(path: string): boolean {
  return path.endsWith('/') || path.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}

function swellCheck(packed: number, unpacked: number, total: number): void {
  if (total > MAX_FILE_BYTES) {
    throw new InputError(
      'archive-refused',
      `The zip holds more than ${MAX_FILE_BYTES / 1048576} MB once unpacked; put fewer pictures into it.`,
    );
  }
  if (unpacked > SWELL_FREE_BYTES && unpacked > SWELL_MOST * packed) {
    throw new InputError(
      'archive-refused',
      'The zip would swell beyond measure when unpacked, as no recording does; unpack it yourself and choose its pictures.',
    );
  }
}

/** The first file's header, APPNOTE.TXT 4.3.7: bit 0 of the flags says that it is encrypted. */
function lockCheck(bytes: Uint8Array): void {
  if (((bytes[6] ?? 0) & 1) === 0) return;
  throw new InputError(
    'archive-refused',
    'The zip is locked with a password; unpack it and choose its files.',
  );
}

function parsed<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError('file-damaged', 'The zip is damaged or cut off; make or copy it again.');
  }
}
