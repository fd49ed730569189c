import type { ArchiveForm, FileToPack } from '../../../formats/zip/archive-write.ts';
import { type ArchiveOptions, archiveCalls } from './archive-calls.ts';

/**
 * A zip of files, made in a worker of its own.
 * @throws InputError, AbortError
 */
export async function archivePack(
  files: readonly FileToPack[],
  {
    form = 'stored',
    onBytes,
    ...options
  }: ArchiveOptions & {
    readonly form?: ArchiveForm;
    readonly onBytes?: (bytes: number) => void;
  } = {},
): Promise<Blob> {
  const { call, close } = archiveCalls(options);
  try {
    return await call('pack', [files, form], onBytes);
  } finally {
    close();
  }
}
