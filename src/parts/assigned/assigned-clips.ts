import type { AssignedClips } from '../../domain/course-system/assignment.ts';
import { PackageError } from '../../domain/package/package-error.ts';
import type { PackageFile } from '../../domain/package/package-manifest.ts';
import { blobSha256 } from '../../formats/files/blob-hash.ts';
import type { ClipPart, RecordsOpened } from '../../ports/records.ts';

/** Gives a file that lies beside the page; null where it is not there. */
type FileFetch = (path: string) => Promise<Blob | null>;

/**
 * Records with the clips of a package for a course system, which lie beside the page: each is fetched and checked when it
 * is first played. Nothing of them is kept where `records` last as long as the page.
 */
export function assignedRecords(
  records: RecordsOpened,
  clips: AssignedClips,
  fetchFile: FileFetch,
): RecordsOpened {
  const taking = new Map<string, Promise<unknown>>();
  const taken = async (id: string): Promise<void> => {
    const files = clips[id];
    if (files === undefined) return;
    const begun = taking.get(id) ?? clipTake(records, id, files, fetchFile);
    taking.set(id, begun);
    try {
      await begun;
    } catch (error) {
      // Who tries again has it fetched again.
      taking.delete(id);
      throw error;
    }
  };
  return {
    ...records,
    async clipRead(id) {
      await taken(id);
      return records.clipRead(id);
    },
  };
}

async function clipTake(
  records: RecordsOpened,
  id: string,
  files: readonly PackageFile[],
  fetchFile: FileFetch,
): Promise<void> {
  const parts: ClipPart[] = [];
  for (const { path, sha256 } of files) {
    const content = await fetchFile(path);
    if (content === null) throw new PackageError({ code: 'packagePartMissing', path });
    if ((await blobSha256(content)) !== sha256) throw new PackageError({ code: 'packagePartChanged', path });
    parts.push({ name: path.slice(path.lastIndexOf('/') + 1), content });
  }
  await records.clipTake(id, parts);
}
