import { PackageError } from '../../domain/package/package-error.ts';
import { PACKAGE_LIMITS } from '../../domain/package/package-manifest.ts';
import { fileKind, KIND_BYTES } from '../../formats/files/picture-header.ts';
import { type PackageRead, packageRead } from '../../formats/package/package-read.ts';
import { partLoad } from '../../ui/part-load.ts';

/** A package whose file is open. */
export interface PackageOpened extends PackageRead {
  /** Lets go of the file. */
  close(): void;
}

/**
 * Opens a package and checks all of it but its clips.
 * @throws PackageError, or InputError where it is no zip that can be read
 */
export async function packageOpen(file: Blob): Promise<PackageOpened> {
  const head = new Uint8Array(await file.slice(0, KIND_BYTES).arrayBuffer());
  if (fileKind(head) !== 'zip') throw new PackageError({ code: 'packageNone' });
  if (file.size > PACKAGE_LIMITS.bytes) {
    const megabytes = Math.ceil(file.size / 1e6);
    throw new PackageError({ code: 'packageLarge', megabytes, most: PACKAGE_LIMITS.bytes / 1e6 });
  }
  const { archiveOpen } = await partLoad(() => import('../../adapters/archive/client/archive-open.ts'));
  const archive = await archiveOpen(file, { mostBytes: PACKAGE_LIMITS.bytes });
  try {
    return { ...(await packageRead(archive)), close: () => archive.close() };
  } catch (error) {
    archive.close();
    throw error;
  }
}
