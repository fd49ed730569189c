import { amplitudeFromDb } from '../../domain/numbers/portable-math.ts';
import type { EchoBuffers } from './echo-buffers.ts';
import { type EchoLine, ORGAN_LEAST } from './echo-line.ts';
import { gridArc } from './grid.ts';
import { organLineFill } from './organ.ts';
import type { Scene } from './scene.ts';
import { FIELD_LINES } from './speckle.ts';

/** Where the lung's field is read, given how far the lung has moved. */
export interface LungShift {
  /** Lines of the field beside those of the image, and the share of the line after. */
  readonly lines: number;
  readonly lineShare: number;
  /** Samples further down, and the share of the sample after. */
  readonly samples: number;
  readonly sampleShare: number;
}

export function lungShiftAt({ grid, media, displacement }: Scene): LungShift {
  const arc = gridArc(grid, media.pleuralDepthMm) * grid.placeStep;
  const line = FIELD_LINES / 2 - grid.lines / 2 - displacement.lungMm / arc;
  const lift = displacement.liftMm / grid.stepMm;
  return {
    lines: Math.floor(line),
    lineShare: line - Math.floor(line),
    samples: Math.floor(-lift),
    sampleShare: -lift - Math.floor(-lift),
  };
}

/** The line of the lung's field that lies at a scan line of the image. */
export function lungFieldLine(shift: LungShift, line: number): number {
  return (line + shift.lines) & (FIELD_LINES - 1);
}

/** From the pleura down: fluid or airless lung, then the lung's haze, B-lines and organs, all of it speckle. */
export function lungLineRead(scene: Scene, shift: LungShift, buffers: EchoBuffers, echoLine: EchoLine): void {
  const { grid, levels, media, lines, echoes } = scene;
  const { samples } = grid;
  const { echo } = scene.lung;
  const { line, re, im, surface, pleuraFirst, surfaceFirst, pleuraGain, organShare, soft } = echoLine;
  const { banded } = buffers.rings;
  const hasRings = scene.rings.length > 0;
  const hasOrgan = organShare > ORGAN_LEAST;
  if (hasOrgan) organLineFill(scene, line, buffers.organ);
  const fillingAmplitude = media.filling ? amplitudeFromDb(media.filling.levelDb) : 0;
  const haze = echoes.haze[line]!;
  const hazeFall = lines.hazeFall[line]!;
  const softFirst = soft > 0 ? Math.max(pleuraFirst, Math.floor(surface - soft)) : surfaceFirst;
  const base = line * samples;
  const left = lungFieldLine(shift, line);
  const right = (left + 1) & (FIELD_LINES - 1);
  const { lineShare: u, sampleShare: v, samples: lift } = shift;
  const w00 = (1 - u) * (1 - v);
  const w01 = (1 - u) * v;
  const w10 = u * (1 - v);
  const w11 = u * v;
  for (let k = pleuraFirst; k < samples; k++) {
    let amplitude: number;
    if (k < softFirst) amplitude = fillingAmplitude;
    else {
      const below = k < surfaceFirst ? 0 : k - surfaceFirst;
      let power = haze * levels.hazePower[Math.min(samples - 1, Math.floor(below * hazeFall))]!;
      if (hasRings) power += banded[base + k]!;
      if (hasOrgan) power = (1 - organShare) * power + organShare * buffers.organ[surfaceFirst + below]!;
      if (soft > 0 && k < surface + soft) {
        const into = (k - surface + soft) / (2 * soft);
        const share = into <= 0 ? 0 : into * into * (3 - 2 * into);
        power = share * power + (1 - share) * fillingAmplitude * fillingAmplitude;
      }
      amplitude = Math.sqrt(power);
    }
    amplitude *= pleuraGain;
    let j = k + lift;
    if (j < 0) j = 0;
    else if (j > samples - 2) j = samples - 2;
    const a = 2 * (left * samples + j);
    const b = 2 * (right * samples + j);
    re[k] = amplitude * (w00 * echo[a]! + w01 * echo[a + 2]! + w10 * echo[b]! + w11 * echo[b + 2]!);
    im[k] = amplitude * (w00 * echo[a + 1]! + w01 * echo[a + 3]! + w10 * echo[b + 1]! + w11 * echo[b + 3]!);
  }
}
