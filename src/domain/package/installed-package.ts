import * as z from 'zod/mini';
import { markableFindingSchema } from '../findings/finding-schema.ts';
import { type ListedScenario, scenarioListed } from '../scenario/listed-scenario.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { StoredSchema } from '../stored/stored-read.ts';
import {
  countSchema,
  finiteSchema,
  flagSchema,
  listSchema,
  objectSchema,
  scoreSchema,
  textSchema,
  timeSchema,
} from '../stored/values.ts';
import type { PackageManifest } from './package-manifest.ts';
import { packageNameOf } from './package-scenario-id.ts';
import type { PackageTexts } from './package-scenarios.ts';

/** A package as this device keeps it. */
export interface InstalledPackage extends Omit<PackageManifest, 'files'> {
  readonly texts: PackageTexts;
  /** Its scenarios as lists show them, by language, under the names by which the device knows them. */
  readonly listed: Readonly<Record<string, readonly ListedScenario[]>>;
  /** Ids of its clips, which lie in the library. */
  readonly clips: readonly string[];
  /** Those of them that were not in the library before. */
  readonly clipsBrought: readonly string[];
  /** Milliseconds since 1970. */
  readonly installedAtMs: number;
}

/** A package that was read and checked, and is not installed yet. */
export interface CheckedPackage {
  readonly manifest: PackageManifest;
  readonly texts: PackageTexts;
  readonly scenarios: Readonly<Record<string, readonly Scenario[]>>;
  /** Ids of the clips in it. */
  readonly clips: readonly string[];
}

/** How a package comes to one that is here under its name. */
export const PACKAGE_WAYS = ['replace', 'merge', 'beside'] as const;
export type PackageWay = (typeof PACKAGE_WAYS)[number];

/** What is kept of a package where there was none of its name. */
export function packageInstalled(
  { manifest: { files: _, ...manifest }, texts, scenarios, clips }: CheckedPackage,
  clipsBrought: readonly string[],
  nowMs: number,
): InstalledPackage {
  const listed = Object.entries(scenarios).map(([language, all]) => [language, all.map(scenarioListed)]);
  return {
    ...manifest,
    texts,
    listed: Object.fromEntries(listed),
    clips,
    clipsBrought,
    installedAtMs: nowMs,
  };
}

/** The newer one, and of the older whatever the newer has not. */
export function packagesMerge(older: InstalledPackage, newer: InstalledPackage): InstalledPackage {
  const languages = new Set([...Object.keys(older.listed), ...Object.keys(newer.listed)]);
  return {
    ...newer,
    courses: unionBy(newer.courses, older.courses, ({ id }) => id),
    texts: textsMerge(older, newer),
    listed: Object.fromEntries(
      [...languages].map((language) => [
        language,
        unionBy(listedIn(newer, language), listedIn(older, language), ({ id }) => id),
      ]),
    ),
    clips: [...new Set([...newer.clips, ...older.clips])],
    clipsBrought: [...new Set([...newer.clipsBrought, ...older.clipsBrought])],
  };
}

/** Its scenarios as lists show them in a language; in the one in which they were written where it does not speak it. */
export function listedIn({ listed, language }: InstalledPackage, wanted: string): readonly ListedScenario[] {
  return listed[wanted] ?? listed[language] ?? [];
}

/** The older one's texts where the newer has no scenario of that name: translations of a scenario go with it. */
function textsMerge(older: InstalledPackage, newer: InstalledPackage): PackageTexts {
  const names = new Set(Object.keys(newer.texts).map(scenarioOf));
  const kept = Object.entries(older.texts).filter(([path]) => !names.has(scenarioOf(path)));
  return Object.fromEntries([...kept, ...Object.entries(newer.texts)]);
}

/** `scenarios/a.yaml` and `scenarios/a.es.yaml` are of one scenario. */
function scenarioOf(path: string): string {
  return path.split('.', 1)[0]!;
}

function unionBy<T>(first: readonly T[], second: readonly T[], keyOf: (one: T) => string): readonly T[] {
  const keys = new Set(first.map(keyOf));
  return [...first, ...second.filter((one) => !keys.has(keyOf(one)))];
}

/** Of a course that a package brings, under the name by which the device knows it; null where it is not its own. */
export function packageCourse(
  { id, courses }: InstalledPackage,
  course: string,
): InstalledPackage['courses'][number] | null {
  return courses.find((one) => packageNameOf(id, one.id) === course) ?? null;
}

const textsSchema = z.record(z.string(), z.string());

const listedSchema: StoredSchema<ListedScenario> = objectSchema({
  id: textSchema,
  title: textSchema,
  summary: textSchema,
  course: textSchema,
  lesson: countSchema,
  durationMin: finiteSchema,
  teaches: listSchema(markableFindingSchema),
  passScore: scoreSchema,
  isOnCamera: flagSchema,
});

/** A package as it was kept; one that an older version or a fault left behind is ignored. */
export const installedPackageSchema: StoredSchema<InstalledPackage> = objectSchema({
  id: textSchema,
  revision: countSchema,
  title: textsSchema,
  language: textSchema,
  author: z.string(),
  licence: z.string(),
  madeOn: z.string(),
  courses: listSchema(objectSchema({ id: textSchema, title: textsSchema, summary: z.optional(textsSchema) })),
  texts: textsSchema,
  listed: z.record(z.string(), listSchema(listedSchema)),
  clips: listSchema(textSchema),
  clipsBrought: listSchema(textSchema),
  installedAtMs: timeSchema,
});
