import { FINDING_INDEX } from '../findings/finding.ts';
import type { ALineTruth, BLineTruth } from '../frame/frame.ts';
import type { MmPoint } from '../geometry/point.ts';
import { amplitudeFromDb, exp, log2, powerFromDb } from '../geometry/portable-math.ts';
import type { Anatomy, LineAnatomy } from './anatomy.ts';
import {
  A_LINES,
  aLineSigma,
  BONE_DB,
  BONE_FADE_MM,
  type EchoBuffers,
  type EchoParts,
  pulseSigma,
} from './echo.ts';
import { gridArc, gridPoint } from './grid.ts';
import type { Levels } from './levels.ts';
import { acrossPower, edgeReach, type RingDown, spreadAt } from './ring-down.ts';
import { type Run, runsFind } from './run.ts';

/** How much louder than its surroundings an echo must be to count as visible, dB. */
const CONTRAST_DB = {
  rib: 6,
  pleural_line: 5,
  a_line: 4,
  // By edition: the second one's haze is as bright as B-lines, and what is to be told from it must be louder.
  b_line: { 1: 6, 2: 9 },
  b_line_edge: { 1: 3, 2: 4.5 },
  layer: 6,
} as const;

/** Speckle hides faint echoes: the more looks a machine adds up, the less louder they must be. */
function contrastDb(scene: Scene, what: keyof typeof CONTRAST_DB): number {
  const { edition, machine } = scene.anatomy.exam;
  const { looks } = machine;
  const db = CONTRAST_DB[what];
  return (typeof db === 'number' ? db : db[edition]) * (looks === 1 ? 1 : 0.4 + 0.6 / Math.sqrt(looks));
}

/** Merged B-lines, or one, at least this wide at the lung's surface are a confluence. */
const CONFLUENCE_MM = 8;

/** Share of the amplitude that must pass a rib for a B-line behind it to be marked: nobody looks for lung in its shadow. */
const UNSHADED = 0.45;

/** A B-line is followed over a stretch of this length where it is not seen. */
const LOST_MM = 6;

/** It must be clear over this length, all stretches together, to be one. */
const CLEAR_MM = 10;

/** Haze may drown the uppermost part of a B-line, up to here; it is marked from the lung's surface all the same. */
const DROWNED_MM = 20;

/** A B-line seen for less than this share of the way to the bottom is a partial one and is not labelled. */
const B_LINE_SHARE = 0.35;

export interface PolarTruth {
  /** Line-major class indices. */
  readonly classes: Uint8Array;
  readonly aLines: ALineTruth[];
  readonly bLines: BLineTruth[];
  readonly pleura: MmPoint[][];
  readonly ribs: MmPoint[][];
}

interface Scene {
  readonly anatomy: Anatomy;
  readonly lines: LineAnatomy;
  readonly parts: EchoParts;
  readonly levels: Levels;
  readonly buffers: EchoBuffers;
  /** Power that is just told from black. */
  readonly visiblePower: number;
}

/** Power at a sample that hides whatever is fainter: noise, clutter, E-lines and the display's black. */
function veilAt(scene: Scene, line: number, sample: number): number {
  const { noisePower, clutterPower, fade } = scene.levels;
  const { eLines } = scene.buffers;
  let beside = 0;
  if (eLines.length > 0) {
    const gain =
      scene.levels.wallGain[
        sampleOf(scene, Math.min(sample * scene.anatomy.grid.stepMm, scene.lines.pleuraMm[line]!))
      ]!;
    beside = eLines[line * noisePower.length + sample]! * gain * gain;
  }
  return beside + noisePower[sample]! + clutterPower[sample]! + scene.visiblePower / fade[sample]!;
}

function sampleOf(scene: Scene, depthMm: number): number {
  const { samples, stepMm } = scene.anatomy.grid;
  return Math.min(samples - 1, Math.max(0, Math.floor(depthMm / stepMm + 0.5)));
}

/** Power factor of shadow, gas and contact at a depth of a scan line. */
function throughAt(scene: Scene, line: number, depthMm: number): number {
  const { contact, passes, shadowFromMm, gasPasses, gasFromMm } = scene.lines;
  const amplitude =
    contact[line]! *
    (depthMm >= shadowFromMm[line]! ? passes[line]! : 1) *
    (depthMm >= gasFromMm[line]! ? gasPasses[line]! : 1);
  return amplitude * amplitude;
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

function linesOf(scene: Scene, mm: number, depthMm: number): number {
  return Math.max(1, Math.round(mm / (gridArc(scene.anatomy.grid, depthMm) * scene.anatomy.grid.placeStep)));
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

interface SeenRing {
  readonly ring: RingDown;
  /** Last sample down to which it is seen along its own middle. */
  readonly to: number;
  /** Edges at the lung's surface, mm along it. */
  readonly leftMm: number;
  readonly rightMm: number;
}

function isShaded({ anatomy, lines }: Scene, line: number): boolean {
  return anatomy.exam.edition === 2 && lines.passes[line]! < UNSHADED;
}

/** How far from its middle, in scan lines, a B-line that a rib or the image's side covers in part is seen best. */
function ringBestOff({ anatomy, lines }: Scene, ring: RingDown): number {
  if (anatomy.exam.edition === 1) return 0;
  const side = Math.floor(ring.sigma * edgeReach(ring.source.flatness));
  let best = 0;
  let most = 0;
  for (let off = -side; off <= side; off++) {
    const passes = lines.passes[Math.round(ring.line + off)] ?? 0;
    const seen = acrossPower(ring, off) * passes * passes;
    if (seen <= most) continue;
    most = seen;
    best = off;
  }
  return best;
}

/** Power of B-lines at a sample of a scan line, and of all that may hide it there. */
interface RingAgainst {
  readonly own: number;
  readonly haze: number;
  readonly veil: number;
}

/** The first edition asks of each B-line whether it is seen by itself, the second of all that overlap there. */
function ringAgainst(scene: Scene, ring: RingDown, line: number, k: number, off: number): RingAgainst {
  const { anatomy, lines, parts, levels, buffers } = scene;
  const { grid, exam } = anatomy;
  const gain = levels.wallGain[sampleOf(scene, lines.pleuraMm[line]!)]!;
  const through = throughAt(scene, line, k * grid.stepMm) * gain * gain;
  const below = Math.max(0, Math.floor(k - lines.lungMm[line]! / grid.stepMm));
  const power =
    exam.edition === 1
      ? ringOwnPower(scene, ring, k) * acrossPower(ring, off)
      : buffers.ringFlat[line * grid.samples + k]!;
  return {
    own: power * (1 - lines.organ[line]!) * through,
    haze: parts.haze[line]! * levels.hazePower[below]! * through,
    veil: veilAt(scene, line, k),
  };
}

/**
 * Last sample down to which a B-line is seen: it may be lost for LOST_MM. In the second edition haze may drown its
 * beginning, and what was clear somewhere is followed as far as it can be told at all.
 */
function ringVisibleTo(scene: Scene, ring: RingDown): number {
  const { anatomy } = scene;
  const { grid, exam } = anatomy;
  const isFirst = exam.edition === 1;
  const clear = powerFromDb(contrastDb(scene, 'b_line')) - 1;
  const follow = isFirst ? clear : powerFromDb(contrastDb(scene, 'b_line_edge')) - 1;
  const lost = Math.max(1, Math.round(LOST_MM / grid.stepMm));
  const drowned = isFirst ? lost : Math.round(DROWNED_MM / grid.stepMm);
  const off = ringBestOff(scene, ring);
  let last = ring.from;
  let clearSamples = 0;
  for (let k = Math.ceil(ring.from) + 1; k < ring.to; k++) {
    const line = Math.round(ring.line + off + ring.drift * (k - ring.from));
    if (line < 0 || line >= grid.lines) break;
    if (isShaded(scene, line)) continue;
    const { own, haze, veil } = ringAgainst(scene, ring, line, k, off);
    if (own > clear * (haze + veil)) clearSamples++;
    if (own > follow * (haze + veil)) last = k;
    else if (k - last > (last === ring.from ? drowned : lost)) break;
  }
  return isFirst || clearSamples * grid.stepMm >= CLEAR_MM ? last : ring.from;
}

/** The first edition's labels run on while a ring fades out at its end. */
function ringOwnPower({ anatomy }: Scene, ring: RingDown, sample: number): number {
  const { source } = ring;
  const { edition } = anatomy.exam;
  const fade = edition === 1 ? 1 : Math.min(1, Math.max(0, (ring.to - sample) / source.endFade));
  return fade * powerFromDb(source.levelDb - source.lossDbMm * (sample - ring.from) * anatomy.grid.stepMm);
}

function ringsSeen(scene: Scene): SeenRing[] {
  const { anatomy, parts } = scene;
  const { grid } = anatomy;
  const arc = gridArc(grid, anatomy.exam.wall.pleuralDepthMm) * grid.placeStep;
  const seen: SeenRing[] = [];
  for (const ring of parts.rings) {
    const reach = ring.sigma * edgeReach(ring.source.flatness);
    // The second edition also marks what reaches into the image from beside it.
    const aside = anatomy.exam.edition === 1 ? 0 : reach;
    if (ring.source.kind !== 'b_line' || ring.line < -aside || ring.line > grid.lines - 1 + aside) continue;
    const to = ringVisibleTo(scene, ring);
    if (to - ring.from < B_LINE_SHARE * (grid.samples - ring.from)) continue;
    seen.push({ ring, to, leftMm: (ring.line - reach) * arc, rightMm: (ring.line + reach) * arc });
  }
  return seen.sort((a, b) => a.leftMm - b.leftMm);
}

function ringsGroup(seen: readonly SeenRing[]): SeenRing[][] {
  const groups: SeenRing[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const one of seen) {
    if (one.leftMm > right) groups.push([one]);
    else groups[groups.length - 1]!.push(one);
    right = Math.max(right, one.rightMm);
  }
  return groups;
}

/** Paints what is seen of a B-line, and counts in `widths` the scan lines that it newly takes at each sample. */
function ringPaint(
  scene: Scene,
  classes: Uint8Array,
  one: SeenRing,
  value: number,
  widths: Uint16Array,
): void {
  const { anatomy, lines } = scene;
  const { grid } = anatomy;
  const contrast = powerFromDb(contrastDb(scene, 'b_line_edge')) - 1;
  const { ring, to } = one;
  const reach = edgeReach(ring.source.flatness);
  const { samples } = grid;
  // Per line: since which sample nothing but the haze hides it; 0 above it, the bottom once it was seen.
  const hazeFrom = new Uint16Array(grid.lines);
  const drowned = anatomy.exam.edition === 1 ? 0 : DROWNED_MM / grid.stepMm;
  const take = (line: number, k: number): void => {
    if (classes[line * grid.samples + k] !== value) widths[k] = widths[k]! + 1;
    classes[line * grid.samples + k] = value;
  };
  for (let k = Math.max(0, Math.ceil(ring.from) - 20); k <= to; k++) {
    const middle = ring.line + ring.drift * (k - ring.from);
    const spread = spreadAt(ring, k, grid.samples);
    const side = ring.sigma * reach * spread;
    const low = Math.max(0, Math.ceil(middle - side));
    const high = Math.min(grid.lines - 1, Math.floor(middle + side));
    for (let line = low; line <= high; line++) {
      if (k * grid.stepMm < lines.lungMm[line]! || isShaded(scene, line)) continue;
      const against = ringAgainst(scene, ring, line, k, (line - middle) / spread);
      const veil = contrast * against.veil;
      if (hazeFrom[line] === 0) hazeFrom[line] = k;
      if (against.own <= veil) hazeFrom[line] = Math.max(hazeFrom[line]!, k + 1);
      if (against.own <= veil + contrast * against.haze) continue;
      if (hazeFrom[line]! < k && k - lines.lungMm[line]! / grid.stepMm <= drowned) {
        for (let above = hazeFrom[line]!; above < k; above++) {
          if (above * grid.stepMm >= lines.lungMm[line]!) take(line, above);
        }
      }
      hazeFrom[line] = samples;
      take(line, k);
    }
  }
}

/** Median over depth of the width that is seen, in scan lines. */
function widthMedian(widths: Uint16Array): number {
  const seen = widths.filter((width) => width > 0).sort();
  return seen.length === 0 ? 0 : seen[seen.length >> 1]!;
}

function bLinesPaint(scene: Scene, classes: Uint8Array): BLineTruth[] {
  const { anatomy, lines } = scene;
  const { grid } = anatomy;
  const arc = gridArc(grid, anatomy.exam.wall.pleuralDepthMm) * grid.placeStep;
  const truth: BLineTruth[] = [];
  for (const group of ringsGroup(ringsSeen(scene))) {
    const left = Math.min(...group.map((one) => one.leftMm));
    const right = Math.max(...group.map((one) => one.rightMm));
    const widths = new Uint16Array(grid.samples);
    for (const one of group) ringPaint(scene, classes, one, FINDING_INDEX.b_line, widths);
    // The first edition goes by what is there, the second by what is seen of it.
    const isFirst = anatomy.exam.edition === 1;
    const groupMm = isFirst ? right - left : widthMedian(widths) * arc;
    const confluent =
      groupMm >= CONFLUENCE_MM && (!isFirst || group.length > 1 || group[0]!.ring.source.flatness === 4);
    if (confluent)
      for (const one of group) ringPaint(scene, classes, one, FINDING_INDEX.b_line_confluence, widths);
    const bLineTruth = (line: number, to: number, widthMm: number): BLineTruth => {
      const inside = Math.min(grid.lines - 1, Math.max(0, Math.round(line)));
      const depthMm = lines.lungMm[inside]!;
      return {
        origin: gridPoint(grid, line, depthMm),
        lateral: ((line + 0.5) * 2) / grid.lines - 1,
        widthMm,
        endDepthMm: to * grid.stepMm,
        confluent,
      };
    };
    if (confluent) {
      truth.push(bLineTruth((left + right) / 2 / arc, Math.max(...group.map((one) => one.to)), groupMm));
    } else {
      for (const one of group) truth.push(bLineTruth(one.ring.line, one.to, one.rightMm - one.leftMm));
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
