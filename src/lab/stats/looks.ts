import { dirname, resolve } from 'node:path';
import { examSeed } from '../../cli/shared/seeds.ts';
import { clipIndexRead } from '../clips/clip-index.ts';
import { CLIP_ORIGINS, type ClipOrigin, clipCamera } from '../simulated/clip-camera.ts';
import { sampleCut, sampleSizePx } from './exam-sample.ts';
import { imageMeasures, LATER_S } from './image-measures.ts';
import type { VideoMeasures } from './real-images.ts';
import { type MeasuredClip, type ToldApart, toldApart } from './told-apart.ts';

/** Moments of each simulated clip, 5 s apart. */
const MOMENTS = 2;
const APART_S = 5;

function simulatedMeasure(origin: ClipOrigin, seed: number): MeasuredClip {
  const { probe, frameRateHz, image } = clipCamera(origin, seed);
  const size = sampleSizePx(probe);
  const shots = Array.from({ length: MOMENTS }, (_, moment) => {
    const at = Math.round(moment * APART_S * frameRateHz);
    const later = Math.max(1, Math.round(LATER_S * frameRateHz));
    return [image(at, size), image(at + 1, size), image(at + later, size)] as const;
  });
  const clip = sampleCut(
    shots[0]![0].sector,
    size,
    shots.map(([now, next, later]) => ({ now: now.grey, next: next.grey, later: later.grey })),
  );
  return { measures: imageMeasures(clip), cluster: `${origin} ${seed}` };
}

/** How well recorded clips are told from those of each origin, and from those of all. */
export interface LooksToldApart {
  readonly all: ToldApart;
  readonly origins: Readonly<Record<ClipOrigin, ToldApart>>;
}

/**
 * @param videos measured videos of a folder, with their paths; an `index.json` there or above says whose they are
 * @param clips simulated clips of each origin
 */
export function looksTellApart(
  videos: readonly VideoMeasures[],
  clips: number,
  seed: number,
  tell: (text: string) => void,
): LooksToldApart {
  const patients = patientsOf(videos);
  const recorded = videos.map(({ path, measures }) => ({
    measures,
    cluster: patients.get(resolve(path)) ?? path,
  }));
  const simulated = CLIP_ORIGINS.map((origin) => {
    const measured = Array.from({ length: clips }, (_, index) =>
      simulatedMeasure(origin, examSeed(seed, index, 'train')),
    );
    tell(`${clips} simulated clips measured: ${origin}`);
    return [origin, measured] as const;
  });
  return {
    all: toldApart(
      recorded,
      simulated.flatMap(([, measured]) => measured),
    ),
    origins: Object.fromEntries(
      simulated.map(([origin, measured]) => [origin, toldApart(recorded, measured)]),
    ) as Record<ClipOrigin, ToldApart>,
  };
}

/** Whose each video is, by path; a folder without an index knows nobody. */
function patientsOf(videos: readonly VideoMeasures[]): ReadonlyMap<string, string> {
  const [first] = videos;
  if (first === undefined) return new Map();
  try {
    const { entries } = clipIndexRead(dirname(first.path));
    return new Map(entries.map(({ path, cluster }) => [resolve(path), cluster]));
  } catch {
    return new Map();
  }
}

/** A line for each origin and for all, with what the classifier leans on. */
export function toldApartSay({ all, origins }: LooksToldApart): string {
  const line = (name: string, { area, recorded, simulated, leans }: ToldApart): string =>
    [
      `told apart, ${name}: AUC ${area.toFixed(3)} (${recorded} recorded, ${simulated} simulated)`,
      ...leans.map(({ label, weight }) => `  ${weight > 0 ? '+' : ''}${weight.toFixed(2)} ${label}`),
    ].join('\n');
  return [...CLIP_ORIGINS.map((origin) => line(origin, origins[origin])), line('all', all)].join('\n');
}
