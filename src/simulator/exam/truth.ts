import { FINDING_INDEX } from '../../domain/findings/finding.ts';
import type { ALineTruth, BLineTruth } from '../../domain/frame/frame.ts';
import type { MmPoint } from '../../domain/geometry/point.ts';
import { amplitudeFromDb, exp, log2, powerFromDb } from '../../domain/numbers/portable-math.ts';
import { A_LINES, aLineSigma, BONE_DB, BONE_FADE_MM, pulseSigma } from '../acoustics/echo.ts';
import { gridPoint } from '../acoustics/grid.ts';
import { type Run, runsFind } from '../acoustics/run.ts';
import { bLinesPaint } from './truth-b-lines.ts';
import { contrastDb, linesOf, type Scene, sampleOf, throughAt, veilAt } from './truth-scene.ts';

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
  scene: Scene,
  classes: Uint8Array,
  line: number,
  from: number,
  to: number,
  value: number,
): void {
  const { samples } = scene.anatomy.grid;
  const first = Math.max(0, Math.ceil(from));
  const last = Math.min(samples - 1, Math.floor(to));
  classes.fill(value, line * samples + first, line * samples + last + 1);
}

function runPoints(scene: Scene, run: Run, depthOf: (line: number) => number): MmPoint[] {
  const points: MmPoint[] = [];
  for (let line = run.from; line < run.to; line += 3)
    points.push(gridPoint(scene.anatomy.grid, line, depthOf(line)));
  points.push(gridPoint(scene.anatomy.grid, run.to, depthOf(run.to)));
  return points;
}

/** Interpolates over gaps, so that a closed gap has a thickness too. */
function steady(values: Float64Array, run: Run, least: number, most: number): void {
  for (let line = run.from; line <= run.to; line++) {
    values[line] = Math.min(most, Math.max(least, values[line]!));
  }
}

function layerPaint(scene: Scene, classes: Uint8Array): void {
  const { anatomy, lines } = scene;
  const { layer } = anatomy.exam.lung;
  if (!layer) return;
  const { stepMm } = anatomy.grid;
  const value = FINDING_INDEX[layer.kind];
  const visible = new Uint8Array(anatomy.grid.lines);
  for (let line = 0; line < anatomy.grid.lines; line++) {
    const pleura = lines.pleuraMm[line]!;
    const surface = lines.lungMm[line]!;
    if (surface - pleura < 3) continue;
    const k = sampleOf(scene, (pleura + surface) / 2);
    const gain = scene.levels.wallGain[sampleOf(scene, pleura)]!;
    const through = throughAt(scene, line, surface) * gain * gain;
    // Airless lung is seen by its own echo; fluid is black, and seen by the bright lung behind it.
    const seen =
      layer.kind === 'consolidation'
        ? powerFromDb(layer.levelDb) * through
        : 0.25 * scene.parts.pleura[line]! * scene.parts.pleura[line]! * through;
    if (seen > powerFromDb(contrastDb(scene, 'layer')) * veilAt(scene, line, k)) visible[line] = 1;
  }
  for (const run of runsFind(visible, linesOf(scene, 3, 40), linesOf(scene, 6, 40))) {
    for (let line = run.from; line <= run.to; line++) {
      paint(scene, classes, line, lines.pleuraMm[line]! / stepMm, lines.lungMm[line]! / stepMm, value);
    }
  }
}

function aLinesPaint(scene: Scene, classes: Uint8Array): ALineTruth[] {
  const { anatomy, lines, parts, levels, buffers } = scene;
  const { grid } = anatomy;
  const truth: ALineTruth[] = [];
  const contrast = powerFromDb(contrastDb(scene, 'a_line'));
  const hasRings = parts.rings.length > 0;
  for (let i = 0; i < A_LINES; i++) {
    const multiple = i + 2;
    const sigma = aLineSigma(anatomy, multiple);
    const visible = new Uint8Array(grid.lines);
    const half = new Float64Array(grid.lines);
    for (let line = 0; line < grid.lines; line++) {
      const depthMm = multiple * lines.pleuraMm[line]!;
      if (depthMm > (grid.samples - 4) * grid.stepMm) continue;
      const k = sampleOf(scene, depthMm);
      const gain = levels.wallGain[sampleOf(scene, lines.pleuraMm[line]!)]!;
      const through = throughAt(scene, line, depthMm) * gain * gain;
      const below = Math.max(0, k - sampleOf(scene, lines.lungMm[line]!));
      const haze = parts.haze[line]! * levels.hazePower[below]!;
      const ring = hasRings ? buffers.ringFlat[line * grid.samples + k]! : 0;
      const amplitude = parts.aLines[i]![line]!;
      const power = amplitude * amplitude * (haze / (haze + ring)) * through;
      const ratio = power / (contrast * ((haze + ring) * through + veilAt(scene, line, k)));
      if (ratio > 1) visible[line] = 1;
      half[line] = halfThickness(ratio, sigma);
    }
    const middle = multiple * anatomy.exam.wall.pleuralDepthMm;
    for (const run of runsFind(visible, linesOf(scene, 2.5, middle), linesOf(scene, 5, middle))) {
      steady(half, run, 0.7 / grid.stepMm, 1.6 / grid.stepMm);
      for (let line = run.from; line <= run.to; line++) {
        const at = (multiple * lines.pleuraMm[line]!) / grid.stepMm;
        paint(scene, classes, line, at - half[line]!, at + half[line]!, FINDING_INDEX.a_line);
      }
      truth.push({ multiple, points: runPoints(scene, run, (line) => multiple * lines.pleuraMm[line]!) });
    }
  }
  return truth;
}

function pleuraPaint(scene: Scene, classes: Uint8Array): MmPoint[][] {
  const { anatomy, lines, parts, levels } = scene;
  const { grid, exam } = anatomy;
  const contrast = powerFromDb(contrastDb(scene, 'pleural_line'));
  const sigma = pulseSigma(anatomy) * 1.2;
  const visible = new Uint8Array(grid.lines);
  const half = new Float64Array(grid.lines);
  const surround = Math.max(powerFromDb(exam.wall.muscleDb), powerFromDb(exam.lung.hazeDb));
  for (let line = 0; line < grid.lines; line++) {
    const depthMm = lines.pleuraMm[line]!;
    const k = sampleOf(scene, depthMm);
    const gain = levels.wallGain[k]!;
    const through = throughAt(scene, line, depthMm) * gain * gain;
    const amplitude = parts.pleura[line]!;
    const ratio =
      (amplitude * amplitude * through) / (contrast * (surround * through + veilAt(scene, line, k)));
    if (ratio > 1) visible[line] = 1;
    half[line] = halfThickness(ratio, sigma);
  }
  const depth = exam.wall.pleuralDepthMm;
  const polylines: MmPoint[][] = [];
  for (const run of runsFind(visible, linesOf(scene, 2, depth), linesOf(scene, 4, depth))) {
    steady(half, run, 0.8 / grid.stepMm, 1.8 / grid.stepMm);
    for (let line = run.from; line <= run.to; line++) {
      const at = lines.pleuraMm[line]! / grid.stepMm;
      paint(
        scene,
        classes,
        line,
        at - half[line]!,
        at + half[line]! + (0.3 + 0.4 * (exam.lung.pleuraTailMm - 0.8)) / grid.stepMm,
        FINDING_INDEX.pleural_line,
      );
    }
    polylines.push(runPoints(scene, run, (line) => lines.pleuraMm[line]!));
  }
  return polylines;
}

function ribsPaint(scene: Scene, classes: Uint8Array): MmPoint[][] {
  const { anatomy, lines, parts, levels } = scene;
  const { grid, exam } = anatomy;
  const contrast = powerFromDb(contrastDb(scene, 'rib'));
  const bone = amplitudeFromDb(BONE_DB);
  const visible = new Uint8Array(grid.lines);
  const thick = new Float64Array(grid.lines);
  for (let line = 0; line < grid.lines; line++) {
    if (!(parts.rib[line]! > 0)) continue;
    const front = lines.ribFrontMm[line]!;
    const k = sampleOf(scene, front);
    const gain = levels.wallGain[k]!;
    const contact = lines.contact[line]! * (front > lines.gasFromMm[line]! ? lines.gasPasses[line]! : 1);
    const power = parts.rib[line]! * parts.rib[line]! * gain * gain * contact * contact;
    const muscle = powerFromDb(exam.wall.muscleDb) * gain * gain * contact * contact;
    if (power <= contrast * (muscle + veilAt(scene, line, k))) continue;
    visible[line] = 1;
    const behind = muscle * lines.passes[line]! * lines.passes[line]! + veilAt(scene, line, k);
    let depth = 0.5;
    while (depth < 7 && power * bone * bone * exp((-2 * depth) / BONE_FADE_MM) > contrast * 0.5 * behind)
      depth += 0.25;
    thick[line] = Math.min(depth, Math.max(1.4, lines.ribBackMm[line]! - front));
  }
  const polylines: MmPoint[][] = [];
  const from = exam.wall.pleuralDepthMm * 0.7;
  for (const run of runsFind(visible, linesOf(scene, 1.5, from), linesOf(scene, 4, from))) {
    steady(thick, run, 1.6, 6);
    for (let line = run.from; line <= run.to; line++) {
      const front = lines.ribFrontMm[line]!;
      if (!Number.isFinite(front)) continue;
      paint(
        scene,
        classes,
        line,
        (front - 0.7) / grid.stepMm,
        (front + thick[line]!) / grid.stepMm,
        FINDING_INDEX.rib,
      );
    }
    polylines.push(runPoints(scene, run, (line) => Math.min(lines.ribFrontMm[line]!, lines.pleuraMm[line]!)));
  }
  return polylines;
}

/**
 * Labels what can be seen, from the noise-free amplitudes that the image itself is made of: an echo counts
 * where its power exceeds that of its surroundings, the noise and the display's black by CONTRAST_DB.
 * `buffers` must still hold the ring-down maps of the same moment.
 */
export function truthDraw(scene: Scene): PolarTruth {
  const { grid } = scene.anatomy;
  const classes = new Uint8Array(grid.lines * grid.samples);
  layerPaint(scene, classes);
  const aLines = aLinesPaint(scene, classes);
  const bLines = bLinesPaint(scene, classes);
  const pleura = pleuraPaint(scene, classes);
  const ribs = ribsPaint(scene, classes);
  return { classes, aLines, bLines, pleura, ribs };
}
