import type { Mask } from '../frame/frame.ts';
import { blasMeasure } from './blas.ts';
import { countedFind } from './instances.ts';

/** Figures of the network's mask of one running image. */
export interface LiveFigures {
  /** B-line artefact score along the scan lines, 0-1. */
  readonly blas: number;
  /** B-lines that stand alone. */
  readonly bLines: number;
  /** Merged groups of B-lines. */
  readonly confluences: number;
}

export interface FiguresSample extends LiveFigures {
  /** Of its image, milliseconds since the source began. */
  readonly timeMs: number;
}

/** Figures are smoothed over the last second: a single image flickers, a breath is longer. */
const SMOOTHED_MS = 1000;

export function figuresMeasure(mask: Mask): LiveFigures {
  return {
    blas: blasMeasure(mask).scanline,
    bLines: countedFind(mask, 'b_line').length,
    confluences: countedFind(mask, 'b_line_confluence').length,
  };
}

/**
 * Adds the newest sample and lets go of those that are SMOOTHED_MS or more older, and of all where time went back
 * (another source).
 */
export function samplesTake(
  samples: readonly FiguresSample[],
  next: FiguresSample,
): readonly FiguresSample[] {
  const kept = samples.filter(({ timeMs }) => timeMs < next.timeMs && timeMs > next.timeMs - SMOOTHED_MS);
  return [...kept, next];
}

/** Mean score and median counts (the lower one of two middles) of the samples; null of none. */
export function figuresSmooth(samples: readonly FiguresSample[]): LiveFigures | null {
  if (samples.length === 0) return null;
  return {
    blas: samples.reduce((sum, { blas }) => sum + blas, 0) / samples.length,
    bLines: medianOf(samples.map(({ bLines }) => bLines)),
    confluences: medianOf(samples.map(({ confluences }) => confluences)),
  };
}

function medianOf(counts: readonly number[]): number {
  return counts.toSorted((a, b) => a - b)[(counts.length - 1) >> 1]!;
}
