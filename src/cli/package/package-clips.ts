import { openAsBlob } from 'node:fs';
import { packagePartRead } from '../../domain/package/package-part.ts';
import type { PackageContent } from '../../domain/package/package-write.ts';
import { type Archive, archiveRead } from '../../formats/zip/archive-read.ts';
import { CommandError } from '../shared/command.ts';

/** Packages, or copies that were saved with their clips. */
export interface ClipFiles {
  /** The parts that a clip is in a package. @throws CommandError where none of the files holds all of it */
  parts(id: string): Promise<readonly PackageContent[]>;
}

/** Files of a clip without which it cannot be played. */
const NEEDED = ['clip.json', 'frames.bin'];

/** Opens files in which clips lie as the library keeps them. */
export async function clipFilesOpen(files: readonly string[]): Promise<ClipFiles> {
  const archives: Archive[] = [];
  for (const file of files) archives.push(await archiveRead(await openAsBlob(file)));
  return {
    async parts(id) {
      for (const archive of archives) {
        const parts = await clipParts(archive, id);
        if (NEEDED.every((name) => parts.some(({ path }) => path.endsWith(`/${name}`)))) return parts;
      }
      throw new CommandError(
        'no-clip',
        `The clip ${id} is played, and lies in no file that was given: save a copy with your clips on the settings page, and name it by --clips FILE.zip.`,
      );
    },
  };
}

async function clipParts(archive: Archive, id: string): Promise<readonly PackageContent[]> {
  const parts: PackageContent[] = [];
  for (const [at, { path }] of archive.files.entries()) {
    const part = packagePartRead(path);
    if (part?.kind !== 'clip' || part.clip !== id) continue;
    const content = await archive.unpack(at);
    parts.push({ path, bytes: new Uint8Array(await content.arrayBuffer()) });
  }
  return parts;
}
