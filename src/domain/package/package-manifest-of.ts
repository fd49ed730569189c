import { PackageError } from './package-error.ts';
import { MANIFEST, PACKAGE_LIMITS, type PackageManifest, packageManifestRead } from './package-manifest.ts';

/** An archive as far as its manifest is concerned. */
interface Packed {
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
  unpack(at: number): Promise<{ text(): Promise<string> }>;
}

/** The manifest of an archive, which is unpacked only where it has the size of one. @throws PackageError where it is none */
export async function packageManifestOf(archive: Packed): Promise<PackageManifest> {
  const at = archive.files.findIndex(({ path }) => path === MANIFEST);
  if (at < 0) throw new PackageError({ code: 'packageNone' });
  if (archive.files[at]!.bytes > PACKAGE_LIMITS.manifestLength) {
    throw new PackageError({ code: 'packageUnsound' });
  }
  return packageManifestRead(await (await archive.unpack(at)).text());
}
