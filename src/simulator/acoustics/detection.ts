import type { EchoLine } from './echo-line.ts';
import { NOISE_LENGTH } from './levels.ts';
import type { Scene } from './scene.ts';
import { FIELD_LINES } from './speckle.ts';

/** How many lines of the lung's field aside the clutter of a scan line is taken from. */
const CLUTTER_LINES = 97;

/** Writes the power that is detected on a scan line: the echo through its contact, clutter, and noise. */
export function lineDetect(
  { grid, levels, lines, lung }: Scene,
  noiseIndex: number,
  { line, re, im }: EchoLine,
  power: Float32Array,
): void {
  const { samples } = grid;
  const { echo } = lung;
  const beside = 2 * (((line + CLUTTER_LINES) & (FIELD_LINES - 1)) * samples);
  const contact = lines.contact[line]!;
  let n = noiseOffset(noiseIndex, line);
  const base = line * samples;
  for (let k = 0; k < samples; k++) {
    const noise = levels.noiseAmplitude[k]!;
    const clutter = levels.clutterAmplitude[k]!;
    const x = contact * re[k]! + clutter * echo[beside + 2 * k]! + noise * levels.noise[n]!;
    const y = contact * im[k]! + clutter * echo[beside + 2 * k + 1]! + noise * levels.noise[n + 1]!;
    power[base + k] = (x * x + y * y) * levels.gain[k]!;
    n = (n + 2) & (2 * NOISE_LENGTH - 1);
  }
}

/** Where in the noise a scan line of an image begins. */
function noiseOffset(index: number, line: number): number {
  let h = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(line + 1, 0x85ebca77);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return 2 * ((h ^ (h >>> 12)) & (NOISE_LENGTH - 1));
}
