import { PackageError } from '../../domain/package/package-error.ts';
import {
  MANIFEST,
  type PackageManifest,
  packageManifestRead,
} from '../../domain/package/package-manifest.ts';
import type { Archive } from '../../formats/zip/archive-read.ts';

/** The manifest of a package. @throws PackageError where it is none */
export async function packageManifestOf({ files, unpack }: Archive): Promise<PackageManifest> {
  const at = files.findIndex(({ path }) => path === MANIFEST);
  if (at < 0) throw new PackageError({ code: 'packageNone' });
  return packageManifestRead(await (await unpack(at)).text());
}
