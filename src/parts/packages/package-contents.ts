import { PackageError } from '../../domain/package/package-error.ts';
import { packagePartRead } from '../../domain/package/package-part.ts';
import type { PackageWhole } from '../../domain/package/package-whole.ts';
import type { PackageContent } from '../../domain/package/package-write.ts';
import type { RecordsOpened } from '../../ports/records.ts';

/** Files of a clip without which it cannot be played. */
const NEEDED = ['clip.json', 'frames.bin'];

/**
 * The parts that a package is made of, but for its manifest.
 *
 * @throws PackageError `packageClipGone` where one of its clips is not in the library
 */
export async function packageContents(
  { texts, clips }: Pick<PackageWhole, 'texts' | 'clips'>,
  records: () => Promise<RecordsOpened>,
): Promise<readonly PackageContent[]> {
  const parts: PackageContent[] = Object.entries(texts).map(([path, text]) => ({
    path,
    bytes: new TextEncoder().encode(text),
  }));
  for (const id of clips) {
    const before = parts.length;
    for (const { name, content } of await (await records()).clipFiles(id)) {
      const path = `clips/${id}/${name}`;
      // What the network said of a clip is not handed out with it.
      if (packagePartRead(path) === null) continue;
      parts.push({ path, bytes: new Uint8Array(await content.arrayBuffer()) });
    }
    const own = parts.slice(before);
    if (NEEDED.some((name) => !own.some(({ path }) => path.endsWith(`/${name}`)))) {
      const played = Object.entries(texts).find(([, text]) => text.includes(id));
      throw new PackageError({ code: 'packageClipGone', path: played?.[0] ?? `clips/${id}` });
    }
  }
  return parts;
}
