import { openAsBlob, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PackageManifest } from '../../domain/package/package-manifest.ts';
import { packagePartPath, packagePartRead } from '../../domain/package/package-part.ts';
import type { PackageContent } from '../../domain/package/package-write.ts';
import { scenarioParse } from '../../domain/scenario/parse.ts';
import type { Scenario } from '../../domain/scenario/scenario.ts';
import { scenarioTranslated } from '../../domain/scenario/translation.ts';
import { translationName } from '../../domain/scenario/translation-name.ts';
import { scenarioClips } from '../../domain/studio/draft-package.ts';
import { packageRead } from '../../formats/package/package-read.ts';
import { archiveRead } from '../../formats/zip/archive-read.ts';
import { CommandError } from '../shared/command.ts';
import { clipFilesOpen } from './package-clips.ts';

/** What a package is to hold. */
export interface PackageInputs {
  /** Scenarios in the order in which they were given, each with its translations, then clips. */
  readonly parts: readonly PackageContent[];
  readonly scenarios: readonly Scenario[];
  /** Ids of the courses that the scenarios name. */
  readonly courses: readonly string[];
  /** Of the one package that was given instead of scenarios; null where there were scenarios, or several. */
  readonly only: PackageManifest | null;
  /** Bytes of its clips. */
  readonly clipBytes: number;
}

const PACKAGE_END = '.batsign';

/**
 * The parts that scenarios and packages are.
 *
 * @param given scenarios (.yaml), whose translations lie beside them, and packages (.batsign)
 * @param clips packages and saved copies in which clips are looked for that no package has
 * @throws ScenarioError where one cannot be played, PackageError, CommandError where two have one name or a clip is missing
 */
export async function packageInputs(
  given: readonly string[],
  clips: readonly string[] = [],
): Promise<PackageInputs> {
  const parts = new Map<string, PackageContent>();
  const put = (path: string, bytes: Uint8Array<ArrayBuffer>): void => {
    if (parts.has(path) && packagePartRead(path)?.kind !== 'clip') {
      throw new CommandError('twice', `${path} is given twice: each scenario needs a name of its own.`);
    }
    parts.set(path, { path, bytes });
  };
  const scenarios: Scenario[] = [];
  const manifests: PackageManifest[] = [];
  for (const file of given) {
    if (file.endsWith(PACKAGE_END)) {
      const { manifest, read } = await packageTake(file, put);
      manifests.push(manifest);
      scenarios.push(...read);
    } else scenarios.push(scenarioTake(file, put));
  }
  const missing = scenarioClips(scenarios).filter(
    (clip) => !parts.has(packagePartPath({ kind: 'clip', clip, name: 'frames.bin' })),
  );
  const files = await clipFilesOpen(clips);
  for (const id of missing) for (const { path, bytes } of await files.parts(id)) put(path, bytes);
  const isClip = ({ path }: PackageContent): boolean => packagePartRead(path)?.kind === 'clip';
  const all = [...parts.values()];
  return {
    parts: [...all.filter((part) => !isClip(part)), ...all.filter(isClip)],
    scenarios,
    courses: [...new Set(scenarios.map(({ course }) => course))],
    only: given.length === 1 ? (manifests[0] ?? null) : null,
    clipBytes: all.filter(isClip).reduce((sum, { bytes }) => sum + bytes.length, 0),
  };
}

type Put = (path: string, bytes: Uint8Array<ArrayBuffer>) => void;

async function packageTake(
  file: string,
  put: Put,
): Promise<{ readonly manifest: PackageManifest; readonly read: readonly Scenario[] }> {
  const { manifest, texts, clips, clipParts } = await packageRead(await archiveRead(await openAsBlob(file)));
  for (const [path, text] of Object.entries(texts)) put(path, new TextEncoder().encode(text));
  for (const clip of clips) {
    for (const { name, content } of await clipParts(clip)) {
      put(packagePartPath({ kind: 'clip', clip, name }), new Uint8Array(await content.arrayBuffer()));
    }
  }
  const originals = Object.entries(texts).filter(([path]) => packagePartRead(path)?.kind === 'scenario');
  return { manifest, read: originals.map(([path, text]) => scenarioParse(text, path)) };
}

function scenarioTake(file: string, put: Put): Scenario {
  const encoder = new TextEncoder();
  const text = readFileSync(file, 'utf8');
  const scenario = scenarioParse(text, file);
  put(packagePartPath({ kind: 'scenario', scenario: scenario.id }), encoder.encode(text));
  for (const beside of readdirSync(dirname(file)).sort()) {
    const of = translationName(beside);
    if (of?.original !== basename(file)) continue;
    const translation = readFileSync(join(dirname(file), beside), 'utf8');
    scenarioTranslated({ text, name: file }, { text: translation, name: beside });
    const part = { kind: 'texts', scenario: scenario.id, language: of.language } as const;
    put(packagePartPath(part), encoder.encode(translation));
  }
  return scenario;
}
