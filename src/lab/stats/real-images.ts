import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CommandError } from '../../cli/shared/command.ts';
import { errorText } from '../../cli/shared/error-text.ts';
import { clipSample, videoPaths } from './clip-sample.ts';
import { IMAGE_FACTS, type Measures } from './facts.ts';
import { imageMeasures } from './image-measures.ts';
import { type Spread, spreadOf } from './spread.ts';

/** Facts of recorded clips: numbers only, no image. */
export interface Measured {
  readonly videos: number;
  readonly facts: Readonly<Record<string, Spread>>;
}

/** One recorded video's facts. */
export interface VideoMeasures {
  readonly path: string;
  readonly measures: Measures;
}

interface RealImages extends Measured {
  /** The owner of the clips, and how the facts were measured. */
  readonly dataset: string;
  readonly method: string;
}

const PATH = fileURLToPath(new URL('./real-images.json', import.meta.url));

export function realImagesRead(): RealImages {
  return JSON.parse(readFileSync(PATH, 'utf8')) as RealImages;
}

/** Keeps what was measured in the file that the table and the tests read; its notes stay as they are. */
export function realImagesWrite(real: Measured): void {
  const facts = Object.entries(real.facts).map(([id, { p5, p50, p95 }]) => [
    id,
    { p5: rounded(p5), p50: rounded(p50), p95: rounded(p95) },
  ]);
  const { dataset, method } = realImagesRead();
  const kept = { dataset, method, videos: real.videos, facts: Object.fromEntries(facts) };
  writeFileSync(PATH, `${JSON.stringify(kept, null, 2)}\n`);
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

/** Measures a folder's videos; one that cannot be read is told of and left out. */
export async function videosMeasure(
  folder: string,
  tell: (text: string) => void,
): Promise<readonly VideoMeasures[]> {
  const measured: VideoMeasures[] = [];
  const paths = videoPaths(folder);
  for (const [place, path] of paths.entries()) {
    try {
      measured.push({ path, measures: imageMeasures(await clipSample(path)) });
    } catch (error) {
      if (!(error instanceof CommandError) || error.code === 'no-ffmpeg') throw error;
      tell(`left out: ${errorText(error)}`);
    }
    if ((place + 1) % 20 === 0) tell(`${place + 1} of ${paths.length} videos measured`);
  }
  return measured;
}

/** The spread of every fact over videos. */
export function videosSpread(measured: readonly VideoMeasures[]): Measured {
  const facts = IMAGE_FACTS.flatMap(({ id }) => {
    const spread = spreadOf(measured.map(({ measures }) => measures[id] ?? Number.NaN));
    return spread === null ? [] : [[id, spread] as const];
  });
  return { videos: measured.length, facts: Object.fromEntries(facts) };
}
