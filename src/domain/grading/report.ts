import type { ImageFacts } from '../analysis/image-facts.ts';
import { FINDING_INDEX, MARKABLE_FINDINGS, type MarkableFinding } from '../findings/finding.ts';
import type { Mask } from '../frame/frame.ts';
import { maskCounts, sectorInside } from '../frame/mask.ts';
import { blasMeasure } from './blas.ts';
import type { BlasPair } from './grade.ts';
import { beamOfPixel, countedFind } from './instances.ts';
import { maskObey } from './key/anatomy-read.ts';
import { spaceLinesCount } from './space-lines.ts';

/** Version of `maskReport`: raise it when its results change, so that reports that were kept are dropped. */
export const REPORT_VERSION = 2;

export interface ClassReport {
  /** Share of the sector's pixels, 0-1. */
  readonly share: number;
  readonly instances: number;
  /** Mean probability over the class's pixels, 0-1; null when it has none or no confidence was given. */
  readonly confidence: number | null;
}

/** A mask in figures. */
export interface MaskReport {
  readonly classes: Readonly<Record<MarkableFinding, ClassReport>>;
  /** Median depth of the pleural pixels along the scan lines, mm; null when no pleural line is seen. */
  readonly pleuralDepthMm: number | null;
  readonly blas: BlasPair;
  /** What the whole clip is read by; null where the image was read alone, as all were in earlier versions. */
  readonly facts: ImageFacts | null;
  /** The most separate B-lines in one intercostal space; null in reports of earlier versions. */
  readonly spaceBLines: number | null;
}

/**
 * Reads a mask as findings that obey anatomy. `confidence`: probability of each pixel's class, 0-255 for 0-1, on the
 * mask's raster.
 */
export function maskReport(
  labels: Mask,
  confidence: Uint8Array | null = null,
  facts: ImageFacts | null = null,
): MaskReport {
  const mask = maskObey(labels);
  const counts = maskCounts(mask);
  const sectorPixels = sectorInside(mask.sector, mask.width, mask.height).reduce((sum, bit) => sum + bit, 0);
  const report = (finding: MarkableFinding): ClassReport => ({
    share: sectorPixels === 0 ? 0 : counts[FINDING_INDEX[finding]]! / sectorPixels,
    instances: countedFind(mask, finding).length,
    confidence: confidence === null ? null : confidenceMean(labels, mask, confidence, finding),
  });
  return {
    classes: Object.fromEntries(
      MARKABLE_FINDINGS.map((finding) => [finding, report(finding)]),
    ) as unknown as Readonly<Record<MarkableFinding, ClassReport>>,
    pleuralDepthMm: pleuralDepth(mask),
    blas: blasMeasure(mask),
    facts,
    spaceBLines: spaceLinesCount(mask),
  };
}

/** Median depth of the pleural pixels along their scan lines, mm; null when there are none. */
export function pleuralDepth(mask: Mask): number | null {
  const depths: number[] = [];
  mask.classes.forEach((value, at) => {
    if (value === FINDING_INDEX.pleural_line) depths.push(beamOfPixel(mask, at).depthMm);
  });
  if (depths.length === 0) return null;
  depths.sort((a, b) => a - b);
  const middle = depths.length >> 1;
  return depths.length % 2 === 1 ? depths[middle]! : (depths[middle - 1]! + depths[middle]!) / 2;
}

/** Mean confidence 0-1 over the pixels that a class has in both (`confidence` 0-255 per pixel); null when there are none. */
function confidenceMean(
  labels: Mask,
  mask: Mask,
  confidence: Uint8Array,
  finding: MarkableFinding,
): number | null {
  const value = FINDING_INDEX[finding];
  let sum = 0;
  let pixels = 0;
  for (let i = 0; i < mask.classes.length; i++) {
    if (mask.classes[i] !== value || labels.classes[i] !== value) continue;
    sum += confidence[i]!;
    pixels += 1;
  }
  return pixels === 0 ? null : sum / pixels / 255;
}
