import type { EchoBuffers } from './echo-buffers.ts';
import type { Scene } from './scene.ts';

/** One scan line whose echo is being computed: the steps add to `re` and `im`, or take from them, in turn. */
export interface EchoLine {
  readonly line: number;
  /** Real and imaginary part of every sample. */
  readonly re: Float32Array;
  readonly im: Float32Array;
  /** The pleura and the aerated lung's surface, in samples, and the first whole sample at or below each. */
  readonly pleura: number;
  readonly surface: number;
  readonly pleuraFirst: number;
  readonly surfaceFirst: number;
  /** Gain of what comes from the pleura and from below it. */
  readonly pleuraGain: number;
  /** Whether fluid or airless lung lies between the two. */
  readonly isFilled: boolean;
  /** Share of the lung's place that an organ takes, 0-1. */
  readonly organShare: number;
  /** How far to either side the lung's surface takes to be crossed, in samples. */
  readonly soft: number;
}

/** An organ of a smaller share is not drawn. */
export const ORGAN_LEAST = 0.01;

export function echoLineAt({ grid, lines, levels }: Scene, line: number, buffers: EchoBuffers): EchoLine {
  const { samples, stepMm } = grid;
  const pleura = lines.pleuraMm[line]! / stepMm;
  const surface = lines.lungMm[line]! / stepMm;
  const pleuraFirst = Math.min(samples, Math.ceil(pleura));
  return {
    line,
    re: buffers.re,
    im: buffers.im,
    pleura,
    surface,
    pleuraFirst,
    surfaceFirst: Math.min(samples, Math.ceil(surface)),
    pleuraGain: levels.wallGain[Math.min(samples - 1, pleuraFirst)]!,
    isFilled: surface - pleura > 0.5,
    organShare: lines.organ[line]!,
    soft: lines.surfaceSoftMm[line]! / stepMm,
  };
}
