import { assignmentText } from '../../domain/course-system/assignment.ts';
import { GAME_PAGE } from '../../domain/course-system/course-game.ts';
import {
  ASSIGNMENT_FILE,
  ASSIGNMENT_META,
  type CourseTarget,
} from '../../domain/course-system/course-target.ts';
import { PackageError } from '../../domain/package/package-error.ts';
import { MANIFEST, type PackageManifest } from '../../domain/package/package-manifest.ts';
import { packagePartRead } from '../../domain/package/package-part.ts';
import { type PackageContent, packageFiles } from '../../domain/package/package-write.ts';
import { CMI5_STRUCTURE, cmi5Structure } from './cmi5-structure.ts';
import type { CourseDescription } from './course-description.ts';
import { IMS_MANIFEST, scorm12Manifest, scorm2004Manifest } from './ims-manifest.ts';

/** What is asked of a package for a course system. */
export interface CourseOrder {
  readonly target: CourseTarget;
  /** 0-100; null where each scenario's own pass score decides. */
  readonly passScore: number | null;
  /** What it is about, in a few sentences; may be empty. */
  readonly summary: string;
  /** Origins that an xAPI launch may name as its endpoint, as a policy of the page has them. */
  readonly endpoints: string;
}

/**
 * The files that a course system takes: the game, what is assigned with its clips, and the description that course systems
 * read. The same for the command and the studio.
 *
 * @param parts scenarios in the order in which they are to be played, with their translations and clips
 * @param game files of the built game, its page among them
 * @throws PackageError `gameUnbuilt` where the page is not that of a built game
 */
export function courseFiles(
  { target, passScore, summary, endpoints }: CourseOrder,
  about: Omit<PackageManifest, 'files'>,
  parts: readonly PackageContent[],
  game: readonly PackageContent[],
): readonly PackageContent[] {
  // A key's picture is for other programs.
  const taken = parts.filter(({ path }) => packagePartRead(path)?.kind !== 'key');
  const [manifest, ...contents] = packageFiles(about, taken);
  if (manifest?.path !== MANIFEST) throw new Error('A package begins with its manifest.');
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const files = new Map(game.map(({ path, bytes }) => [path, bytes]));
  const page = files.get(GAME_PAGE);
  if (page === undefined) throw new PackageError({ code: 'gameUnbuilt' });
  files.set(GAME_PAGE, encoder.encode(pageAssigned(decoder.decode(page), target, endpoints)));
  const clips = contents.filter(({ path }) => packagePartRead(path)?.kind === 'clip');
  for (const { path, bytes } of clips) files.set(path, bytes);
  const texts = contents.filter((content) => !clips.includes(content));
  const assigned = assignmentText(
    target,
    passScore,
    decoder.decode(manifest.bytes),
    Object.fromEntries(texts.map(({ path, bytes }) => [path, decoder.decode(bytes)])),
  );
  files.set(ASSIGNMENT_FILE, encoder.encode(assigned));
  const course: CourseDescription = {
    id: about.id,
    title: about.title[about.language] ?? '',
    summary,
    language: about.language,
    launch: GAME_PAGE,
    passScore,
    files: [...files.keys()].sort(),
  };
  const described = encoder.encode(descriptionOf(target, course));
  files.set(target === 'xapi' ? CMI5_STRUCTURE : IMS_MANIFEST, described);
  return [...files].map(([path, bytes]) => ({ path, bytes }));
}

function descriptionOf(target: CourseTarget, course: CourseDescription): string {
  switch (target) {
    case 'scorm12':
      return scorm12Manifest(course);
    case 'scorm2004':
      return scorm2004Manifest(course);
    case 'xapi':
      return cmi5Structure(course);
  }
}

/**
 * The page, told that something is assigned. It talks to nobody but its own place, or for xAPI to the endpoints that it is
 * allowed to be launched with.
 */
function pageAssigned(html: string, target: CourseTarget, endpoints: string): string {
  const told = html
    .replace('<head>', `<head>\n    <meta name="${ASSIGNMENT_META}" content="${target}">`)
    .replace(/\s*<link[^>]+rel="(?:manifest|icon|apple-touch-icon)"[^>]*>/g, '');
  if (!told.includes(ASSIGNMENT_META)) throw new PackageError({ code: 'gameUnbuilt' });
  if (target !== 'xapi') return told;
  // The page has it as an attribute, in which quotes are written as entities.
  const open = told.replace(/connect-src (?:'|&#39;)self(?:'|&#39;)/, (own) => `${own} ${endpoints}`);
  if (open === told) throw new PackageError({ code: 'gameUnbuilt' });
  return open;
}
