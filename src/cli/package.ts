/**
 * Makes one file of scenarios, to be handed out: `npm run package -- SCENARIO.yaml... --out FILE.batsign
 * [--title TEXT] [--author TEXT] [--licence TEXT] [--language en] [--course ID=TITLE...]`.
 *
 * NAME.LANGUAGE.yaml beside a scenario goes with it. Where the file is a package already it becomes its next revision: it
 * keeps its id, and the title, author, licence and courses that are not given anew.
 *
 * With `--scorm 1.2|2004`, or `--cmi5` for cmi5 and xAPI, it becomes a zip for a course system, `--out FILE.zip`, with the
 * built game in it: `[--pass SCORE] [--id UUID] [--endpoint ORIGIN...]` (docs/course-systems.md).
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gameEnsure } from '../../scripts/lib/game-ensure.mjs';
import { ROOT } from '../../scripts/lib/root.mjs';
import type { CourseTarget } from '../domain/course-system/course-target.ts';
import { UUID } from '../domain/digest/uuid.ts';
import { packageManifestOf } from '../domain/package/package-manifest-of.ts';
import { packageFiles } from '../domain/package/package-write.ts';
import type { Scenario } from '../domain/scenario/scenario.ts';
import { translationName } from '../domain/scenario/translation-name.ts';
import { archiveRead } from '../formats/zip/archive-read.ts';
import { archiveWrite } from '../formats/zip/archive-write.ts';
import { coursePackage } from './package/course-package.ts';
import { type PackageAbout, packageAbout } from './package/package-about.ts';
import { packageParts } from './package/package-parts.ts';
import { CommandError, choiceRead, commandStart, integerRead } from './shared/command.ts';

const USAGE = 'npm run package -- SCENARIO.yaml... --out FILE.batsign';
const COURSE_USAGE =
  'npm run package -- SCENARIO.yaml... --scorm 1.2|2004 --out FILE.zip, or --cmi5 for --scorm';

interface Order {
  readonly scenarios: readonly string[];
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
    },
  });
  // They go with the scenarios that they are of.
  const scenarios = positionals.filter((file) => translationName(file) === null);
  if (scenarios.length === 0) throw new CommandError('no-files', `Name at least one scenario: ${USAGE}.`);
  const { out, scorm, cmi5, pass, id, endpoint, ...about } = values;
  const course = courseRead({ scorm, cmi5, pass, id, endpoint });
  if (course === null && (out === undefined || !out.endsWith('.batsign'))) {
    throw new CommandError('no-out', `Name the file to write, which ends in .batsign: ${USAGE}.`);
  }
  if (out === undefined || (course !== null && !out.endsWith('.zip'))) {
    throw new CommandError('no-out', `Name the file to write, which ends in .zip: ${COURSE_USAGE}.`);
  }
  return { scenarios, out: resolve(out), about, course };
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
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url?.protocol === 'https:' || url?.protocol === 'http:') return url.origin;
    throw new CommandError('bad-endpoint', `--endpoint must be like https://lrs.example.org, not "${text}".`);
  });
  return {
    target: version === null ? 'xapi' : version === '1.2' ? 'scorm12' : 'scorm2004',
    passScore: pass === undefined ? null : integerRead(pass, 'pass', 0, 100),
    id: id ?? null,
    endpoints: origins.length === 0 ? 'https:' : origins.join(' '),
  };
}

await commandStart(async () => {
  const { scenarios, out, about, course } = orderRead(process.argv.slice(2));
  if (course !== null) return courseWrite(scenarios, out, about, course);
  const before = existsSync(out)
    ? await packageManifestOf(await archiveRead(new Blob([readFileSync(out)])))
    : null;
  const { parts, courses } = packageParts(scenarios);
  const manifest = packageAbout({ about, before, courses, today: new Date() });
  const files = packageFiles(manifest, parts);
  const zip = await archiveWrite(files.map(({ path, bytes }) => ({ path, content: new Blob([bytes]) })));
  writeFileSync(out, new Uint8Array(await zip.arrayBuffer()));
  console.log(
    `${out}: ${scenarios.length} scenarios, revision ${manifest.revision}, ${(zip.size / 1000).toFixed(0)} kB`,
  );
});

async function courseWrite(
  files: readonly string[],
  out: string,
  given: PackageAbout,
  { target, passScore, id, endpoints }: CourseOrder,
): Promise<void> {
  const { parts, courses, scenarios } = packageParts(files);
  for (const scenario of scenarios) courseFits(scenario);
  const named = { ...given, title: given.title ?? scenarios[0]?.title };
  const about = packageAbout({ about: named, before: null, courses, today: new Date() });
  await gameEnsure();
  const zip = coursePackage({
    target,
    about: { ...about, id: id ?? about.id },
    parts,
    passScore,
    summary: scenarios.map(({ summary }) => summary).join(' '),
    built: join(ROOT, 'dist'),
    shipped: readdirSync(join(ROOT, 'scenarios'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => basename(file, '.yaml')),
    endpoints,
  });
  writeFileSync(out, zip);
  console.log(
    `${out}: ${scenarios.length} scenarios, ${(zip.length / 1e6).toFixed(1)} MB, id ${id ?? about.id}`,
  );
}

/** What lies on a learner's device only cannot be assigned. */
function courseFits({ title, images }: Scenario): void {
  const image = images.find(({ source }) => source.kind === 'stored');
  if (image === undefined) return;
  throw new CommandError(
    'no-clip',
    `"${title}" shows a clip of a library ("${image.id}"), which a package for course systems cannot carry yet.`,
  );
}
