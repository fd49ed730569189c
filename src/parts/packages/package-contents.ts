import { packagePartRead } from '../../domain/package/package-part.ts';
import type { PackageWhole } from '../../domain/package/package-whole.ts';
import type { PackageContent } from '../../domain/package/package-write.ts';
import type { RecordsOpened } from '../../ports/records.ts';

/** The parts that a package is made of, but for its manifest. Rejects where one of its clips is gone. */
export async function packageContents(
  { texts, clips }: Pick<PackageWhole, 'texts' | 'clips'>,
  records: () => Promise<RecordsOpened>,
): Promise<readonly PackageContent[]> {
  const parts: PackageContent[] = Object.entries(texts).map(([path, text]) => ({
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
  return parts;
}
