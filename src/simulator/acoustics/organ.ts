import { amplitudeFromDb, powerFromDb } from '../../domain/numbers/portable-math.ts';
import { type EchoLine, ORGAN_LEAST } from './echo-line.ts';
import { pulseAdd, pulseSigma } from './pulse.ts';
import type { Scene } from './scene.ts';
import type { SceneLines } from './scene-lines.ts';

/** Where the layer behind layer `index` begins on a scan line: the next one that the line meets at all. */
function nextFront(lines: SceneLines, line: number, index: number): number {
  for (let next = index + 1; next < lines.organFrontMm.length; next++) {
    const front = lines.organFrontMm[next]![line]!;
    if (front < Number.POSITIVE_INFINITY) return front;
  }
  return Number.POSITIVE_INFINITY;
}

/**
 * Writes the organ's power along one scan line, from the chest wall to the bottom; above it nothing is written. The last
 * sample is reached on scan lines with a layer beyond the bottom alone, and keeps on others what was there: the images of
 * the frozen sets hang on that, and whoever draws many patients into one buffer clears it.
 */
export function organLineFill(
  { media: { organ }, grid, lines }: Scene,
  line: number,
  out: Float32Array,
): void {
  if (organ === null) return;
  const { stepMm, samples } = grid;
  const surface = lines.lungMm[line]!;
  for (const [index, { levelDb }] of organ.layers.entries()) {
    const front = lines.organFrontMm[index]![line]!;
    const from = Math.max(0, Math.floor(front / stepMm));
    const next = nextFront(lines, line, index);
    // The product may round to just under the last sample, which is then left as it is; frozen images hang on that.
    const to = Math.min(
      samples,
      Math.floor((next < Number.POSITIVE_INFINITY ? next : samples * stepMm) / stepMm),
    );
    for (let k = from; k < to; k++) {
      out[k] = powerFromDb(levelDb - organ.lossDbMm * (k * stepMm - surface));
    }
  }
}

/** The echoes of the layers' fronts, fainter with depth. */
export function organFrontsAdd(scene: Scene, { line, re, pleuraGain, organShare, soft }: EchoLine): void {
  const { grid, lines } = scene;
  const { organ } = scene.media;
  if (organ === null || organShare <= ORGAN_LEAST) return;
  const sigma = pulseSigma(scene) * 1.4 + 0.4 * soft;
  const surface = lines.lungMm[line]!;
  for (const [index, { frontDb }] of organ.layers.entries()) {
    const depthMm = lines.organFrontMm[index]![line]!;
    if (depthMm === Number.POSITIVE_INFINITY) continue;
    const level = amplitudeFromDb(frontDb - organ.lossDbMm * (depthMm - surface));
    const amplitude = organShare * level * pleuraGain * lines.passes[line]! * lines.surfaceFacing[line]!;
    pulseAdd(re, depthMm / grid.stepMm, sigma, 0, amplitude);
  }
}
