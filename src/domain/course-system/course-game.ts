import * as z from 'zod/mini';
import type { PackageFile } from '../package/package-manifest.ts';
import { storedTake } from '../stored/stored-read.ts';
import { countSchema } from '../stored/values.ts';

/** Beside the built game: which of its files go into a package for a course system. */
export const COURSE_GAME_FILE = 'course-game.json';
/** The page of the game. */
export const GAME_PAGE = 'index.html';

/** The files of the built game that a package for a course system holds, but for what is assigned. */
export interface CourseGame {
  /** By their paths, in order. */
  readonly files: readonly PackageFile[];
  /** Of all of them once they are deflated. */
  readonly packedBytes: number;
}

const schema = z.object({
  files: z
    .array(
      z.object({
        path: z.string().check(z.regex(/^(?!\/)(?!.*\.\.)[\w./-]+$/)),
        bytes: countSchema,
        sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
      }),
    )
    .check(z.refine((files) => files.some(({ path }) => path === GAME_PAGE))),
  packedBytes: countSchema,
});

/** Files that a course system has no use for. */
const LEFT_OUT = /^(service-worker\.js|course-game\.json|batsign\.webmanifest|icons\/.*|.*\.(map|br|gz))$/;

/**
 * Whether a file of the built game goes into a package for a course system.
 *
 * @param shipped names of the game's own scenarios: the assignment has those that are played
 */
export function courseGameHas(path: string, shipped: ReadonlySet<string>): boolean {
  return !LEFT_OUT.test(path) && !shipped.has(chunkName(path));
}

/** The name of what a built script was made of: `assets/a-lines.es-BlPQuiee.js` is of `a-lines`. */
function chunkName(path: string): string {
  return /^(?:.*\/)?(.+?)(\.[a-z]{2,3})?-[\w-]{8}\.js$/.exec(path)?.[1] ?? '';
}

export function courseGameText(game: CourseGame): string {
  return `${JSON.stringify(game)}\n`;
}

/** Null where the text is no such list. */
export function courseGameRead(text: string): CourseGame | null {
  try {
    return storedTake(schema, JSON.parse(text));
  } catch {
    return null;
  }
}
