import type { CheckedPackage } from '../../domain/package/installed-package.ts';
import { type PackageEntry, packageDirectory } from '../../domain/package/package-directory.ts';
import { PackageError } from '../../domain/package/package-error.ts';
import { packageManifestOf } from '../../domain/package/package-manifest-of.ts';
import { packageScenariosCheck } from '../../domain/package/package-scenarios.ts';
import { blobSha256 } from '../files/blob-hash.ts';
import type { Archive } from '../zip/archive-read.ts';

/** A file of a clip, as the library keeps it. */
interface ClipPart {
  readonly name: string;
  readonly content: Blob;
}

/** A package that was read: its texts are checked, its clips wait in the archive. */
export interface PackageRead extends CheckedPackage {
  /** Bytes of all parts, unpacked. */
  readonly bytes: number;
  /** The files of a clip, held against their hashes. Rejects with a PackageError where they are others. */
  clipParts(id: string): Promise<readonly ClipPart[]>;
}

type Unpacked = Pick<Archive, 'files' | 'unpack'>;

/**
 * Reads a package and checks all of it but its clips.
 * @throws PackageError, or InputError where a part cannot be unpacked
 */
export async function packageRead(archive: Unpacked): Promise<PackageRead> {
  const manifest = await packageManifestOf(archive);
  const entries = packageDirectory(archive.files, manifest.files);
  const texts: Record<string, string> = {};
  for (const entry of entries) {
    if (entry.part.kind === 'clip') continue;
    const content = await partRead(archive, entry);
    if (entry.part.kind !== 'key') texts[entry.file.path] = await content.text();
  }
  return {
    manifest,
    texts,
    scenarios: packageScenariosCheck(manifest, texts),
    clips: clipsOf(entries),
    bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
    async clipParts(id) {
      const parts: ClipPart[] = [];
      for (const entry of entries) {
        if (entry.part.kind !== 'clip' || entry.part.clip !== id) continue;
        parts.push({ name: entry.part.name, content: await partRead(archive, entry) });
      }
      return parts;
    },
  };
}

async function partRead(archive: Unpacked, { file: { path, sha256 }, at }: PackageEntry): Promise<Blob> {
  const content = await archive.unpack(at);
  if ((await blobSha256(content)) !== sha256) throw new PackageError({ code: 'packagePartChanged', path });
  return content;
}

function clipsOf(entries: readonly PackageEntry[]): readonly string[] {
  return [...new Set(entries.flatMap(({ part }) => (part.kind === 'clip' ? [part.clip] : [])))];
}
