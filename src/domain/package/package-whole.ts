import type { PackageManifest } from './package-manifest.ts';
import type { PackageTexts } from './package-scenarios.ts';

/** What a package is made of. */
export interface PackageWhole extends Omit<PackageManifest, 'files'> {
  readonly texts: PackageTexts;
  /** Ids of its clips, which lie in the library. */
  readonly clips: readonly string[];
}
