import { exp, sin } from '../../domain/numbers/portable-math.ts';
import { randomBetween, randomCreate } from '../../domain/numbers/random.ts';
import { gridArc, gridLineAt, type PolarGrid } from '../acoustics/grid.ts';
import type { Displacement } from '../acoustics/scene.ts';
import { type SceneLines, sceneLinesCreate } from '../acoustics/scene-lines.ts';
import { type ValueNoise, valueNoiseAt, valueNoiseCreate } from '../acoustics/value-noise.ts';
import type { Exam, Flank } from './exam.ts';

/** The still person: what the exam's few numbers leave to chance. */
export interface ExamAnatomy {
  readonly exam: Exam;
  readonly grid: PolarGrid;
  readonly pleuraWave: ValueNoise;
  readonly pleuraUneven: ValueNoise;
  readonly aLineUneven: readonly ValueNoise[];
  readonly hazeUneven: ValueNoise;
  readonly layerRagged: ValueNoise;
  readonly contact: ValueNoise;
  readonly breathPhase: number;
  readonly heartPhase: number;
  readonly organWave: ValueNoise;
}

/** Where everything is at one moment. */
export interface Moment extends Displacement {
  /** Where in the breath, -1 to 1, and in the heartbeat, 0-1. */
  readonly breath: number;
  readonly beat: number;
  readonly timeS: number;
}

/** Per scan line, at one moment. */
export interface LineAnatomy extends SceneLines {
  /** Slope of the pleura against the scan line's perpendicular, mm per mm. */
  readonly slope: Float64Array;
  /** Share of the echo that the rib's slope lets come back, 0-1. */
  readonly ribFacing: Float64Array;
}

const TURN = 6.283185307179586;

export function anatomyCreate(exam: Exam, grid: PolarGrid): ExamAnatomy {
  const random = randomCreate(exam.seed, 11);
  return {
    exam,
    grid,
    pleuraWave: valueNoiseCreate(random, randomBetween(random, 9, 22)),
    pleuraUneven: valueNoiseCreate(random, randomBetween(random, 3, 10)),
    aLineUneven: [2, 3, 4, 5, 6, 7].map(() => valueNoiseCreate(random, randomBetween(random, 5, 14))),
    hazeUneven: valueNoiseCreate(random, randomBetween(random, 8, 20)),
    layerRagged: valueNoiseCreate(random, randomBetween(random, 3, 7)),
    contact: valueNoiseCreate(random, 12),
    breathPhase: random.next(),
    heartPhase: random.next(),
    organWave: valueNoiseCreate(random, randomBetween(random, 15, 40)),
  };
}

export function momentAt(anatomy: ExamAnatomy, timeMs: number): Moment {
  const { motion, lung } = anatomy.exam;
  const timeS = timeMs / 1000;
  const breath = sin(TURN * (motion.breathHz * timeS + anatomy.breathPhase));
  const beat = sin(TURN * (motion.heartHz * timeS + anatomy.heartPhase));
  // A heartbeat is a short push, not a sine.
  const push = motion.heartMm * exp(3 * (beat - 1));
  const drift = motion.driftMm * sin(TURN * (0.11 * timeS + anatomy.heartPhase));
  const wallMm = motion.wallMm * breath + drift;
  return {
    wallMm,
    lungMm: wallMm + (lung.sliding ? motion.slideMm * breath + push : push * 0.5),
    liftMm: motion.liftMm * breath + 0.5 * push,
    breath,
    beat: exp(3 * (beat - 1)),
    timeS,
  };
}

/**
 * Depth along the scan line of the layer that lies `nominalMm` deep in the middle: near the skin layers follow
 * the probe's face, deeper ones are as flat as the exam says.
 */
export function layerDepth(
  anatomy: ExamAnatomy,
  nominalMm: number,
  place: number,
  obliquity: number,
  wallMm: number,
): number {
  const { wall } = anatomy.exam;
  const share = nominalMm / wall.pleuralDepthMm;
  const arc = gridArc(anatomy.grid, nominalMm);
  const along = arc * place - wallMm;
  const flat =
    anatomy.grid.radiusMm === Number.POSITIVE_INFINITY ? 0 : wall.flatness * share * arc * obliquity;
  return (
    nominalMm +
    flat +
    share * (wall.slope * along + wall.waveMm * valueNoiseAt(anatomy.pleuraWave, along + 200))
  );
}

function contactFill(anatomy: ExamAnatomy, contact: Float64Array): void {
  const { contactLossDb, contactReach } = anatomy.exam.scanner;
  const lines = contact.length;
  for (let line = 0; line < lines; line++) {
    const across = (line + 0.5) / lines;
    const left = Math.max(0, 1 - across / contactReach[0]);
    const right = Math.max(0, 1 - (1 - across) / contactReach[1]);
    const uneven =
      1.1 * valueNoiseAt(anatomy.contact, line + 500) + 0.7 * valueNoiseAt(anatomy.contact, 3.7 * line + 900);
    const lossDb = contactLossDb[0] * left * (2 - left) + contactLossDb[1] * right * (2 - right) + uneven;
    contact[line] = exp(-lossDb * 0.1151292546497023);
  }
}

function ribsFill(anatomy: ExamAnatomy, moment: Moment, out: LineAnatomy): void {
  const { grid, exam } = anatomy;
  const shadow = exp(-exam.wall.ribShadowDb * 0.1151292546497023);
  const isLinear = grid.radiusMm === Number.POSITIVE_INFINITY;
  out.ribFrontMm.fill(Number.POSITIVE_INFINITY);
  out.ribBackMm.fill(Number.POSITIVE_INFINITY);
  out.ribFacing.fill(0);
  out.passes.fill(1);
  out.shadowFromMm.fill(Number.POSITIVE_INFINITY);
  for (const rib of exam.wall.ribs) {
    const arc = gridArc(grid, rib.depthMm);
    const place = (isLinear ? rib.xMm : rib.xMm / grid.radiusMm) + moment.wallMm / arc;
    const edge = exam.wall.shadowEdgeMm;
    const from = Math.max(0, Math.floor(gridLineAt(grid, place - (rib.halfWidthMm + 5) / arc)));
    const to = Math.min(grid.lines - 1, Math.ceil(gridLineAt(grid, place + (rib.halfWidthMm + 5) / arc)));
    for (let line = from; line <= to; line++) {
      const across = (grid.place[line]! - place) * arc;
      const depth = rib.depthMm + rib.tilt * across + moment.liftMm * 0.6;
      const rel = across / rib.halfWidthMm;
      if (rel > -1 && rel < 1) {
        const height = rib.halfHeightMm * Math.sqrt(1 - rel * rel);
        const front = depth - height;
        if (front < out.ribFrontMm[line]!) {
          const incline =
            rib.tilt +
            (rib.halfHeightMm * rel) / (rib.halfWidthMm * Math.sqrt(Math.max(0.04, 1 - rel * rel)));
          out.ribFrontMm[line] = front;
          out.ribBackMm[line] = depth + height;
          out.ribFacing[line] = exp(-1.6 * incline * incline);
        }
      }
      const covered = 1 / (1 + exp((Math.abs(across) - rib.halfWidthMm * 0.97) / (edge * 0.45)));
      const passes = 1 - covered * (1 - shadow);
      if (passes < out.passes[line]!) out.passes[line] = passes;
      const begins = Math.min(depth, Number.isFinite(out.ribFrontMm[line]!) ? out.ribFrontMm[line]! : depth);
      if (begins < out.shadowFromMm[line]!) out.shadowFromMm[line] = begins;
    }
  }
}

/** Share by which a full heartbeat thins the layers of a heart. */
const BEAT = 0.18;

/** Share of each line that belongs to the organ beside the lung, and the fronts of its layers. */
function organFill(anatomy: ExamAnatomy, moment: Moment, out: LineAnatomy): void {
  const { organ } = anatomy.exam.lung;
  if (organ === null) return;
  const beat = organ.kind === 'heart' ? 1 - BEAT * moment.beat : 1;
  for (let line = 0; line < out.organ.length; line++) {
    const along = out.alongLungMm[line]! + (1 - organ.follows) * moment.lungMm;
    out.organ[line] = 1 / (1 + exp((-organ.side * (along - organ.edgeMm) * 4) / organ.softMm));
    const inside = Math.max(0, organ.side * (along - organ.edgeMm));
    let nominal = out.lungMm[line]!;
    let depth = nominal;
    for (const [index, layer] of organ.layers.entries()) {
      const own =
        index === 0
          ? 0
          : layer.slope * inside + layer.waveMm * valueNoiseAt(anatomy.organWave, along + 400 + 61 * index);
      depth = Math.max(depth, nominal + own);
      out.organFrontMm[index]![line] = depth;
      nominal += layer.thicknessMm * beat;
    }
  }
}

function lungSurfaceFill(anatomy: ExamAnatomy, moment: Moment, out: LineAnatomy): void {
  const { layer } = anatomy.exam.lung;
  for (let line = 0; line < out.pleuraMm.length; line++) {
    let thickness = 0;
    if (layer) {
      const rel = (out.alongLungMm[line]! - layer.xMm) / layer.halfWidthMm;
      const profile = 1 - rel * rel;
      if (profile > 0) {
        thickness =
          layer.thicknessMm * (1 + layer.swing * moment.breath) * Math.sqrt(profile) +
          layer.raggedMm *
            valueNoiseAt(anatomy.layerRagged, out.alongLungMm[line]! + 300) *
            Math.min(1, 3 * profile);
        if (thickness < 1.5) thickness = 0;
      }
    }
    out.lungMm[line] = out.pleuraMm[line]! + thickness;
  }
}

/** @param organLayers of the organ beside the lung, 0 where there is none */
export function lineAnatomyCreate(lines: number, organLayers: number): LineAnatomy {
  return {
    ...sceneLinesCreate(lines, organLayers),
    slope: new Float64Array(lines),
    ribFacing: new Float64Array(lines),
  };
}

/** Added depth of the pleura beyond the flanks; it turns over 6 mm. */
function flankFall(flanks: readonly Flank[], alongMm: number): number {
  let fall = 0;
  for (const flank of flanks) {
    const beyond = flank.side * alongMm - flank.fromMm;
    if (beyond > 0) fall += flank.fall * (beyond < 6 ? (beyond * beyond) / 12 : beyond - 3);
  }
  return fall;
}

/** Writes where every scan line meets what, at one moment, into `out`. */
export function lineAnatomyFill(anatomy: ExamAnatomy, moment: Moment, out: LineAnatomy): void {
  const { grid, exam } = anatomy;
  const nominal = exam.wall.pleuralDepthMm;
  const arc = gridArc(grid, nominal);
  for (let line = 0; line < grid.lines; line++) {
    const place = grid.place[line]!;
    const depth = layerDepth(anatomy, nominal, place, grid.obliquity[line]!, moment.wallMm) + moment.liftMm;
    out.pleuraMm[line] = (depth < 6 ? 6 : depth) + flankFall(exam.wall.flanks, arc * place - moment.wallMm);
    out.alongLungMm[line] = arc * place - moment.lungMm;
  }
  for (let line = 0; line < grid.lines; line++) {
    const before = Math.max(0, line - 2);
    const after = Math.min(grid.lines - 1, line + 2);
    const rise = out.pleuraMm[after]! - out.pleuraMm[before]!;
    out.slope[line] = rise / ((after - before) * grid.placeStep * gridArc(grid, out.pleuraMm[line]!));
  }
  ribsFill(anatomy, moment, out);
  contactFill(anatomy, out.contact);
  lungSurfaceFill(anatomy, moment, out);
  organFill(anatomy, moment, out);
}
