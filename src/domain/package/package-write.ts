import { sha256Hex } from '../digest/sha256.ts';
import { MANIFEST, type PackageManifest, packageManifestText } from './package-manifest.ts';

/** A file that is to lie in a package. */
export interface PackageContent {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The parts of a package with its manifest first, which lists the others and their hashes. */
export function packageFiles(
  about: Omit<PackageManifest, 'files'>,
  parts: readonly PackageContent[],
): readonly PackageContent[] {
  const files = parts.map(({ path, bytes }) => ({ path, bytes: bytes.length, sha256: sha256Hex(bytes) }));
  const text = packageManifestText({ ...about, files });
  return [{ path: MANIFEST, bytes: new TextEncoder().encode(text) }, ...parts];
}
