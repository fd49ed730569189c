import type { CourseGame } from '../../domain/course-system/course-game.ts';
import { courseGameFiles, courseGameOf } from '../../domain/course-system/course-game-files.ts';
import { courseSummary } from '../../domain/course-system/course-summary.ts';
import { packageScenariosCheck } from '../../domain/package/package-scenarios.ts';
import type { PackageWhole } from '../../domain/package/package-whole.ts';
import type { PackageContent } from '../../domain/package/package-write.ts';
import { type CourseOrder, courseFiles } from '../../formats/scorm/course-files.ts';
import type { RecordsOpened } from '../../ports/records.ts';
import { partLoad } from '../../ui/part-load.ts';
import type { WorkHold } from '../../ui/use-work.ts';
import { packageContents } from './package-contents.ts';

/** Of the whole work: the rest is packing. */
const FETCH_SHARE = 0.6;

type Read = (path: string) => Promise<Uint8Array<ArrayBuffer> | null>;

/** Reads files of the place from which the page comes: kept ones without a network. */
function gameReader(base: string, signal?: AbortSignal): Read {
  return async (path) => {
    try {
      const answer = await fetch(new URL(path, base), signal === undefined ? {} : { signal });
      return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
    } catch (error) {
      if (signal?.aborted === true) throw error;
      console.warn(error);
      return null;
    }
  };
}

/** The bytes of a package for a course system before it is made: of the game, packed. @throws PackageError `gameUnbuilt` */
export async function courseGameSize(base: string): Promise<number> {
  return (await courseGameOf(gameReader(base))).packedBytes;
}

/**
 * The zip that a course system takes, of the game that this page is of. Rejects where a clip is gone.
 *
 * @throws PackageError `gameUnbuilt`, `gameChanged`
 */
export async function courseSave(
  whole: PackageWhole,
  order: Omit<CourseOrder, 'summary'>,
  records: () => Promise<RecordsOpened>,
  { base, onShare, signal }: WorkHold & { readonly base: string },
): Promise<Blob> {
  const { archivePack } = await partLoad(() => import('../../adapters/archive/client/archive-pack.ts'));
  const read = gameReader(base, signal);
  const list = await courseGameOf(read);
  const game = await gameFetch(list, read, (share) => onShare(share * FETCH_SHARE));
  const { texts: _texts, clips: _clips, ...about } = whole;
  // What others could not open is not handed out.
  const scenarios = packageScenariosCheck(whole, whole.texts)[whole.language] ?? [];
  const said = { ...order, summary: courseSummary(whole, scenarios) };
  const contents = courseFiles(said, about, await packageContents(whole, records), game);
  const files = contents.map(({ path, bytes }) => ({ path, content: new Blob([bytes]) }));
  const all = files.reduce((sum, { content }) => sum + content.size, 0);
  let packed = 0;
  return archivePack(files, {
    form: 'packed',
    signal,
    onBytes(bytes) {
      packed += bytes;
      onShare(FETCH_SHARE + ((1 - FETCH_SHARE) * packed) / all);
    },
  });
}

async function gameFetch(
  list: CourseGame,
  read: Read,
  onShare: (share: number) => void,
): Promise<readonly PackageContent[]> {
  const all = list.files.reduce((sum, { bytes }) => sum + bytes, 0);
  let come = 0;
  return courseGameFiles(list, read, (bytes) => {
    come += bytes;
    onShare(come / all);
  });
}
