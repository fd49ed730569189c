// Has scenarios played by simulated players, without a browser (`npm run scenario:play -- FILE... [--seeds N]`).
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../../scripts/lib/root.mjs';
import { scenarioParse } from '../domain/scenario/parse.ts';
import { translationName } from '../domain/scenario/translation-name.ts';
import {
  PLAYER_NAMES,
  type PlayerName,
  type ScenarioReport,
  scenarioReport,
  scoresMean,
} from './scenario-play/scenario-report.ts';
import { choiceRead, commandStart, integerRead } from './shared/command.ts';
import { tableOf } from './shared/markdown-table.ts';

const USAGE = `Usage: npm run scenario:play -- [FILE...] [--seeds N] [--players NAME,NAME...] [--json]

Plays scenarios to their end by the machine of the game, on simulated images with their truth as the key; without FILE all
that are shipped. Seed 0 plays the images as they are written, each other seed, up to N - 1 (N is 5 unless told otherwise), those
that it draws. The players: perfect does everything as the truth has it, noisy draws 3 mm beside it, leaves marks out and
errs in 3 of 10 replies, empty does nothing, random anything, idle goes everywhere and freezes what is asked for, but hands in no
marks and calls every zone healthy and every proposal right. A learner's own clip or machine is stood in for by the simulator.

Prints for how many minutes each scenario is meant, the scores and the seconds that it took, and "FILE: seed N:
SENTENCE" for what is wrong: a step without an end, an image without what is asked for, a reply that cannot be given,
another difficulty than the stated one, a perfect player below 90, scores in another order than perfect, noisy, empty
(random below perfect, idle below noisy) in the mean over the seeds. Exits with 1 if there is any.`;

interface FileReport extends ScenarioReport {
  readonly file: string;
  /** As the scenario states its length. */
  readonly minutes: number;
}

async function playStart(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seeds: { type: 'string', default: '5' },
      players: { type: 'string', default: PLAYER_NAMES.join(',') },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const seeds = integerRead(values.seeds, 'seeds', 1, 10_000);
  const players = values.players.split(',').map((name) => choiceRead(name, 'players', PLAYER_NAMES));
  const files = positionals.length > 0 ? positionals.filter(isOriginal) : filesShipped();
  const read = files.map((file) => ({ file, scenario: scenarioParse(readFileSync(file, 'utf8'), file) }));
  const reports: FileReport[] = [];
  for (const { file, scenario } of read) {
    const played = await scenarioReport(scenario, seeds, players, () => performance.now());
    const report = { file, minutes: scenario.durationMin, ...played };
    reports.push(report);
    for (const { seed, sentence } of report.faults) {
      console.error(`${file}: ${seed === null ? 'all seeds' : `seed ${seed}`}: ${sentence}`);
    }
  }
  console.log(
    values.json ? JSON.stringify({ seeds, scenarios: reports }) : reportsTable(reports, players, seeds),
  );
  if (reports.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
}

/** Whether a file is no translation of another one. */
function isOriginal(file: string): boolean {
  return translationName(file) === null;
}

/** The shipped scenarios, as paths from where the command runs. */
function filesShipped(): readonly string[] {
  const folder = join(ROOT, 'scenarios');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml') && isOriginal(file))
    .sort()
    .map((file) => join(folder, file));
}

function reportsTable(reports: readonly FileReport[], players: readonly PlayerName[], seeds: number): string {
  return tableOf([
    [`scenario, mean score over ${seeds} seeds (least)`, 'min', ...players, 'faults', 's'],
    ...reports.map(({ id, minutes, scores, faults, ms }) => [
      id,
      String(minutes),
      ...players.map((name) => scoreSay(scores[name])),
      String(faults.length),
      (ms / 1000).toFixed(1),
    ]),
  ]);
}

function scoreSay(scores: readonly (number | null)[] | undefined): string {
  const mean = scoresMean(scores);
  if (mean === null) return '-';
  const least = Math.min(...(scores ?? []).map((score) => score ?? 0));
  return `${mean.toFixed(0)} (${least.toFixed(0)})`;
}

await commandStart(playStart);
