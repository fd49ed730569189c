import { amplitudeFromDb, exp } from '../../domain/numbers/portable-math.ts';
import { eLinesFill, eLinesShade, type GasShadow } from './e-line.ts';
import { gridArc } from './grid.ts';
import { type Levels, NOISE_LENGTH } from './levels.ts';
import { A_LINES } from './line-echoes.ts';
import { organFrontsAt, organLineFill } from './organ.ts';
import { ringDownsAdd } from './ring-maps.ts';
import type { Run } from './run.ts';
import type { Scene } from './scene.ts';
import { FIELD_LINES, type SpeckleField } from './speckle.ts';

/** Working memory of one place that renders; every map is line-major, `lines * samples`. */
export interface EchoBuffers {
  /** Power of the echo, re muscle at the skin. */
  readonly power: Float32Array;
  /** Power of B-lines and comet tails without and with their bands. */
  readonly ringFlat: Float32Array;
  readonly ringBanded: Float32Array;
  readonly re: Float32Array;
  readonly im: Float32Array;
  readonly mirrorRe: Float32Array;
  readonly mirrorIm: Float32Array;
  /** Power of E-lines, where the scene has any (else empty), and the shadow of the gas that they come from. */
  readonly eLines: Float32Array;
  readonly gas: GasShadow;
  /** Power of the organ along one scan line. */
  readonly organ: Float32Array;
}

/** Bone under the cortex fades by 1/e in this many mm. */
export const BONE_FADE_MM = 1.3;
export const BONE_DB = -11;

export function echoBuffersCreate(lines: number, samples: number, hasELines: boolean): EchoBuffers {
  const map = (): Float32Array => new Float32Array(lines * samples);
  const line = (): Float32Array => new Float32Array(samples);
  return {
    power: map(),
    ringFlat: map(),
    ringBanded: map(),
    re: line(),
    im: line(),
    mirrorRe: line(),
    mirrorIm: line(),
    eLines: hasELines ? map() : new Float32Array(0),
    gas: {
      passes: new Float64Array(lines).fill(1),
      fromMm: new Float64Array(lines).fill(Number.POSITIVE_INFINITY),
    },
    organ: line(),
  };
}

/** Standard deviation of the pulse's envelope, in samples. */
export function pulseSigma({ machine, grid }: Scene): number {
  return Math.max(0.9, machine.pulseMm / grid.stepMm);
}

/** Standard deviation, in samples, of the A-line at a multiple of the pleural depth: each bounce blurs it. */
export function aLineSigma(scene: Scene, multiple: number): number {
  return pulseSigma(scene) * (1.35 + 0.35 * (multiple - 1));
}

/** Adds a pulse to the real part: Gaussian above, and below it with a tail of `tail` samples. */
function pulseAdd(re: Float32Array, at: number, sigma: number, tail: number, amplitude: number): void {
  const from = Math.max(0, Math.ceil(at - 3 * sigma));
  const to = Math.min(re.length - 1, Math.floor(at + 3 * (sigma + tail)));
  for (let k = from; k <= to; k++) {
    const off = k - at;
    const spread = off < 0 ? sigma : sigma + tail * 0.5;
    re[k] = re[k]! + amplitude * exp((-0.5 * off * off) / (spread * spread));
  }
}

/** Per sample: where the wall's field is read, given how far the wall has moved. */
interface WallShift {
  readonly lines: Int32Array;
  readonly lineShare: Float32Array;
  readonly samples: Int32Array;
  readonly sampleShare: Float32Array;
}

function wallShiftAt({ grid, media, displacement }: Scene, depthSamples: number): WallShift {
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

function wallLineRead(
  field: SpeckleField,
  shift: WallShift,
  line: number,
  to: number,
  gain: Float32Array,
  re: Float32Array,
  im: Float32Array,
): void {
  const { echo, samples } = field;
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

/** Streaks that mean nothing, as pulses on the lines they cross. */
function streaksAdd(scene: Scene, line: number, re: Float32Array): void {
  const { grid, lines } = scene;
  const sigma = pulseSigma(scene) * 1.2;
  const along = lines.alongLungMm[line]! + 0.7 * scene.displacement.lungMm;
  const thickness = lines.lungMm[line]! - lines.pleuraMm[line]!;
  for (const streak of scene.streaks) {
    const off = along - streak.xMm;
    if (off < 0 || off > streak.lengthMm) continue;
    if (streak.isInLayer && streak.belowMm + streak.slope * off > thickness - 1) continue;
    const depth = lines.pleuraMm[line]! + streak.belowMm + streak.slope * off;
    const fade = Math.min(1, off / 2, (streak.lengthMm - off) / 2);
    pulseAdd(re, depth / grid.stepMm, sigma, 0, fade * amplitudeFromDb(streak.levelDb));
  }
}

/**
 * Computes the power of the echo at every sample of every scan line into `buffers.power`: a complex sum of
 * speckle, mirror-like echoes and noise, so that they interfere as echoes do. Of `range` alone where one is given;
 * the other scan lines keep what they had.
 */
export function echoRender(
  scene: Scene,
  noiseIndex: number,
  buffers: EchoBuffers,
  range: Run = { from: 0, to: scene.grid.lines - 1 },
): void {
  const { grid, levels, media, lines, echoes, wall, displacement } = scene;
  const { samples, stepMm } = grid;
  const { re, im, mirrorRe, mirrorIm, power, ringFlat, ringBanded } = buffers;
  const hasRings = scene.rings.length > 0;
  if (hasRings) {
    ringFlat.fill(0, range.from * samples, (range.to + 1) * samples);
    ringBanded.fill(0, range.from * samples, (range.to + 1) * samples);
    ringDownsAdd(scene, range, ringFlat, ringBanded);
  }
  const hasELines = scene.eLines.length > 0;
  if (hasELines) {
    eLinesFill(scene, buffers.eLines);
    eLinesShade(scene, buffers.gas);
  }
  const shift = wallShiftAt(scene, wall.samples);
  const arc = gridArc(grid, media.pleuralDepthMm) * grid.placeStep;
  const lungLine = FIELD_LINES / 2 - grid.lines / 2 - displacement.lungMm / arc;
  const lungFirst = Math.floor(lungLine);
  const lu = lungLine - lungFirst;
  const lift = displacement.liftMm / stepMm;
  const liftWhole = Math.floor(-lift);
  const lv = -lift - liftWhole;
  const sigma = pulseSigma(scene);
  const mirror = amplitudeFromDb(media.mirrorDb);
  const bone = amplitudeFromDb(BONE_DB);
  const { filling } = media;
  // Aerated lung under fluid is a bright mirror; under airless lung it is a ragged edge that scatters.
  const surfaceShare = filling?.kind === 'consolidation' ? 0.18 : 0.5;
  const layerAmplitude = filling ? amplitudeFromDb(filling.levelDb) : 0;
  const { echo } = scene.lung;

  for (let line = range.from; line <= range.to; line++) {
    const pleura = lines.pleuraMm[line]! / stepMm;
    const surface = lines.lungMm[line]! / stepMm;
    const first = Math.min(samples, Math.ceil(pleura));
    const surfaceFirst = Math.min(samples, Math.ceil(surface));
    wallLineRead(wall, shift, line, first, levels.wallGain, re, im);
    const mirrorTo = Math.min(first, samples - first);
    for (let k = 0; k < mirrorTo; k++) {
      mirrorRe[k] = re[k]! * mirror;
      mirrorIm[k] = im[k]! * mirror;
    }
    const pleuraGain = levels.wallGain[Math.min(samples - 1, first)]!;

    // Below the pleura: fluid or airless lung, then the lung's haze and ring-down, all of it speckle.
    const left = (line + lungFirst) & (FIELD_LINES - 1);
    const right = (left + 1) & (FIELD_LINES - 1);
    const w00 = (1 - lu) * (1 - lv);
    const w01 = (1 - lu) * lv;
    const w10 = lu * (1 - lv);
    const w11 = lu * lv;
    const haze = echoes.haze[line]!;
    const ringBase = line * samples;
    const isThick = surface - pleura > 0.5;
    const organShare = lines.organ[line]!;
    const hasOrgan = organShare > 0.01;
    if (hasOrgan) organLineFill(scene, line, buffers.organ);
    const soft = lines.surfaceSoftMm[line]! / stepMm;
    const hazeFall = lines.hazeFall[line]!;
    const softFirst = soft > 0 ? Math.max(first, Math.floor(surface - soft)) : surfaceFirst;
    for (let k = first; k < samples; k++) {
      let amplitude: number;
      if (k < softFirst) amplitude = layerAmplitude;
      else {
        const below = k < surfaceFirst ? 0 : k - surfaceFirst;
        let p = haze * levels.hazePower[Math.min(samples - 1, Math.floor(below * hazeFall))]!;
        if (hasRings) p += ringBanded[ringBase + k]!;
        if (hasOrgan) p = (1 - organShare) * p + organShare * buffers.organ[surfaceFirst + below]!;
        if (soft > 0 && k < surface + soft) {
          const into = (k - surface + soft) / (2 * soft);
          const share = into <= 0 ? 0 : into * into * (3 - 2 * into);
          p = share * p + (1 - share) * layerAmplitude * layerAmplitude;
        }
        amplitude = Math.sqrt(p);
      }
      amplitude *= pleuraGain;
      let j = k + liftWhole;
      if (j < 0) j = 0;
      else if (j > samples - 2) j = samples - 2;
      const a = 2 * (left * samples + j);
      const b = 2 * (right * samples + j);
      re[k] = amplitude * (w00 * echo[a]! + w01 * echo[a + 2]! + w10 * echo[b]! + w11 * echo[b + 2]!);
      im[k] = amplitude * (w00 * echo[a + 1]! + w01 * echo[a + 3]! + w10 * echo[b + 1]! + w11 * echo[b + 3]!);
    }
    // Reverberation between pleura and probe: the wall again, then the pleura at whole multiples of its depth.
    if (!isThick && organShare < 0.5) {
      for (let k = 0; k < mirrorTo; k++) {
        const ring = hasRings ? ringFlat[ringBase + first + k]! : 0;
        const clear = haze * levels.hazePower[k]!;
        const keep = ring > 0 ? Math.sqrt(clear / (clear + ring)) : 1;
        re[first + k] = re[first + k]! + keep * mirrorRe[k]!;
        im[first + k] = im[first + k]! + keep * mirrorIm[k]!;
      }
    }
    for (let i = 0; i < A_LINES; i++) {
      const at = (i + 2) * pleura;
      if (at >= samples) break;
      const amplitude = echoes.aLines[i]![line]! * pleuraGain;
      if (amplitude < 0.003) continue;
      pulseAdd(
        re,
        at,
        aLineSigma(scene, i + 2),
        0,
        amplitude * erasure(levels, haze, hasRings, ringFlat, ringBase, at, surfaceFirst),
      );
    }
    streaksAdd(scene, line, re);
    pulseAdd(re, pleura, sigma * 1.2, media.pleuraTailMm / stepMm, echoes.pleura[line]! * pleuraGain);
    if (isThick) {
      const facing = lines.surfaceFacing[line]!;
      pulseAdd(
        re,
        surface,
        sigma * 1.3 + 0.4 * soft,
        0.6 / stepMm,
        echoes.pleura[line]! * pleuraGain * surfaceShare * facing,
      );
    }

    if (hasOrgan) {
      for (const front of organFrontsAt(scene, line)) {
        const amplitude =
          organShare *
          amplitudeFromDb(front.levelDb) *
          pleuraGain *
          lines.passes[line]! *
          lines.surfaceFacing[line]!;
        pulseAdd(re, front.depthMm / stepMm, sigma * 1.4 + 0.4 * soft, 0, amplitude);
      }
    }
    const gas = buffers.gas.passes[line]!;
    const gasFromMm = buffers.gas.fromMm[line]!;
    for (let k = Math.ceil(gasFromMm / stepMm); k < samples; k++) {
      re[k] = re[k]! * gas;
      im[k] = im[k]! * gas;
    }
    // Ribs cast their shadow over all that lies deeper, and then show their own front.
    const shadowFrom = lines.shadowFromMm[line]! / stepMm;
    const passes = lines.passes[line]!;
    if (shadowFrom < samples) {
      for (let k = Math.max(0, Math.ceil(shadowFrom)); k < samples; k++) {
        re[k] = re[k]! * passes;
        im[k] = im[k]! * passes;
      }
    }
    if (echoes.rib[line]! > 0) {
      const front = lines.ribFrontMm[line]! / stepMm;
      const gain = levels.wallGain[Math.min(samples - 1, Math.max(0, Math.round(front)))]!;
      const amplitude = echoes.rib[line]! * gain * (lines.ribFrontMm[line]! > gasFromMm ? gas : 1);
      const to = Math.min(samples - 1, Math.ceil(lines.ribBackMm[line]! / stepMm));
      for (let k = Math.max(0, Math.ceil(front)); k <= to; k++) {
        const fade = amplitude * bone * exp((-(k - front) * stepMm) / BONE_FADE_MM);
        const a = 2 * (left * samples + k);
        re[k] = re[k]! + fade * echo[a]!;
        im[k] = im[k]! + fade * echo[a + 1]!;
      }
      pulseAdd(re, front, sigma * 1.2, 0.5 / stepMm, amplitude);
    }

    // What E-lines add rings in the wall, above ribs and pleura: neither hides it.
    if (hasELines) {
      for (let k = 0; k < samples; k++) {
        const amplitude =
          Math.sqrt(buffers.eLines[ringBase + k]!) * levels.wallGain[Math.min(k, first, samples - 1)]!;
        if (amplitude === 0) continue;
        const a = 2 * (left * samples + k);
        re[k] = re[k]! + amplitude * echo[a]!;
        im[k] = im[k]! + amplitude * echo[a + 1]!;
      }
    }

    // Contact, clutter (speckle of another place), noise; then detection.
    const beside = 2 * (((line + 97) & (FIELD_LINES - 1)) * samples);
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
}

/** What B-lines leave of an A-line's amplitude at a sample. */
function erasure(
  levels: Levels,
  haze: number,
  hasRings: boolean,
  ringFlat: Float32Array,
  ringBase: number,
  at: number,
  surfaceFirst: number,
): number {
  if (!hasRings) return 1;
  const k = Math.floor(at);
  const ring = ringFlat[ringBase + k]!;
  if (ring <= 0) return 1;
  const clear = haze * levels.hazePower[Math.max(0, k - surfaceFirst)]!;
  return Math.sqrt(clear / (clear + ring));
}

function noiseOffset(index: number, line: number): number {
  let h = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(line + 1, 0x85ebca77);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return 2 * ((h ^ (h >>> 12)) & (NOISE_LENGTH - 1));
}
