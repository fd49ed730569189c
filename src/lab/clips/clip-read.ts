import { existsSync } from 'node:fs';
import { cacheKey, clipFramesRead } from '../../cli/shared/clip-frames.ts';
import { CommandError } from '../../cli/shared/command.ts';
import type { MarkableFinding } from '../../domain/findings/finding.ts';
import type { Frame, Mask } from '../../domain/frame/frame.ts';
import { frameFit, MASK_SIZE } from '../../domain/frame/resample.ts';
import { arcMm } from '../../domain/geometry/arc.ts';
import { blasMeasure } from '../../domain/grading/blas.ts';
import { instancesFind } from '../../domain/grading/instances.ts';
import type { NetworkModel } from '../../network/network-build.ts';
import type { ClipEntry } from './clip-index.ts';
import { type ClipScores, clipScore } from './clip-score.ts';
import { clipSector } from './clip-sector.ts';
import { type FrameRead, frameRead } from './frame-read.ts';
import { maskOverlaps } from './mask-overlap.ts';

/** A pleural line is found where an unbroken stretch of it is this long. */
export const PLEURA_LEAST_MM = 10;

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
  readonly scores: ClipScores;
  /** Mean share of the sector of each class, in FINDINGS order. */
  readonly shares: readonly number[];
  /** Mean B-line artefact score along the scan lines, 0-1. */
  readonly blas: number;
  /** Images with a pleural line. */
  readonly pleuraImages: number;
  /** Images with any finding of the lung that is more than a speck. */
  readonly alarmImages: number;
  /** Agreement of neighbouring images, for each pair that shows anything: 2 x same / (findings of both). */
  readonly temporalDice: readonly number[];
  /** Overlap with the mask by hand, where the index has one and either side shows the finding. */
  readonly overlaps: Readonly<Partial<Record<MarkableFinding, number>>>;
  /** The middle image with its mask, on the network's raster. */
  readonly shown: { readonly frame: Frame; readonly mask: Mask };
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
  const frameAt = (place: number): Frame => ({ width, height, grey: greys.get(place)!, sector, timeMs: 0 });

  const readings: FrameRead[] = [];
  const temporalDice: number[] = [];
  for (const group of frames.groups) {
    const read: FrameRead[] = [];
    for (const place of group) read.push(await frameRead(network, frameAt(place)));
    readings.push(...read);
    const dice = read.length === 2 ? findingsDice(read[0]!.mask, read[1]!.mask) : null;
    if (dice !== null) temporalDice.push(dice);
  }
  const middle = frames.groups[frames.groups.length >> 1]![0]!;
  const frame = frameAt(middle);
  const { mask } = readings[2 * (frames.groups.length >> 1)] ?? readings[0]!;
  const images = readings.map(({ shares }) => shares);
  return {
    file: entry.file,
    sectorKind: sector.kind,
    images: readings.length,
    scores: clipScore(images),
    shares: images[0]!.map((_, value) => meanOf(images.map((shares) => shares[value]!))),
    blas: meanOf(readings.map((read) => blasMeasure(read.mask).scanline)),
    pleuraImages: readings.filter((read) => pleuraIsFound(read.mask)).length,
    alarmImages: readings.filter((read) => lungIsFound(read.mask)).length,
    temporalDice,
    overlaps: entry.mask === null ? {} : await maskOverlaps(entry.mask, mask, frame),
    shown: { frame: frameFit(frame, MASK_SIZE), mask },
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

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
