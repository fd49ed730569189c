/**
 * Makes one file of scenarios, to be handed out: `npm run package -- SCENARIO.yaml... --out FILE.batsign
 * [--title TEXT] [--author TEXT] [--licence TEXT] [--language en] [--course ID=TITLE...]`.
 *
 * NAME.LANGUAGE.yaml beside a scenario goes with it. Where the file is a package already it becomes its next revision: it
 * keeps its id, and the title, author, licence and courses that are not given anew.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { packageFiles } from '../domain/package/package-write.ts';
import { translationName } from '../domain/scenario/translation-name.ts';
import { archiveRead } from '../formats/zip/archive-read.ts';
import { archiveWrite } from '../formats/zip/archive-write.ts';
import { type PackageAbout, packageAbout } from './package/package-about.ts';
import { packageManifestOf } from './package/package-manifest-of.ts';
import { packageParts } from './package/package-parts.ts';
import { CommandError, commandStart } from './shared/command.ts';

const USAGE = 'npm run package -- SCENARIO.yaml... --out FILE.batsign';

interface Order {
  readonly scenarios: readonly string[];
  readonly out: string;
  readonly about: PackageAbout;
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
    },
  });
  // They go with the scenarios that they are of.
  const scenarios = positionals.filter((file) => translationName(file) === null);
  if (scenarios.length === 0) throw new CommandError('no-files', `Name at least one scenario: ${USAGE}.`);
  const { out, ...about } = values;
  if (out === undefined || !out.endsWith('.batsign')) {
    throw new CommandError('no-out', `Name the file to write, which ends in .batsign: ${USAGE}.`);
  }
  return { scenarios, out: resolve(out), about };
}

await commandStart(async () => {
  const { scenarios, out, about } = orderRead(process.argv.slice(2));
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
