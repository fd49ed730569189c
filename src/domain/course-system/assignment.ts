import * as z from 'zod/mini';
import { type InstalledPackage, packageInstalled } from '../package/installed-package.ts';
import { type PackageFile, packageManifestRead } from '../package/package-manifest.ts';
import { packagePartRead } from '../package/package-part.ts';
import { packageNameOf } from '../package/package-scenario-id.ts';
import { packageScenariosCheck } from '../package/package-scenarios.ts';
import { storedTake } from '../stored/stored-read.ts';
import { scoreSchema } from '../stored/values.ts';
import { COURSE_TARGETS, type CourseTarget } from './course-target.ts';

/** The files of each clip that lies beside the page, by its id. */
export type AssignedClips = Readonly<Record<string, readonly PackageFile[]>>;

/** What a course system assigns: scenarios, to be played in their order. */
export interface Assignment {
  readonly target: CourseTarget;
  readonly from: InstalledPackage;
  /** Ids of the scenarios, as the page knows them. */
  readonly scenarioIds: readonly string[];
  /** 0-100, unless the course system asks for another; null where each scenario's own decides. */
  readonly passScore: number | null;
  readonly clips: AssignedClips;
}

const FORMAT = 1;

const schema = z.object({
  format: z.literal(FORMAT),
  target: z.enum(COURSE_TARGETS),
  pass_score: z.nullable(scoreSchema),
  manifest: z.looseObject({}),
  texts: z.record(z.string(), z.string()),
});

/** The text of an assignment, of the text of its package's manifest. */
export function assignmentText(
  target: CourseTarget,
  passScore: number | null,
  manifest: string,
  texts: Readonly<Record<string, string>>,
): string {
  const written = {
    format: FORMAT,
    target,
    pass_score: passScore,
    manifest: JSON.parse(manifest) as unknown,
    texts,
  };
  return `${JSON.stringify(written, null, 1)}\n`;
}

/**
 * Reads what a course system assigns; null where the text is none of it.
 *
 * @throws PackageError where the package in it is unsound
 */
export function assignmentRead(text: string, nowMs: number): Assignment | null {
  const read = storedTake(schema, jsonRead(text));
  if (read === null) return null;
  const manifest = packageManifestRead(JSON.stringify(read.manifest));
  const { texts } = read;
  const scenarios = packageScenariosCheck(manifest, texts);
  const names = Object.keys(texts).flatMap((path) => {
    const part = packagePartRead(path);
    return part?.kind === 'scenario' ? [part.scenario] : [];
  });
  const clips = clipsOf(manifest.files);
  return {
    target: read.target,
    from: packageInstalled({ manifest, texts, scenarios, clips: Object.keys(clips) }, [], nowMs),
    scenarioIds: names.map((name) => packageNameOf(manifest.id, name)),
    passScore: read.pass_score,
    clips,
  };
}

function clipsOf(files: readonly PackageFile[]): AssignedClips {
  const clips: Record<string, readonly PackageFile[]> = {};
  for (const file of files) {
    const part = packagePartRead(file.path);
    if (part?.kind === 'clip') clips[part.clip] = [...(clips[part.clip] ?? []), file];
  }
  return clips;
}

function jsonRead(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
