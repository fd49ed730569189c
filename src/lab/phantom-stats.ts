/**
 * Lays the simulator beside recorded clips: `npm run phantom:stats -- [--exams N] [--seed S] [--json]`.
 *
 * `--clips DIR` measures the videos of a folder instead of taking the facts that are kept, says how well a small
 * classifier tells them from simulated clips (for each look, N of each), and `--write` keeps the facts. `--sheet OUT.png --clips DIR` draws recorded frames and simulated ones side by side instead.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ffmpegEnsure } from '../../scripts/lib/ffmpeg.mjs';
import { choiceRead, commandStart, integerRead, requiredRead } from '../cli/shared/command.ts';
import { picturePng } from '../cli/shared/picture.ts';
import { examSeed } from '../cli/shared/seeds.ts';
import { PHANTOM_PATTERNS, type PhantomRequest } from '../domain/scan/phantom-request.ts';
import { COMPARISON_RULE, comparisonsDraw } from './stats/comparison.ts';
import { looksTellApart, toldApartSay } from './stats/looks.ts';
import { realImagesRead, realImagesWrite, videosMeasure, videosSpread } from './stats/real-images.ts';
import { sideBySide } from './stats/side-by-side.ts';
import { simulatedValues } from './stats/simulated.ts';
import { comparisonTable, failuresSay } from './stats/table.ts';

/** Moments measured of each exam. */
const MOMENTS = 2;

/** Progress goes to the error stream, so that --json is all that is on the other. */
function tell(text: string): void {
  console.error(text);
}

async function statsStart(): Promise<void> {
  const { values } = parseArgs({
    options: {
      exams: { type: 'string', default: '150' },
      seed: { type: 'string', default: '1' },
      split: { type: 'string', default: 'train' },
      probe: { type: 'string', default: 'convex' },
      pattern: { type: 'string', default: 'any' },
      json: { type: 'boolean', default: false },
      clips: { type: 'string' },
      write: { type: 'boolean', default: false },
      sheet: { type: 'string' },
    },
  });
  if (values.clips !== undefined) ffmpegEnsure();
  const seed = integerRead(values.seed, 'seed', 0, 2 ** 32 - 1);
  const split = choiceRead(values.split, 'split', ['train', 'test', 'game'] as const);
  const asked: PhantomRequest = {
    seed: examSeed(seed, 0, split),
    split,
    probe: choiceRead(values.probe, 'probe', ['convex', 'linear'] as const),
    pattern: choiceRead(values.pattern, 'pattern', PHANTOM_PATTERNS),
  };
  if (values.sheet !== undefined) {
    const folder = requiredRead(values.clips, 'clips', 'the folder with videos for the left half');
    const path = resolve(values.sheet);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, picturePng(await sideBySide(folder, asked)));
    console.log(`wrote ${path}: recorded frames on the left (not yours to publish), simulated on the right`);
    return;
  }
  if (values.write) requiredRead(values.clips, 'clips', 'the folder with videos to measure');
  const exams = integerRead(values.exams, 'exams', 3, 100_000);
  const videos = values.clips === undefined ? null : await videosMeasure(values.clips, tell);
  const real = videos === null ? realImagesRead() : videosSpread(videos);
  if (values.write) realImagesWrite(real);
  const requests = Array.from({ length: exams }, (_, exam) => ({
    ...asked,
    seed: examSeed(seed, exam, split),
  }));
  const comparisons = comparisonsDraw(
    real.facts,
    simulatedValues(requests, MOMENTS, (done) => {
      if (done % 25 === 0) tell(`${done} of ${exams} exams measured`);
    }),
  );
  // Told apart are single clips: of the recorded ones whose facts are kept only the spreads are.
  const told = videos === null ? null : looksTellApart(videos, exams, seed, tell);
  if (values.json) {
    const figures = { exams, seed, split, videos: real.videos, facts: comparisons };
    console.log(JSON.stringify(told === null ? figures : { ...figures, told_apart: told }));
    return;
  }
  console.log(
    `${exams} ${values.probe} exams of the ${split} split from seed ${seed}, beside ${real.videos} recorded videos`,
  );
  console.log(`\n${[comparisonTable(comparisons), COMPARISON_RULE, failuresSay(comparisons)].join('\n\n')}`);
  if (told !== null) console.log(`\n${toldApartSay(told)}`);
}

await commandStart(statsStart);
