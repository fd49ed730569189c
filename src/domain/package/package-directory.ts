import { PackageError } from './package-error.ts';
import { MANIFEST, PACKAGE_LIMITS, type PackageFile } from './package-manifest.ts';
import { type PackagePart, packagePartRead } from './package-part.ts';

/** A part of a package with the bytes that it has to have. */
export interface PackageEntry {
  readonly part: PackagePart;
  readonly file: PackageFile;
  /** Its place in the archive. */
  readonly at: number;
}

/** A file that lies in an archive. */
interface Lying {
  readonly path: string;
  /** As the archive states it, unpacked. */
  readonly bytes: number;
}

/**
 * Matches what lies in an archive with the manifest's list, both ways, before anything is unpacked.
 *
 * @throws PackageError `packagePartUnknown` for what is not listed, stands twice or is no part by its path,
 *   `packagePartMissing` for what does not lie there, `packagePartChanged` where its size is another, `packageTextsAlone` for
 *   texts of no scenario, `packageLarge` where a part is larger than its kind can be
 */
export function packageDirectory(
  lying: readonly Lying[],
  listed: readonly PackageFile[],
): readonly PackageEntry[] {
  const places = new Map<string, number>();
  for (const [at, { path }] of lying.entries()) {
    if (places.has(path)) throw new PackageError({ code: 'packagePartUnknown', path });
    places.set(path, at);
  }
  const entries: PackageEntry[] = [];
  const paths = new Set<string>([MANIFEST]);
  for (const file of listed) {
    const { path, bytes } = file;
    const part = packagePartRead(path);
    if (part === null || paths.has(path)) throw new PackageError({ code: 'packagePartUnknown', path });
    paths.add(path);
    const at = places.get(path);
    if (at === undefined) throw new PackageError({ code: 'packagePartMissing', path });
    if (lying[at]!.bytes !== bytes) throw new PackageError({ code: 'packagePartChanged', path });
    sizeHold(part, bytes);
    entries.push({ part, file, at });
  }
  const unlisted = lying.find(({ path }) => !paths.has(path));
  if (unlisted !== undefined) throw new PackageError({ code: 'packagePartUnknown', path: unlisted.path });
  for (const { part, file } of entries) {
    if (part.kind !== 'texts' && part.kind !== 'key') continue;
    if (!paths.has(`scenarios/${part.scenario}.yaml`)) {
      throw new PackageError({ code: 'packageTextsAlone', path: file.path });
    }
  }
  return entries;
}

function sizeHold({ kind }: PackagePart, bytes: number): void {
  const most =
    kind === 'clip'
      ? PACKAGE_LIMITS.bytes
      : kind === 'key'
        ? PACKAGE_LIMITS.keyBytes
        : PACKAGE_LIMITS.textBytes;
  if (bytes <= most) return;
  throw new PackageError({ code: 'packageLarge', megabytes: Math.ceil(bytes / 1e6), most: most / 1e6 });
}
