import { amplitudeFromDb } from '../../domain/numbers/portable-math.ts';
import type { EchoBuffers } from './echo-buffers.ts';
import type { EchoLine } from './echo-line.ts';
import { A_LINES } from './line-echoes.ts';
import { pulseAdd, pulseSigma } from './pulse.ts';
import type { Scene } from './scene.ts';

/** A fainter A-line is not drawn. */
const A_LINE_LEAST = 0.003;

/** Standard deviation, in samples, of the A-line at a multiple of the pleural depth: each bounce blurs it. */
export function aLineSigma(scene: Scene, multiple: number): number {
  return pulseSigma(scene) * (1.35 + 0.35 * (multiple - 1));
}

/** Share of the amplitude of a reverberation that ring-down leaves, given the power of the haze and of the ring-down. */
function keepAgainst(haze: number, ring: number): number {
  return ring > 0 ? Math.sqrt(haze / (haze + ring)) : 1;
}

/** The chest wall seen again below the pleura, where that is a mirror. */
export function wallMirrorAdd(scene: Scene, { rings: { flat } }: EchoBuffers, echoLine: EchoLine): void {
  const { line, re, im, pleuraFirst, isFilled, organShare } = echoLine;
  if (isFilled || organShare >= 0.5) return;
  const { grid, levels, echoes } = scene;
  const hasRings = scene.rings.length > 0;
  const mirror = amplitudeFromDb(scene.media.mirrorDb);
  const haze = echoes.haze[line]!;
  const base = line * grid.samples + pleuraFirst;
  const to = Math.min(pleuraFirst, grid.samples - pleuraFirst);
  for (let k = 0; k < to; k++) {
    const keep = keepAgainst(haze * levels.hazePower[k]!, hasRings ? flat[base + k]! : 0);
    // Frozen images hang on the mirrored echo being a 32-bit number.
    re[pleuraFirst + k] = re[pleuraFirst + k]! + keep * Math.fround(re[k]! * mirror);
    im[pleuraFirst + k] = im[pleuraFirst + k]! + keep * Math.fround(im[k]! * mirror);
  }
}

/** The pleura at whole multiples of its depth. */
export function aLinesAdd(scene: Scene, { rings: { flat } }: EchoBuffers, echoLine: EchoLine): void {
  const { grid, levels, echoes } = scene;
  const { line, re, pleura, surfaceFirst, pleuraGain } = echoLine;
  const hasRings = scene.rings.length > 0;
  for (let i = 0; i < A_LINES; i++) {
    const at = (i + 2) * pleura;
    if (at >= grid.samples) break;
    const amplitude = echoes.aLines[i]![line]! * pleuraGain;
    if (amplitude < A_LINE_LEAST) continue;
    const k = Math.floor(at);
    const haze = echoes.haze[line]! * levels.hazePower[Math.max(0, k - surfaceFirst)]!;
    const keep = keepAgainst(haze, hasRings ? flat[line * grid.samples + k]! : 0);
    pulseAdd(re, at, aLineSigma(scene, i + 2), 0, amplitude * keep);
  }
}
