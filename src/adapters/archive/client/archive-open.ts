import type { Archive } from '../../../formats/zip/archive-read.ts';
import { type ArchiveOptions, archiveCalls } from './archive-calls.ts';

/** An archive that a worker holds open. */
export interface ArchiveOpened extends Archive {
  /** Ends the worker; what is under way rejects. */
  close(): void;
}

/**
 * Opens a zip in a worker of its own, so that however large it is the page goes on; see `archiveRead` for what is left
 * out of it and what is refused. `mostBytes`: what a file in it may have once unpacked.
 * @throws InputError, AbortError
 */
export async function archiveOpen(
  file: Blob,
  { mostBytes, ...options }: ArchiveOptions & { readonly mostBytes?: number } = {},
): Promise<ArchiveOpened> {
  const { call, close } = archiveCalls(options);
  try {
    const files = await call('open', [file, mostBytes]);
    return {
      files,
      head: (at, bytes) => call('head', [at, bytes]),
      unpack: (at, onBytes) => call('unpack', [at], onBytes),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}
