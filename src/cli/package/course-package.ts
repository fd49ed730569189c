import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { ENCODED_ENDS } from '../../../scripts/lib/compressed-files.mjs';
import { assignmentText } from '../../domain/course-system/assignment.ts';
import {
  ASSIGNMENT_FILE,
  ASSIGNMENT_META,
  type CourseTarget,
} from '../../domain/course-system/course-target.ts';
import type { PackageManifest } from '../../domain/package/package-manifest.ts';
import { MANIFEST } from '../../domain/package/package-manifest.ts';
import type { PackageContent } from '../../domain/package/package-write.ts';
import { packageFiles } from '../../domain/package/package-write.ts';
import { CMI5_STRUCTURE, cmi5Structure } from '../../formats/scorm/cmi5-structure.ts';
import type { CourseDescription } from '../../formats/scorm/course-description.ts';
import { IMS_MANIFEST, scorm12Manifest, scorm2004Manifest } from '../../formats/scorm/ims-manifest.ts';
import { CommandError } from '../shared/command.ts';

const PAGE = 'index.html';
/** The same files give the same bytes: a zip knows no earlier day. */
const CHANGED = new Date(1980, 0, 1);
/** Files of the built game that a course system has no use for. */
const LEFT_OUT = /^(service-worker\.js|batsign\.webmanifest|icons\/.*|.*\.map)$/;

export interface CoursePackage {
  readonly target: CourseTarget;
  readonly about: Omit<PackageManifest, 'files'>;
  /** Scenarios in the order in which they are to be played, with their translations. */
  readonly parts: readonly PackageContent[];
  /** 0-100; null where each scenario's own pass score decides. */
  readonly passScore: number | null;
  readonly summary: string;
  /** Folder of the built game. */
  readonly built: string;
  /** Names of the shipped scenarios, whose files the page does not need: the assignment has those that are played. */
  readonly shipped: readonly string[];
  /** Origins that an xAPI launch may name as its endpoint, as a policy of the page has them. */
  readonly endpoints: string;
}

/** The zip that a course system takes: the game, what is assigned, and the description that course systems read. */
export function coursePackage(order: CoursePackage): Uint8Array<ArrayBuffer> {
  const { target, about, parts, passScore, summary } = order;
  const [manifest, ...texts] = packageFiles(about, parts);
  if (manifest?.path !== MANIFEST) throw new Error('A package begins with its manifest.');
  const decoder = new TextDecoder();
  const files = gameFiles(order);
  files.set(
    ASSIGNMENT_FILE,
    new TextEncoder().encode(
      assignmentText(
        target,
        passScore,
        decoder.decode(manifest.bytes),
        Object.fromEntries(texts.map(({ path, bytes }) => [path, decoder.decode(bytes)])),
      ),
    ),
  );
  const course: CourseDescription = {
    id: about.id,
    title: about.title[about.language] ?? '',
    summary,
    language: about.language,
    launch: PAGE,
    passScore,
    files: [...files.keys()].sort(),
  };
  const described = new TextEncoder().encode(descriptionOf(target, course));
  files.set(target === 'xapi' ? CMI5_STRUCTURE : IMS_MANIFEST, described);
  const zipped = [...files].map(([path, bytes]) => [path, [bytes, { mtime: CHANGED }]] as const);
  return zipSync(Object.fromEntries(zipped) as Parameters<typeof zipSync>[0], { level: 9 });
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

function gameFiles({ built, shipped, target, endpoints }: CoursePackage): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const names = new Set(shipped);
  for (const entry of readdirSync(built, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || Object.values(ENCODED_ENDS).some((end) => entry.name.endsWith(end))) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(built.length + 1).replaceAll('\\', '/');
    if (LEFT_OUT.test(path) || names.has(chunkName(entry.name))) continue;
    files.set(path, readFileSync(file));
  }
  const page = files.get(PAGE);
  if (page === undefined)
    throw new CommandError('no-game', `There is no built game in ${built}: npm run build.`);
  files.set(PAGE, new TextEncoder().encode(pageAssigned(new TextDecoder().decode(page), target, endpoints)));
  return files;
}

/** The name of what a built script was made of: `a-lines.es-BlPQuiee.js` is of `a-lines`. */
function chunkName(name: string): string {
  return /^(.+?)(\.[a-z]{2,3})?-[\w-]{8}\.js$/.exec(name)?.[1] ?? '';
}

/**
 * The page, told that something is assigned. It talks to nobody but its own place, or for xAPI to the endpoints that it is
 * allowed to be launched with.
 */
function pageAssigned(html: string, target: CourseTarget, endpoints: string): string {
  const told = html
    .replace('<head>', `<head>\n    <meta name="${ASSIGNMENT_META}" content="${target}">`)
    .replace(/\s*<link[^>]+rel="(?:manifest|icon|apple-touch-icon)"[^>]*>/g, '');
  if (!told.includes(ASSIGNMENT_META))
    throw new CommandError('no-game', 'The built page has no head: npm run build.');
  if (target !== 'xapi') return told;
  // The page has it as an attribute, in which quotes are written as entities.
  const open = told.replace(/connect-src (?:'|&#39;)self(?:'|&#39;)/, (own) => `${own} ${endpoints}`);
  if (open === told) throw new CommandError('no-game', 'The built page has no policy: npm run build.');
  return open;
}
