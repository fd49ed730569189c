import { existsSync } from 'node:fs';
import { clipAnswersCreate } from '../../adapters/segmenter/shared/clip-answers.ts';
import { cacheKey, clipFramesRead } from '../../cli/shared/clip-frames.ts';
import { CommandError } from '../../cli/shared/command.ts';
import { type ClipTerms, clipTermsOf } from '../../domain/analysis/clip-readout.ts';
import type { MarkableFinding } from '../../domain/findings/finding.ts';
import type { Frame, Mask } from '../../domain/frame/frame.ts';
import { frameFit, MASK_SIZE } from '../../domain/frame/resample.ts';
import { arcMm } from '../../domain/geometry/arc.ts';
import { instancesFind } from '../../domain/grading/instances.ts';
import { maskObey } from '../../domain/grading/key/anatomy-read.ts';
import { spaceLinesCount } from '../../domain/grading/space-lines.ts';
import type { NetworkModel } from '../../network/network-build.ts';
import type { ClipEntry } from './clip-index.ts';
import { clipSector } from './clip-sector.ts';
import { findingsShown } from './false-alarms.ts';
import { type FrameRead, frameRead } from './frame-read.ts';
import { maskOverlaps } from './mask-overlap.ts';

/** A pleural line is found where an unbroken stretch of it is this long. */
export const PLEURA_LEAST_MM = 10;

/** Time between two images of a recording, ms: recordings for evaluation have about 25 images a second. */
const IMAGE_MS = 40;

/** Findings that no image without lung may show. */
const LUNG_FINDINGS: readonly MarkableFinding[] = ['pleural_line', 'a_line', 'b_line', 'b_line_confluence'];

export interface ClipSampling {
  /** How many pairs of neighbouring images to take from a video. */
  readonly groups: number;
  /** Whether what is decoded and found is remembered in `.cache/clips`. */
  readonly isCached: boolean;
}

/** All figures of one recording. */
export interface ClipReading {
  readonly file: string;
  readonly sectorKind: 'convex' | 'linear';
  /** Images that were read. */
  readonly images: number;
  /** Means of the images' figures: what readouts go by. */
  readonly terms: ClipTerms;
  /**
   * What each image shows as findings that obey anatomy, the most separate B-lines in one intercostal space of it, and when
   * it was, ms.
   */
  readonly shown: readonly (readonly MarkableFinding[])[];
  readonly spaceLines: readonly number[];
  readonly timesMs: readonly number[];
  /** Images with a pleural line. */
  readonly pleuraImages: number;
  /** Images with any finding of the lung that is more than a speck. */
  readonly alarmImages: number;
  /** Agreement of neighbouring images, for each pair that shows anything: 2 x same / (findings of both). */
  readonly temporalDice: readonly number[];
  /** Overlap with the mask by hand, where the index has one and either side shows the finding. */
  readonly overlaps: Readonly<Partial<Record<MarkableFinding, number>>>;
  /** The middle image with its mask, on the network's raster. */
  readonly picture: { readonly frame: Frame; readonly mask: Mask };
}

/**
 * Reads one recording with the network.
 * @throws InputError, CommandError or SegmenterError with one sentence when it cannot be read.
 */
export async function clipRead(
  network: NetworkModel,
  entry: ClipEntry,
  { groups, isCached }: ClipSampling,
): Promise<ClipReading> {
  fileRequire(entry.path);
  const key = entry.kind === 'video' && isCached ? cacheKey(entry.path, groups) : null;
  const frames = await clipFramesRead(entry, groups, key);
  const sector = clipSector(frames, entry.depthMm, key);
  const { width, height, greys } = frames;
  const frameAt = (place: number): Frame => ({
    width,
    height,
    grey: greys.get(place)!,
    sector,
    timeMs: place * IMAGE_MS,
  });
  const besideAt = (place: number): Frame | null => (greys.has(place) ? frameAt(place) : null);
  const answers = clipAnswersCreate(network);

  const readings: FrameRead[] = [];
  const temporalDice: number[] = [];
  for (const group of frames.groups) {
    const read: FrameRead[] = [];
    for (const place of group) {
      const beside = { before: besideAt(place - 1), after: besideAt(place + 1) };
      read.push(await frameRead(answers, frameAt(place), beside));
    }
    readings.push(...read);
    const dice = read.length === 2 ? findingsDice(read[0]!.mask, read[1]!.mask) : null;
    if (dice !== null) temporalDice.push(dice);
  }
  const middle = frames.groups[frames.groups.length >> 1]![0]!;
  const frame = frameAt(middle);
  const { mask } = readings[2 * (frames.groups.length >> 1)] ?? readings[0]!;
  const obeyed = readings.map((read) => maskObey(read.mask));
  return {
    file: entry.file,
    sectorKind: sector.kind,
    images: readings.length,
    terms: clipTermsOf(readings.map(({ facts }) => facts)),
    shown: obeyed.map(findingsShown),
    spaceLines: obeyed.map(spaceLinesCount),
    timesMs: frames.groups.flat().map((place) => place * IMAGE_MS),
    pleuraImages: readings.filter((read) => pleuraIsFound(read.mask)).length,
    alarmImages: readings.filter((read) => lungIsFound(read.mask)).length,
    temporalDice,
    overlaps: entry.mask === null ? {} : await maskOverlaps(entry.mask, mask, frame),
    picture: { frame: frameFit(frame, MASK_SIZE), mask },
  };
}

function fileRequire(path: string): void {
  if (existsSync(path)) return;
  throw new CommandError('clip-missing', 'There is no such file; correct the index or fetch it.');
}

function pleuraIsFound(mask: Mask): boolean {
  return instancesFind(mask, 'pleural_line').some(
    ({ lateralFrom, lateralTo, mean }) =>
      arcMm(mask.sector, lateralTo - lateralFrom, mean.depthMm) >= PLEURA_LEAST_MM,
  );
}

function lungIsFound(mask: Mask): boolean {
  return LUNG_FINDINGS.some((finding) => instancesFind(mask, finding).length > 0);
}

/** Dice of two masks over all findings: 2 x pixels of the same finding / all finding pixels; null for none. */
export function findingsDice(a: Mask, b: Mask): number | null {
  let same = 0;
  let all = 0;
  for (let at = 0; at < a.classes.length; at++) {
    const left = a.classes[at]!;
    const right = b.classes[at]!;
    if (left !== 0) all += 1;
    if (right !== 0) all += 1;
    if (left !== 0 && left === right) same += 2;
  }
  return all === 0 ? null : same / all;
}
