import { amplitudeFromDb, exp } from '../../domain/numbers/portable-math.ts';
import {
  type Random,
  randomBell,
  randomBetween,
  randomChance,
  randomCreate,
} from '../../domain/numbers/random.ts';
import { gridArc, type PolarGrid } from '../acoustics/grid.ts';
import { FIELD_LINES, type SpeckleField, speckleCompound, speckleCreate } from '../acoustics/speckle.ts';
import { type ValueNoise, valueNoiseAt, valueNoiseCreate } from '../acoustics/value-noise.ts';
import { type ExamAnatomy, layerDepth } from './anatomy.ts';

const MARGIN = FIELD_LINES / 2;

/** Smooth two-dimensional mottling: the product of waves along and across, cheap and without seams. */
interface Mottle {
  readonly along: readonly ValueNoise[];
  readonly down: readonly ValueNoise[];
}

function mottleCreate(random: Random, alongMm: number, downMm: number): Mottle {
  const make = (step: number): ValueNoise[] =>
    [0, 1, 2, 3].map((i) => valueNoiseCreate(random, step * (1 + 0.37 * i)));
  return { along: make(alongMm), down: make(downMm) };
}

function mottleAt(mottle: Mottle, alongMm: number, downMm: number): number {
  let sum = 0;
  for (let i = 0; i < 4; i++) {
    sum +=
      valueNoiseAt(mottle.along[i]!, alongMm + 900 + (i - 1.5) * 0.6 * downMm) *
      valueNoiseAt(mottle.down[i]!, downMm + 400 + 31 * i);
  }
  return sum * 0.55;
}

function lateralSigma(anatomy: ExamAnatomy): (sample: number) => number {
  const { scanner, probe } = anatomy.exam;
  const range = 0.55 * probe.depthMm;
  return (sample) => {
    const off = (sample * anatomy.grid.stepMm - scanner.focusMm) / range;
    return scanner.beamLines * Math.sqrt(1 + off * off);
  };
}

function fieldCreate(
  anatomy: ExamAnatomy,
  speckleSeed: number,
  stream: number,
  samples: number,
): SpeckleField {
  const { exam, grid } = anatomy;
  const look = (lookStream: number): SpeckleField =>
    speckleCreate(randomCreate(speckleSeed, lookStream), FIELD_LINES, samples, {
      axialSigma: Math.max(0.55, exam.scanner.pulseMm / grid.stepMm),
      lateralSigma: lateralSigma(anatomy),
    });
  const field = look(stream);
  const { looks, speckleExponent } = exam.scanner;
  if (looks > 1) speckleCompound(field, looks === 4 ? [look(stream + 5)] : [], speckleExponent);
  return field;
}

function fieldPlace(grid: PolarGrid, line: number): number {
  return (line + 0.5 - MARGIN) * grid.placeStep;
}

/** Adds a mirror-like echo: a pulse in the real part, around a fractional sample. */
function pulseAdd(
  echo: Float32Array,
  base: number,
  samples: number,
  at: number,
  sigma: number,
  amplitude: number,
) {
  const reach = Math.ceil(3 * sigma);
  const middle = Math.floor(at);
  for (let k = Math.max(0, middle - reach); k <= Math.min(samples - 1, middle + reach); k++) {
    const off = (k - at) / sigma;
    echo[base + 2 * k] = echo[base + 2 * k]! + amplitude * exp(-0.5 * off * off);
  }
}

/** A line of connective tissue in the chest wall, at rest. */
export interface Fibre {
  readonly depthMm: number;
  readonly fromMm: number;
  readonly toMm: number;
  readonly slope: number;
  readonly levelDb: number;
  readonly wave: ValueNoise;
}

function fibresDraw(anatomy: ExamAnatomy, random: Random): Fibre[] {
  const { wall, scanner } = anatomy.exam;
  const fibres: Fibre[] = [];
  const push = (depthMm: number, middle: number, length: number, slope: number, levelDb: number): void => {
    fibres.push({
      depthMm,
      fromMm: middle - length / 2,
      toMm: middle + length / 2,
      slope,
      levelDb,
      wave: valueNoiseCreate(random, randomBetween(random, 5, 15)),
    });
  };
  const fasciaMm = wall.skinMm + wall.fatMm;
  push(wall.skinMm, 0, 400, 0, wall.skinDb + 2);
  // The probe's own ring-down and the gel: thin arcs that follow the face.
  const arcs = 1 + Math.floor(random.next() * 4);
  for (let i = 1; i <= arcs; i++) {
    push(wall.skinMm * 0.5 * i, 0, 400, 0, wall.skinDb - 3 * i + randomBetween(random, -2, 2));
  }
  push(fasciaMm, 0, 400, 0.02 * randomBell(random), wall.fibreDb * randomBetween(random, 0.4, 1));
  for (let i = 0; i < wall.fibres; i++) {
    const isStria = randomChance(random, 0.55);
    const low = isStria ? fasciaMm : wall.skinMm;
    const high = isStria ? wall.pleuralDepthMm - 2 : fasciaMm;
    if (high - low < 1) continue;
    push(
      randomBetween(random, low, high),
      randomBetween(random, -60, 60),
      isStria ? randomBetween(random, 10, 80) : randomBetween(random, 6, 45),
      (isStria ? 0.04 : 0.16) * randomBell(random),
      wall.fibreDb * randomBetween(random, 0.1, 1) + (1 - scanner.frequencyMhz / 12),
    );
  }
  return fibres;
}

/** What the chest wall is made of, at rest. */
interface WallStructure {
  readonly fat: Mottle;
  readonly muscle: Mottle;
  readonly broad: Mottle;
  readonly fibres: readonly Fibre[];
}

function wallStructure(anatomy: ExamAnatomy): WallStructure {
  const random = randomCreate(anatomy.exam.seed, 22);
  const fat = mottleCreate(random, 7, 3);
  const muscle = mottleCreate(random, 18, 1.3);
  const broad = mottleCreate(random, 30, 12);
  return { fat, muscle, broad, fibres: fibresDraw(anatomy, random) };
}

/** The lines of connective tissue in the chest wall: skin, fasciae, septa of the fat and striae of the muscle. */
export function wallFibres(anatomy: ExamAnatomy): readonly Fibre[] {
  return wallStructure(anatomy).fibres;
}

function fibresAdd(anatomy: ExamAnatomy, field: SpeckleField, fibres: readonly Fibre[]): void {
  const { grid, exam } = anatomy;
  const sigma = Math.max(0.8, (0.85 * exam.scanner.pulseMm) / grid.stepMm);
  for (let line = 0; line < FIELD_LINES; line++) {
    const place = fieldPlace(grid, line);
    const oblique = obliquityAt(grid, line);
    for (const fibre of fibres) {
      const along = gridArc(grid, fibre.depthMm) * place;
      if (along < fibre.fromMm || along > fibre.toMm) continue;
      const nominal =
        fibre.depthMm +
        fibre.slope * (along - (fibre.fromMm + fibre.toMm) / 2) +
        0.25 * valueNoiseAt(fibre.wave, along + 77);
      if (nominal < 0) continue;
      const fade = Math.min(1, (along - fibre.fromMm) / 3, (fibre.toMm - along) / 3);
      const level = fibre.levelDb + 3 * valueNoiseAt(fibre.wave, along * 1.7 + 300);
      const depth = layerDepth(anatomy, nominal, place, oblique, 0);
      pulseAdd(
        field.echo,
        2 * line * field.samples,
        field.samples,
        depth / grid.stepMm,
        sigma,
        fade * amplitudeFromDb(level),
      );
    }
  }
}

function obliquityAt(grid: PolarGrid, line: number): number {
  if (grid.radiusMm === Number.POSITIVE_INFINITY) return 0;
  // Second-order: lines beyond the image are only seen when the tissue moves sideways.
  const angle = fieldPlace(grid, line);
  return (angle * angle) / 2 + (5 * angle * angle * angle * angle) / 24;
}

/**
 * The chest wall at rest: skin, fat with septa, muscle with striae. Deeper than the pleura it is muscle.
 * @param speckleSeed of the speckle alone; structure is always the exam's
 */
export function wallCreate(anatomy: ExamAnatomy, speckleSeed: number = anatomy.exam.seed): SpeckleField {
  const { exam, grid } = anatomy;
  const { wall } = exam;
  const deepestMm = wall.pleuralDepthMm * 1.9 + (wall.flanks.length > 0 ? 60 : 14);
  const samples = Math.min(grid.samples, Math.ceil(deepestMm / grid.stepMm));
  const field = fieldCreate(anatomy, speckleSeed, 21, samples);
  const { fat: mottle, muscle, broad, fibres } = wallStructure(anatomy);
  const fasciaMm = wall.skinMm + wall.fatMm;
  const fat = { level: wall.fatDb, depth: 3 };
  for (let line = 0; line < FIELD_LINES; line++) {
    const place = fieldPlace(grid, line);
    const oblique = obliquityAt(grid, line);
    for (let k = 0; k < samples; k++) {
      const depth = k * grid.stepMm;
      const nominal = 2 * depth - layerDepth(anatomy, depth, place, oblique, 0);
      const along = gridArc(grid, depth) * place;
      let level: number;
      if (nominal < wall.skinMm) level = wall.skinDb;
      else if (nominal < fasciaMm) level = fat.level + fat.depth * mottleAt(mottle, along, nominal);
      else level = wall.muscleDb + 3.5 * mottleAt(muscle, along, nominal);
      level += 2 * mottleAt(broad, along, nominal);
      const amplitude = amplitudeFromDb(level);
      const i = 2 * (line * samples + k);
      field.echo[i] = field.echo[i]! * amplitude;
      field.echo[i + 1] = field.echo[i + 1]! * amplitude;
    }
  }
  fibresAdd(anatomy, field, fibres);
  return field;
}

/**
 * Scatterers of the lung under the pleura, unit power: mottled, with streaks; it moves with the lung.
 * @param speckleSeed of the speckle alone; mottling is always the exam's
 */
export function lungCreate(anatomy: ExamAnatomy, speckleSeed: number = anatomy.exam.seed): SpeckleField {
  const { exam, grid } = anatomy;
  const field = fieldCreate(anatomy, speckleSeed, 31, grid.samples);
  const random = randomCreate(exam.seed, 32);
  const mottle = mottleCreate(random, randomBetween(random, 9, 22), randomBetween(random, 1.6, 4));
  const depth = randomBetween(random, 0.5, 3.5);
  const pleuraArc = gridArc(grid, exam.wall.pleuralDepthMm);
  for (let line = 0; line < FIELD_LINES; line++) {
    const along = pleuraArc * fieldPlace(grid, line);
    for (let k = 0; k < grid.samples; k += 2) {
      const amplitude = amplitudeFromDb(depth * mottleAt(mottle, along, k * grid.stepMm));
      const i = 2 * (line * grid.samples + k);
      field.echo[i] = field.echo[i]! * amplitude;
      field.echo[i + 1] = field.echo[i + 1]! * amplitude;
      field.echo[i + 2] = field.echo[i + 2]! * amplitude;
      field.echo[i + 3] = field.echo[i + 3]! * amplitude;
    }
  }
  return field;
}
