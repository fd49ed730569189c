import { sha256Hex } from '../digest/sha256.ts';
import type { InstalledPackage } from '../package/installed-package.ts';
import { packageManifestText } from '../package/package-manifest.ts';
import type { PackageTexts } from '../package/package-scenarios.ts';

/** A package of others as a saved copy holds it. Its clips are among those of the library. */
export interface CopiedPackage {
  /** Its manifest, as in its file: it lists the texts, each with its size and hash. */
  readonly manifest: string;
  readonly texts: PackageTexts;
  readonly clips: readonly string[];
  readonly clipsBrought: readonly string[];
  readonly installedAtMs: number;
}

export function copiedPackageWrite(one: InstalledPackage): CopiedPackage {
  const { texts, listed: _, clips, clipsBrought, installedAtMs, ...about } = one;
  const files = Object.entries(texts).map(([path, text]) => {
    const bytes = new TextEncoder().encode(text);
    return { path, bytes: bytes.length, sha256: sha256Hex(bytes) };
  });
  return { manifest: packageManifestText({ ...about, files }), texts, clips, clipsBrought, installedAtMs };
}
