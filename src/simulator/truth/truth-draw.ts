import { FINDING_INDEX } from '../../domain/findings/finding.ts';
import type { ALineTruth, BLineTruth } from '../../domain/frame/frame.ts';
import type { MmPoint } from '../../domain/geometry/point.ts';
import { amplitudeFromDb, exp, log2, powerFromDb } from '../../domain/numbers/portable-math.ts';
import { BONE_DB, BONE_FADE_MM } from '../acoustics/bone.ts';
import type { EchoBuffers } from '../acoustics/echo-buffers.ts';
import { type Exposure, powerOfGrey } from '../acoustics/exposure.ts';
import { gridPoint } from '../acoustics/grid.ts';
import { A_LINES } from '../acoustics/line-echoes.ts';
import { pulseSigma } from '../acoustics/pulse.ts';
import { aLineSigma } from '../acoustics/reverberation.ts';
import { type LineRun, runsFind } from '../acoustics/run.ts';
import type { Scene } from '../acoustics/scene.ts';
import { bLinesPaint } from './b-lines.ts';
import type { LabelRules } from './label-rules.ts';
import { contrastDb, linesOf, maskingPower, type ShownScene, sampleOf, throughAt } from './visibility.ts';

export interface PolarTruth {
  /** Line-major class indices. */
  readonly classes: Uint8Array;
  readonly aLines: ALineTruth[];
  readonly bLines: BLineTruth[];
  readonly pleura: MmPoint[][];
  readonly ribs: MmPoint[][];
}

/** Half of the depth over which a Gaussian pulse of power `ratio` times its threshold stays above it. */
function halfThickness(ratio: number, sigma: number): number {
  return ratio <= 1 ? 0 : sigma * Math.sqrt(log2(ratio) * 0.6931471805599453);
}

function paint(
  shown: ShownScene,
  classes: Uint8Array,
  line: number,
  from: number,
  to: number,
  value: number,
): void {
  const { samples } = shown.grid;
  const first = Math.max(0, Math.ceil(from));
  const last = Math.min(samples - 1, Math.floor(to));
  classes.fill(value, line * samples + first, line * samples + last + 1);
}

function runPoints(shown: ShownScene, run: LineRun, depthOf: (line: number) => number): MmPoint[] {
  const points: MmPoint[] = [];
  for (let line = run.from; line < run.to; line += 3) points.push(gridPoint(shown.grid, line, depthOf(line)));
  points.push(gridPoint(shown.grid, run.to, depthOf(run.to)));
  return points;
}

/** Interpolates over gaps, so that a closed gap has a thickness too. */
function steady(values: Float64Array, run: LineRun, least: number, most: number): void {
  for (let line = run.from; line <= run.to; line++) {
    values[line] = Math.min(most, Math.max(least, values[line]!));
  }
}

function layerPaint(shown: ShownScene, classes: Uint8Array): void {
  const { lines, grid } = shown;
  const { filling } = shown.media;
  if (!filling) return;
  const { stepMm } = grid;
  const value = FINDING_INDEX[filling.kind];
  const visible = new Uint8Array(grid.lines);
  for (let line = 0; line < grid.lines; line++) {
    const pleura = lines.pleuraMm[line]!;
    const surface = lines.lungMm[line]!;
    if (surface - pleura < 3) continue;
    const k = sampleOf(shown, (pleura + surface) / 2);
    const gain = shown.levels.wallGain[sampleOf(shown, pleura)]!;
    const through = throughAt(shown, line, surface) * gain * gain;
    // Airless lung is seen by its own echo; fluid is black, and seen by the bright lung behind it.
    const seen =
      filling.kind === 'consolidation'
        ? powerFromDb(filling.levelDb) * through
        : 0.25 * shown.echoes.pleura[line]! * shown.echoes.pleura[line]! * through;
    if (seen > powerFromDb(contrastDb(shown, 'layer')) * maskingPower(shown, line, k)) visible[line] = 1;
  }
  for (const run of runsFind(visible, linesOf(shown, 3, 40), linesOf(shown, 6, 40))) {
    for (let line = run.from; line <= run.to; line++) {
      paint(shown, classes, line, lines.pleuraMm[line]! / stepMm, lines.lungMm[line]! / stepMm, value);
    }
  }
}

function aLinesPaint(shown: ShownScene, classes: Uint8Array): ALineTruth[] {
  const { grid, media, lines, echoes, levels, buffers } = shown;
  const truth: ALineTruth[] = [];
  const contrast = powerFromDb(contrastDb(shown, 'a_line'));
  const hasRings = shown.rings.length > 0;
  for (let i = 0; i < A_LINES; i++) {
    const multiple = i + 2;
    const sigma = aLineSigma(shown, multiple);
    const visible = new Uint8Array(grid.lines);
    const half = new Float64Array(grid.lines);
    for (let line = 0; line < grid.lines; line++) {
      const depthMm = multiple * lines.pleuraMm[line]!;
      if (depthMm > (grid.samples - 4) * grid.stepMm) continue;
      const k = sampleOf(shown, depthMm);
      const gain = levels.wallGain[sampleOf(shown, lines.pleuraMm[line]!)]!;
      const through = throughAt(shown, line, depthMm) * gain * gain;
      const below = Math.max(0, k - sampleOf(shown, lines.lungMm[line]!));
      const haze = echoes.haze[line]! * levels.hazePower[below]!;
      const ring = hasRings ? buffers.rings.flat[line * grid.samples + k]! : 0;
      const amplitude = echoes.aLines[i]![line]!;
      const power = amplitude * amplitude * (haze / (haze + ring)) * through;
      const ratio = power / (contrast * ((haze + ring) * through + maskingPower(shown, line, k)));
      if (ratio > 1) visible[line] = 1;
      half[line] = halfThickness(ratio, sigma);
    }
    const middle = multiple * media.pleuralDepthMm;
    for (const run of runsFind(visible, linesOf(shown, 2.5, middle), linesOf(shown, 5, middle))) {
      steady(half, run, 0.7 / grid.stepMm, 1.6 / grid.stepMm);
      for (let line = run.from; line <= run.to; line++) {
        const at = (multiple * lines.pleuraMm[line]!) / grid.stepMm;
        paint(shown, classes, line, at - half[line]!, at + half[line]!, FINDING_INDEX.a_line);
      }
      truth.push({ multiple, points: runPoints(shown, run, (line) => multiple * lines.pleuraMm[line]!) });
    }
  }
  return truth;
}

function pleuraPaint(shown: ShownScene, classes: Uint8Array): MmPoint[][] {
  const { grid, media, lines, echoes, levels } = shown;
  const contrast = powerFromDb(contrastDb(shown, 'pleural_line'));
  const sigma = pulseSigma(shown) * 1.2;
  const visible = new Uint8Array(grid.lines);
  const half = new Float64Array(grid.lines);
  const surround = Math.max(powerFromDb(media.muscleDb), powerFromDb(media.hazeDb));
  for (let line = 0; line < grid.lines; line++) {
    const depthMm = lines.pleuraMm[line]!;
    const k = sampleOf(shown, depthMm);
    const gain = levels.wallGain[k]!;
    const through = throughAt(shown, line, depthMm) * gain * gain;
    const amplitude = echoes.pleura[line]!;
    const ratio =
      (amplitude * amplitude * through) / (contrast * (surround * through + maskingPower(shown, line, k)));
    if (ratio > 1) visible[line] = 1;
    half[line] = halfThickness(ratio, sigma);
  }
  const depth = media.pleuralDepthMm;
  const polylines: MmPoint[][] = [];
  for (const run of runsFind(visible, linesOf(shown, 2, depth), linesOf(shown, 4, depth))) {
    steady(half, run, 0.8 / grid.stepMm, 1.8 / grid.stepMm);
    for (let line = run.from; line <= run.to; line++) {
      const at = lines.pleuraMm[line]! / grid.stepMm;
      paint(
        shown,
        classes,
        line,
        at - half[line]!,
        at + half[line]! + (0.3 + 0.4 * (media.pleuraTailMm - 0.8)) / grid.stepMm,
        FINDING_INDEX.pleural_line,
      );
    }
    polylines.push(runPoints(shown, run, (line) => lines.pleuraMm[line]!));
  }
  return polylines;
}

function ribsPaint(shown: ShownScene, classes: Uint8Array): MmPoint[][] {
  const { grid, media, lines, echoes, levels } = shown;
  const { gas } = shown.buffers;
  const contrast = powerFromDb(contrastDb(shown, 'rib'));
  const bone = amplitudeFromDb(BONE_DB);
  const visible = new Uint8Array(grid.lines);
  const thick = new Float64Array(grid.lines);
  for (let line = 0; line < grid.lines; line++) {
    if (!(echoes.rib[line]! > 0)) continue;
    const front = lines.ribFrontMm[line]!;
    const k = sampleOf(shown, front);
    const gain = levels.wallGain[k]!;
    const contact = lines.contact[line]! * (front > gas.fromMm[line]! ? gas.passes[line]! : 1);
    const power = echoes.rib[line]! * echoes.rib[line]! * gain * gain * contact * contact;
    const muscle = powerFromDb(media.muscleDb) * gain * gain * contact * contact;
    if (power <= contrast * (muscle + maskingPower(shown, line, k))) continue;
    visible[line] = 1;
    const behind = muscle * lines.passes[line]! * lines.passes[line]! + maskingPower(shown, line, k);
    let depth = 0.5;
    while (depth < 7 && power * bone * bone * exp((-2 * depth) / BONE_FADE_MM) > contrast * 0.5 * behind)
      depth += 0.25;
    thick[line] = Math.min(depth, Math.max(1.4, lines.ribBackMm[line]! - front));
  }
  const polylines: MmPoint[][] = [];
  const from = media.pleuralDepthMm * 0.7;
  for (const run of runsFind(visible, linesOf(shown, 1.5, from), linesOf(shown, 4, from))) {
    steady(thick, run, 1.6, 6);
    for (let line = run.from; line <= run.to; line++) {
      const front = lines.ribFrontMm[line]!;
      if (!Number.isFinite(front)) continue;
      paint(
        shown,
        classes,
        line,
        (front - 0.7) / grid.stepMm,
        (front + thick[line]!) / grid.stepMm,
        FINDING_INDEX.rib,
      );
    }
    polylines.push(runPoints(shown, run, (line) => Math.min(lines.ribFrontMm[line]!, lines.pleuraMm[line]!)));
  }
  return polylines;
}

/**
 * Labels what can be seen, from the noise-free amplitudes that the image itself is made of: an echo counts
 * where its power exceeds that of its surroundings, the noise and the display's black by so much as the rules ask.
 * @param buffers that hold the ring-down maps of the scene's moment
 * @param contrastShiftDb how much louder than usual an echo must be to be labelled (quieter below 0)
 */
export function truthDraw(
  scene: Scene,
  buffers: EchoBuffers,
  exposure: Exposure,
  rules: LabelRules,
  contrastShiftDb: number,
): PolarTruth {
  const visiblePower = powerOfGrey(exposure, rules.visibleGrey);
  const shown: ShownScene = { ...scene, buffers, visiblePower, rules, contrastShiftDb };
  const classes = new Uint8Array(scene.grid.lines * scene.grid.samples);
  layerPaint(shown, classes);
  const aLines = aLinesPaint(shown, classes);
  const bLines = bLinesPaint(shown, classes);
  const pleura = pleuraPaint(shown, classes);
  const ribs = ribsPaint(shown, classes);
  return { classes, aLines, bLines, pleura, ribs };
}
