/**
 * Measures, side by side and in one run of headless Chromium, this network, the paper's U-Net, and this network in
 * onnxruntime-web and in LiteRT (floats and eight bits), and the whole way from a frame to its overlay:
 * `npm run bench [-- --json] [--rounds N]`.
 */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { CHROMIUM_ARGS, chromiumFind } from '../../scripts/lib/chromium.mjs';
import { ROOT } from '../../scripts/lib/root.mjs';
import { modelFilesOpen, specificationOpen } from '../cli/node-network.ts';
import { CommandError, commandStart, integerRead } from '../cli/shared/command.ts';
import { filmWrite, screenFilm } from '../cli/shared/screen-film.ts';
import type { ModelFiles } from '../network/model-files.ts';
import { modelRandom } from '../network/model-random.ts';
import { SegmenterError } from '../network/segmenter-error.ts';
import type { Contender } from './bench/contender.ts';
import type { BenchOrder, BenchOutcome } from './bench/page.ts';
import { benchReport, benchTable } from './bench/report.ts';

const PAGE = join(ROOT, 'src/lab/bench');
const BUILT = join(ROOT, '.cache/bench');
/** The film of the browser's fake camera. */
const FILM = join(ROOT, '.cache/bench-camera/film.y4m');
const CONFIG = join(ROOT, 'vite.config.ts');

const LARGEST_DIFFERENCE = 1e-3;
const WHOLE_WAY_FRAMES = 120;

/** One thread each, and as many as there are cores (four at most) for the runtimes that take them. */
function contendersOf(cores: number): readonly Contender[] {
  const one: readonly Contender[] = [
    { network: 'batsign-unet', runtime: 'tfjs-wasm', threads: 1 },
    { network: 'batsign-unet', runtime: 'onnxruntime-web', threads: 1 },
    { network: 'batsign-unet', runtime: 'litert', threads: 1 },
    { network: 'batsign-unet', runtime: 'litert-int8', threads: 1 },
    { network: 'paper-unet', runtime: 'tfjs-wasm', threads: 1 },
  ];
  const threads = Math.min(4, cores);
  if (threads < 2) return one;
  return [
    ...one,
    { network: 'batsign-unet', runtime: 'tfjs-wasm', threads },
    { network: 'batsign-unet', runtime: 'onnxruntime-web', threads },
  ];
}

/** The shipped model, or random weights of the same network while there is none. */
async function modelOpen(): Promise<{ readonly files: ModelFiles; readonly trained: boolean }> {
  try {
    return { files: await modelFilesOpen(), trained: true };
  } catch (error) {
    if (!(error instanceof SegmenterError) || error.code !== 'model-unreachable') throw error;
    return { files: await modelRandom(await specificationOpen(), 1), trained: false };
  }
}

async function pageRun(order: BenchOrder): Promise<BenchOutcome> {
  const executablePath = chromiumFind();
  if (executablePath === null) {
    throw new CommandError(
      'no-browser',
      'There is no Chromium: install one, or name it by BATSIGN_CHROMIUM.',
    );
  }
  await build({
    configFile: CONFIG,
    root: PAGE,
    logLevel: 'error',
    build: { outDir: BUILT, emptyOutDir: true },
  });
  const server = await preview({
    configFile: CONFIG,
    root: PAGE,
    logLevel: 'error',
    build: { outDir: BUILT },
    preview: { port: 0, host: '127.0.0.1' },
  });
  filmWrite(screenFilm(), FILM);
  const browser = await chromium.launch({
    executablePath,
    args: [
      ...CHROMIUM_ARGS,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${FILM}`,
    ],
  });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => console.error(error.message));
    await page.goto(server.resolvedUrls!.local[0]!);
    await page.waitForFunction(() => typeof window.benchRun === 'function');
    return await page.evaluate((given) => window.benchRun(given), order);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function bench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '12' } },
  });
  const rounds = integerRead(values.rounds, 'rounds', 1, 1000);
  const { files, trained } = await modelOpen();
  const contenders = contendersOf(availableParallelism());
  const outcome = await pageRun({
    contenders,
    rounds,
    wholeWayFrames: WHOLE_WAY_FRAMES,
    model: { manifest: files.manifest, weightsBase64: Buffer.from(files.weights).toString('base64') },
  });
  const differences = Object.entries(outcome.differences);
  for (const [runtime, difference] of differences) {
    if (difference <= LARGEST_DIFFERENCE) continue;
    throw new CommandError(
      'runtimes-differ',
      `tfjs and ${runtime} differ by ${difference.toExponential(1)}: they do not run the same network.`,
    );
  }
  const report = benchReport(contenders, outcome);
  if (values.json) {
    console.log(JSON.stringify(report));
    return;
  }
  const weights = trained
    ? 'the shipped weights'
    : 'random weights (no trained ones yet; the speed is the same)';
  const differ = differences.map(([runtime, difference]) => `${runtime} by ${difference.toExponential(1)}`);
  console.log(
    `headless Chromium, ${outcome.cores} cores, ${weights}; from tfjs differs ${differ.join(', ')}\n`,
  );
  console.log(benchTable(report));
}

await commandStart(() => bench(process.argv.slice(2)));
