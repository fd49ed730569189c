import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CourseGame } from '../../domain/course-system/course-game.ts';
import { courseGameFiles, courseGameOf } from '../../domain/course-system/course-game-files.ts';
import type { PackageManifest } from '../../domain/package/package-manifest.ts';
import type { PackageContent } from '../../domain/package/package-write.ts';
import { type CourseOrder, courseFiles } from '../../formats/scorm/course-files.ts';
import { archiveWrite } from '../../formats/zip/archive-write.ts';

/** The built game in a folder. */
export interface GameBuilt {
  readonly game: CourseGame;
  readonly read: (path: string) => Promise<Uint8Array<ArrayBuffer> | null>;
}

/** @throws PackageError `gameUnbuilt` where no game lies there */
export async function gameBuilt(folder: string): Promise<GameBuilt> {
  const read: GameBuilt['read'] = async (path) => {
    const file = join(folder, path);
    return existsSync(file) ? new Uint8Array(readFileSync(file)) : null;
  };
  return { game: await courseGameOf(read), read };
}

/** The zip that a course system takes; the same order gives the same bytes. */
export async function courseZip(
  order: CourseOrder,
  about: Omit<PackageManifest, 'files'>,
  parts: readonly PackageContent[],
  { game, read }: GameBuilt,
): Promise<Uint8Array<ArrayBuffer>> {
  const files = courseFiles(order, about, parts, await courseGameFiles(game, read));
  const contents = files.map(({ path, bytes }) => ({ path, content: new Blob([bytes]) }));
  return new Uint8Array(await (await archiveWrite(contents, 'packed')).arrayBuffer());
}
