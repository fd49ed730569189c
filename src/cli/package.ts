/**
 * Makes one file of scenarios, to be handed out: `npm run package -- SCENARIO.yaml... --out FILE.batsign
 * [--title TEXT] [--author TEXT] [--licence TEXT] [--language en] [--course ID=TITLE...]`.
 *
 * NAME.LANGUAGE.yaml beside a scenario goes with it. Where the file is a package already it becomes its next revision: it
 * keeps its id, and the title, author, licence and courses that are not given anew.
 *
 * A package (.batsign) can stand in the place of a scenario: all of it goes in. Clips that scenarios play come from the
 * packages, or from `--clips FILE...`: packages, or copies that were saved with their clips.
 *
 * With `--scorm 1.2|2004`, or `--cmi5` for cmi5 and xAPI, it becomes a zip for a course system, `--out FILE.zip`, with the
 * built game in it: `[--pass SCORE] [--id UUID] [--endpoint ORIGIN...]` (docs/course-systems.md).
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gameEnsure } from '../../scripts/lib/game-ensure.mjs';
import { ROOT } from '../../scripts/lib/root.mjs';
import { courseSummary } from '../domain/course-system/course-summary.ts';
import type { CourseTarget } from '../domain/course-system/course-target.ts';
import { ENDPOINTS_ANY, endpointOrigin } from '../domain/course-system/endpoints.ts';
import { UUID } from '../domain/digest/uuid.ts';
import { packageManifestOf } from '../domain/package/package-manifest-of.ts';
import type { PackageTexts } from '../domain/package/package-scenarios.ts';
import { type PackageContent, packageFiles } from '../domain/package/package-write.ts';
import { translationName } from '../domain/scenario/translation-name.ts';
import { keyPictures } from '../formats/package/key-pictures.ts';
import { archiveRead } from '../formats/zip/archive-read.ts';
import { archiveWrite } from '../formats/zip/archive-write.ts';
import { courseZip, gameBuilt } from './package/course-zip.ts';
import { type PackageAbout, packageAbout } from './package/package-about.ts';
import { type PackageInputs, packageInputs } from './package/package-inputs.ts';
import { CommandError, choiceRead, commandStart, integerRead } from './shared/command.ts';

const USAGE = 'npm run package -- SCENARIO.yaml... --out FILE.batsign';
const COURSE_USAGE =
  'npm run package -- SCENARIO.yaml... --scorm 1.2|2004 --out FILE.zip, or --cmi5 for --scorm';

interface Order {
  /** Scenarios and packages. */
  readonly given: readonly string[];
  /** Where clips are looked for. */
  readonly clips: readonly string[];
  readonly out: string;
  readonly about: PackageAbout;
  /** Null for a file of Batsign's own. */
  readonly course: CourseOrder | null;
}

interface CourseOrder {
  readonly target: CourseTarget;
  readonly passScore: number | null;
  readonly id: string | null;
  readonly endpoints: string;
}

function orderRead(args: readonly string[]): Order {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      title: { type: 'string' },
      author: { type: 'string' },
      licence: { type: 'string' },
      language: { type: 'string' },
      course: { type: 'string', multiple: true },
      scorm: { type: 'string' },
      cmi5: { type: 'boolean' },
      pass: { type: 'string' },
      id: { type: 'string' },
      endpoint: { type: 'string', multiple: true },
      clips: { type: 'string', multiple: true },
    },
  });
  // They go with the scenarios that they are of.
  const given = positionals.filter((file) => translationName(file) === null);
  if (given.length === 0) throw new CommandError('no-files', `Name at least one scenario: ${USAGE}.`);
  const { out, scorm, cmi5, pass, id, endpoint, clips = [], ...about } = values;
  const course = courseRead({ scorm, cmi5, pass, id, endpoint });
  if (course === null && (out === undefined || !out.endsWith('.batsign'))) {
    throw new CommandError('no-out', `Name the file to write, which ends in .batsign: ${USAGE}.`);
  }
  if (out === undefined || (course !== null && !out.endsWith('.zip'))) {
    throw new CommandError('no-out', `Name the file to write, which ends in .zip: ${COURSE_USAGE}.`);
  }
  return { given, clips, out: resolve(out), about, course };
}

function courseRead({
  scorm,
  cmi5 = false,
  pass,
  id,
  endpoint,
}: {
  readonly scorm: string | undefined;
  readonly cmi5: boolean | undefined;
  readonly pass: string | undefined;
  readonly id: string | undefined;
  readonly endpoint: readonly string[] | undefined;
}): CourseOrder | null {
  if (scorm === undefined && !cmi5) return null;
  if (scorm !== undefined && cmi5) {
    throw new CommandError('bad-choice', `A course system takes one of them: ${COURSE_USAGE}.`);
  }
  const version = scorm === undefined ? null : choiceRead(scorm, 'scorm', ['1.2', '2004']);
  if (id !== undefined && !UUID.test(id)) {
    throw new CommandError('bad-id', `--id must be a UUID in small letters, not "${id}".`);
  }
  const origins = (endpoint ?? []).map((text) => {
    const origin = endpointOrigin(text);
    if (origin !== null) return origin;
    throw new CommandError('bad-endpoint', `--endpoint must be like https://lrs.example.org, not "${text}".`);
  });
  return {
    target: version === null ? 'xapi' : version === '1.2' ? 'scorm12' : 'scorm2004',
    passScore: pass === undefined ? null : integerRead(pass, 'pass', 0, 100),
    id: id ?? null,
    endpoints: origins.length === 0 ? ENDPOINTS_ANY : origins.join(' '),
  };
}

await commandStart(async () => {
  const { given, clips, out, about, course } = orderRead(process.argv.slice(2));
  const inputs = await packageInputs(given, clips);
  if (course !== null) return courseWrite(inputs, out, about, course);
  const before = existsSync(out)
    ? await packageManifestOf(await archiveRead(new Blob([readFileSync(out)])))
    : inputs.only;
  const { parts, courses, scenarios } = inputs;
  const manifest = packageAbout({ about, before, courses, today: new Date() });
  const files = packageFiles(manifest, [...parts, ...keyPictures(textsOf(parts))]);
  const zip = await archiveWrite(files.map(({ path, bytes }) => ({ path, content: new Blob([bytes]) })));
  writeFileSync(out, new Uint8Array(await zip.arrayBuffer()));
  console.log(
    `${out}: ${scenarios.length} scenarios, revision ${manifest.revision}, ${(zip.size / 1000).toFixed(0)} kB`,
  );
});

function textsOf(parts: readonly PackageContent[]): PackageTexts {
  const texts = parts.filter(({ path }) => path.startsWith('scenarios/'));
  return Object.fromEntries(texts.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
}

async function courseWrite(
  { parts, courses, scenarios, only, clipBytes }: PackageInputs,
  out: string,
  given: PackageAbout,
  { target, passScore, id, endpoints }: CourseOrder,
): Promise<void> {
  const named = { ...given, title: given.title ?? (only === null ? scenarios[0]?.title : undefined) };
  const made = packageAbout({ about: named, before: only, courses, today: new Date() });
  const about = { ...made, id: id ?? made.id, revision: only?.revision ?? made.revision };
  await gameEnsure();
  const built = await gameBuilt(join(ROOT, 'dist'));
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
  console.log(`${megabytes(built.game.packedBytes)} MB of the game, ${megabytes(clipBytes)} MB of clips`);
  const summary = courseSummary(about, scenarios);
  const zip = await courseZip({ target, passScore, summary, endpoints }, about, parts, built);
  writeFileSync(out, zip);
  console.log(`${out}: ${scenarios.length} scenarios, ${megabytes(zip.length)} MB, id ${about.id}`);
}
