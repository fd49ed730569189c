import type { PackageManifest } from '../../domain/package/package-manifest.ts';
import { packagePartRead } from '../../domain/package/package-part.ts';
import type { PackageTexts } from '../../domain/package/package-scenarios.ts';
import { packageFiles } from '../../domain/package/package-write.ts';
import type { RecordsOpened } from '../../ports/records.ts';
import { fileStem } from '../../ui/file-stem.ts';
import { partLoad } from '../../ui/part-load.ts';

/** What a package is made of. */
export interface PackageWhole extends Omit<PackageManifest, 'files'> {
  readonly texts: PackageTexts;
  /** Ids of its clips, which lie in the library. */
  readonly clips: readonly string[];
}

/** A package as a file to hand out, with its clips. Rejects where one of them is gone. */
export async function packageSave(
  { texts, clips, ...about }: PackageWhole,
  records: () => Promise<RecordsOpened>,
  signal: AbortSignal,
): Promise<Blob> {
  const { archivePack } = await partLoad(() => import('../../adapters/archive/client/archive-pack.ts'));
  const parts = Object.entries(texts).map(([path, text]) => ({
    path,
    bytes: new TextEncoder().encode(text),
  }));
  for (const id of clips) {
    for (const { name, content } of await (await records()).clipFiles(id)) {
      const path = `clips/${id}/${name}`;
      // What the network said of a clip is not handed out with it.
      if (packagePartRead(path) === null) continue;
      parts.push({ path, bytes: new Uint8Array(await content.arrayBuffer()) });
    }
  }
  const files = packageFiles(about, parts).map(({ path, bytes }) => ({ path, content: new Blob([bytes]) }));
  return archivePack(files, { signal });
}

/** Of a package's file. */
export function packageFileName(title: string): string {
  return `${fileStem(title, 'package')}.batsign`;
}
