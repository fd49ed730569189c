import { amplitudeFromDb, exp } from '../../domain/numbers/portable-math.ts';
import type { EchoBuffers } from './echo-buffers.ts';
import type { EchoLine } from './echo-line.ts';
import { type LungShift, lungFieldLine } from './lung-echo.ts';
import { pulseAdd, pulseSigma } from './pulse.ts';
import type { Scene } from './scene.ts';

/** Bone under the cortex fades by 1/e in this many mm. */
export const BONE_FADE_MM = 1.3;
export const BONE_DB = -11;

/** The front of a rib, and the bone under it as far as it is seen. */
export function boneAdd(scene: Scene, shift: LungShift, { gas }: EchoBuffers, echoLine: EchoLine): void {
  const { grid, levels, lines, echoes } = scene;
  const { line, re, im } = echoLine;
  if (!(echoes.rib[line]! > 0)) return;
  const { samples, stepMm } = grid;
  const { echo } = scene.lung;
  const bone = amplitudeFromDb(BONE_DB);
  const front = lines.ribFrontMm[line]! / stepMm;
  const gain = levels.wallGain[Math.min(samples - 1, Math.max(0, Math.round(front)))]!;
  const isUnderGas = lines.ribFrontMm[line]! > gas.fromMm[line]!;
  const amplitude = echoes.rib[line]! * gain * (isUnderGas ? gas.passes[line]! : 1);
  const to = Math.min(samples - 1, Math.ceil(lines.ribBackMm[line]! / stepMm));
  const base = lungFieldLine(shift, line) * samples;
  for (let k = Math.max(0, Math.ceil(front)); k <= to; k++) {
    const fade = amplitude * bone * exp((-(k - front) * stepMm) / BONE_FADE_MM);
    const a = 2 * (base + k);
    re[k] = re[k]! + fade * echo[a]!;
    im[k] = im[k]! + fade * echo[a + 1]!;
  }
  pulseAdd(re, front, pulseSigma(scene) * 1.2, 0.5 / stepMm, amplitude);
}
