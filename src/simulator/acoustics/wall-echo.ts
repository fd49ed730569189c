import type { EchoLine } from './echo-line.ts';
import { gridArc } from './grid.ts';
import type { Scene } from './scene.ts';
import { FIELD_LINES } from './speckle.ts';

/** Per sample: where the wall's field is read, given how far the wall has moved. */
export interface WallShift {
  readonly lines: Int32Array;
  readonly lineShare: Float32Array;
  readonly samples: Int32Array;
  readonly sampleShare: Float32Array;
}

export function wallShiftAt({ grid, media, displacement, wall }: Scene): WallShift {
  const depthSamples = wall.samples;
  const lines = new Int32Array(depthSamples);
  const lineShare = new Float32Array(depthSamples);
  const samples = new Int32Array(depthSamples);
  const sampleShare = new Float32Array(depthSamples);
  const stretch = 1 - displacement.liftMm / media.pleuralDepthMm;
  for (let k = 0; k < depthSamples; k++) {
    const shift = displacement.wallMm / (gridArc(grid, k * grid.stepMm) * grid.placeStep);
    const line = FIELD_LINES / 2 - grid.lines / 2 - shift;
    lines[k] = Math.floor(line);
    lineShare[k] = line - Math.floor(line);
    const sample = Math.min(depthSamples - 2, k * stretch);
    samples[k] = Math.floor(sample);
    sampleShare[k] = sample - Math.floor(sample);
  }
  return { lines, lineShare, samples, sampleShare };
}

/** The chest wall's speckle from the probe's face to the pleura. */
export function wallLineRead({ wall, levels }: Scene, shift: WallShift, echoLine: EchoLine): void {
  const { echo, samples } = wall;
  const { line, re, im, pleuraFirst: to } = echoLine;
  const gain = levels.wallGain;
  const stop = Math.min(to, samples - 1);
  for (let k = 0; k < stop; k++) {
    const left = (line + shift.lines[k]!) & (FIELD_LINES - 1);
    const right = (left + 1) & (FIELD_LINES - 1);
    const a = 2 * (left * samples + shift.samples[k]!);
    const b = 2 * (right * samples + shift.samples[k]!);
    const u = shift.lineShare[k]!;
    const v = shift.sampleShare[k]!;
    const w00 = (1 - u) * (1 - v);
    const w01 = (1 - u) * v;
    const w10 = u * (1 - v);
    const w11 = u * v;
    const g = gain[k]!;
    re[k] = g * (w00 * echo[a]! + w01 * echo[a + 2]! + w10 * echo[b]! + w11 * echo[b + 2]!);
    im[k] = g * (w00 * echo[a + 1]! + w01 * echo[a + 3]! + w10 * echo[b + 1]! + w11 * echo[b + 3]!);
  }
  for (let k = stop; k < to; k++) {
    re[k] = 0;
    im[k] = 0;
  }
}
