/**
 * Measures the network on recorded clips that it never learnt from:
 * `npm run evaluate:clips -- DIR [--json] [--frames-per-video N] [--model DIR] [--only GLOB] [--out DIR]
 * [--sheet] [--no-cache]`.
 *
 * DIR holds an `index.json`: a list of recordings with what experts saw in them. Of every video N pairs of
 * neighbouring images are read, evenly spread. A recording that cannot be read gets one sentence on stderr; the
 * others are still measured, those without figures are named once more at the end, and the exit code is 1. `--out` keeps the figures of every recording, with `--sheet`
 * also pictures of what the network sees. Decoded images and found sectors are remembered in `.cache/clips`.
 */
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ffmpegEnsure } from '../../scripts/lib/ffmpeg.mjs';
import { MODELS_FOLDER, nodeModelRead } from '../cli/node-network.ts';
import { CommandError, commandStart, integerRead } from '../cli/shared/command.ts';
import { folderMake } from '../cli/shared/folder.ts';
import { type ClipEntry, type ClipProblem, clipIndexRead } from './clips/clip-index.ts';
import { clipsRead } from './clips/clips-read.ts';
import { clipFigures, clipFiguresJson, type ReadClip } from './clips/figures.ts';
import { globMatcher } from './clips/glob.ts';
import { sheetsWrite, videosJson } from './clips/sheets.ts';
import { CLIP_DEFINITIONS, clipTable } from './clips/table.ts';
import { clipWorkerServe, type WorkerSetup } from './clips/worker.ts';

interface Order {
  readonly folder: string;
  readonly isJson: boolean;
  readonly setup: WorkerSetup;
  readonly isWanted: (file: string) => boolean;
  readonly out: string | null;
  readonly isSheet: boolean;
}

function orderRead(args: readonly string[]): Order {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      'frames-per-video': { type: 'string', default: '8' },
      model: { type: 'string', default: MODELS_FOLDER },
      only: { type: 'string', default: '**' },
      out: { type: 'string' },
      sheet: { type: 'boolean', default: false },
      'no-cache': { type: 'boolean', default: false },
    },
  });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) {
    throw new CommandError(
      'no-folder',
      'Name one folder of recordings: npm run evaluate:clips -- DIR [--json].',
    );
  }
  if (values.sheet && values.out === undefined) {
    throw new CommandError('missing-option', 'Give --out: the folder for the contact sheets.');
  }
  return {
    folder: resolve(folder),
    isJson: values.json,
    setup: {
      modelFolder: resolve(values.model),
      sampling: {
        groups: integerRead(values['frames-per-video'], 'frames-per-video', 1, 500),
        isCached: !values['no-cache'],
      },
    },
    isWanted: globMatcher(values.only),
    out: values.out === undefined ? null : resolve(values.out),
    isSheet: values.sheet,
  };
}

interface EntriesRead {
  readonly clips: readonly ReadClip[];
  readonly unread: readonly ClipProblem[];
}

/** Says last, where it is seen, which recordings have no figures; the exit code is 1 then. */
function unreadSay(unread: readonly ClipProblem[], all: number): void {
  if (unread.length === 0) return;
  const files = unread.map(({ file }) => file ?? 'one without a name').join(', ');
  console.error(`${unread.length} of ${all} recordings could not be read: ${files}`);
  process.exitCode = 1;
}

/** How far it is, on a terminal only. */
function progressTell(all: number): (done: number) => void {
  return (done) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${all}${done === all ? '\n' : ''}`);
  };
}

async function entriesRead(order: Order, entries: readonly ClipEntry[]): Promise<EntriesRead> {
  // Faults of the network are told once, before any worker starts.
  await nodeModelRead(order.setup.modelFolder);
  if (entries.some(({ kind }) => kind === 'video')) ffmpegEnsure();
  const outcomes = await clipsRead(
    fileURLToPath(import.meta.url),
    order.setup,
    entries,
    Math.min(2, availableParallelism()),
    progressTell(entries.length),
  );
  const clips: ReadClip[] = [];
  const unread: ClipProblem[] = [];
  for (const [at, entry] of entries.entries()) {
    const outcome = outcomes[at]!;
    if (typeof outcome !== 'string') clips.push({ entry, reading: outcome });
    else {
      const why = outcome.includes(entry.path) ? outcome : `${entry.path}: ${outcome}`;
      unread.push({ file: entry.file, why });
      console.error(why);
    }
  }
  return { clips, unread };
}

async function clipsEvaluate(order: Order): Promise<void> {
  // A folder that cannot be written is said before the long work, not after it.
  if (order.out !== null) folderMake(order.out);
  const { entries, problems } = clipIndexRead(order.folder);
  for (const { why } of problems) console.error(why);
  const wanted = entries.filter(({ file }) => order.isWanted(file));
  if (wanted.length === 0) {
    throw new CommandError('no-clips', `${order.folder}: the index names no recording that is asked for.`);
  }
  const read = await entriesRead(order, wanted);
  const { clips } = read;
  const unread = [...problems, ...read.unread];
  const all = clipFigures(clips);
  if (order.isJson) console.log(JSON.stringify(clipFiguresJson(all, unread)));
  else {
    const folders = [...new Set(clips.map(({ entry }) => entry.folder))].sort();
    const columns = folders.map(
      (folder) => [folder, clipFigures(clips.filter(({ entry }) => entry.folder === folder))] as const,
    );
    const table = clipTable(folders.length === 1 ? columns : [...columns, ['all', all]]);
    console.log(`${table}\n\n${CLIP_DEFINITIONS}`);
  }
  if (order.out !== null) {
    writeFileSync(join(order.out, 'recordings.json'), `${JSON.stringify(videosJson(clips), null, 1)}\n`);
    if (order.isSheet) for (const path of sheetsWrite(order.out, clips)) console.error(path);
  }
  unreadSay(unread, problems.length + wanted.length);
}

const [, , first, second] = process.argv;
if (first === '--serve' && second !== undefined) await clipWorkerServe(JSON.parse(second) as WorkerSetup);
else await commandStart(() => clipsEvaluate(orderRead(process.argv.slice(2))));
