import { sha256Hex } from '../digest/sha256.ts';
import { PackageError } from '../package/package-error.ts';
import type { PackageContent } from '../package/package-write.ts';
import { COURSE_GAME_FILE, type CourseGame, courseGameRead } from './course-game.ts';

/** The bytes of a file of the built game; null where it is not there. */
type GameRead = (path: string) => Promise<Uint8Array<ArrayBuffer> | null>;

/** The list of the game's files. @throws PackageError `gameUnbuilt` where there is none */
export async function courseGameOf(read: GameRead): Promise<CourseGame> {
  const bytes = await read(COURSE_GAME_FILE);
  const game = bytes === null ? null : courseGameRead(new TextDecoder().decode(bytes));
  if (game === null) throw new PackageError({ code: 'gameUnbuilt' });
  return game;
}

/**
 * The game's files, each as it was built.
 *
 * @param onBytes told how many came since it was told last
 * @throws PackageError `gameChanged` where one of them is missing, or another
 */
export async function courseGameFiles(
  { files }: CourseGame,
  read: GameRead,
  onBytes: (bytes: number) => void = () => {},
): Promise<readonly PackageContent[]> {
  const contents: PackageContent[] = [];
  for (const { path, bytes: size, sha256 } of files) {
    const bytes = await read(path);
    if (bytes === null || bytes.length !== size || sha256Hex(bytes) !== sha256) {
      throw new PackageError({ code: 'gameChanged', path });
    }
    contents.push({ path, bytes });
    onBytes(size);
  }
  return contents;
}
