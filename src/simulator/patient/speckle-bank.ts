import { cos, sin } from '../../domain/numbers/portable-math.ts';
import { randomCreate } from '../../domain/numbers/random.ts';
import { smoothStep } from '../../domain/scan/skin.ts';
import type { PolarGrid } from '../acoustics/grid.ts';
import type { ScannerTraits } from '../acoustics/scanner-traits.ts';
import { FIELD_LINES, speckleCompound, speckleCreate } from '../acoustics/speckle.ts';
import type { ImagePlane } from './image-plane.ts';

/**
 * Speckle without end: one field of scatterers, read at other places for every slice of tissue, so that it can be
 * blended from slice to slice. Per scan line and sample three numbers in turn: the unit phasor and the power less 1.
 */
export interface SpeckleBank {
  readonly samples: number;
  readonly field: Float32Array;
  /** Working memory: a blended line. */
  readonly blend: Float32Array;
}

const STREAM = 7100;

export function speckleBankCreate(seed: number, traits: ScannerTraits, grid: PolarGrid): SpeckleBank {
  const range = 0.55 * grid.samples * grid.stepMm;
  const look = (stream: number) =>
    speckleCreate(randomCreate(seed, stream), FIELD_LINES, grid.samples, {
      axialSigma: Math.max(0.55, traits.pulseMm / grid.stepMm),
      lateralSigma: (sample) => {
        const off = (sample * grid.stepMm - traits.focusMm) / range;
        return traits.beamLines * Math.sqrt(1 + off * off);
      },
    });
  const compounded = look(STREAM);
  speckleCompound(compounded, [look(STREAM + 1)], traits.speckleExponent);
  const { echo } = compounded;
  const field = new Float32Array((3 * echo.length) / 2);
  for (let i = 0; i < echo.length / 2; i++) {
    const re = echo[2 * i]!;
    const im = echo[2 * i + 1]!;
    const power = re * re + im * im;
    const scale = 1 / Math.sqrt(power + 1e-12);
    field[3 * i] = re * scale;
    field[3 * i + 1] = im * scale;
    field[3 * i + 2] = power - 1;
  }
  return { samples: grid.samples, field, blend: new Float32Array(3 * grid.samples) };
}

/** A share of the blend: which slice of tissue, how much of it, and where along it the middle of the image lies. */
export interface Slab {
  readonly weight: number;
  /** Along the image, mm: of the middle of the image, in the slab's own direction. */
  readonly alongMm: number;
  /** Tells slabs apart: a place of its own in the bank. */
  readonly key: number;
}

/** Directions of the image plane that tissue is sliced in: every so many degrees. */
const TURN_CELL_RAD = (4 * 3.141592653589793) / 180;

/** Distance across the plane over which speckle becomes another, mm: about the beam's width in elevation. */
const ACROSS_CELL_MM = 4;

const QUARTER_TURN = 1.5707963267948966;

/** Lesser weights are left out. */
const LEAST_WEIGHT = 0.02;

/**
 * The slabs that a plane is blended from, with the squares of their weights summing to 1. Going along the image leaves
 * the weights; going across passes from slab to slab, as cosine and sine; turning passes from one set of slabs to that
 * of the next direction about the probe's middle. The same pose gives the same blend.
 * @param offAcrossMm added to the plane's place across itself, e.g. what the lung has slid
 */
export function slabsOf({ pose }: ImagePlane, offAcrossMm: number): Slab[] {
  const slabs: Slab[] = [];
  const turn = pose.rotationRad / TURN_CELL_RAD;
  const turnCell = Math.floor(turn);
  for (const direction of [turnCell, turnCell + 1]) {
    const turnShare = cos(QUARTER_TURN * smoothStep(0.25, 0.75, Math.abs(turn - direction)));
    if (turnShare < LEAST_WEIGHT) continue;
    const c = cos(direction * TURN_CELL_RAD);
    const s = sin(direction * TURN_CELL_RAD);
    const alongMm = pose.aroundMm * s + pose.downMm * c;
    const across = (pose.aroundMm * c - pose.downMm * s + offAcrossMm) / ACROSS_CELL_MM;
    const acrossCell = Math.floor(across);
    for (const cell of [acrossCell, acrossCell + 1]) {
      const weight = turnShare * cos(QUARTER_TURN * Math.abs(across - cell));
      if (weight < LEAST_WEIGHT) continue;
      slabs.push({ weight, alongMm, key: cell * 89 + direction * 53 });
    }
  }
  return slabs;
}

/** The least power that is left of a sample, so that no speckle is wholly black. */
const LEAST_POWER = 0.03;

/** Where a scan line reads a slab. */
export interface SlabRead {
  readonly weight: number;
  /** First numbers of the two lines of the bank between which it reads, and the share of the second. */
  readonly left: number;
  readonly right: number;
  readonly share: number;
}

/**
 * @param lineStepMm how far apart scan lines lie where `alongMm` is meant
 * @param alongMm of the tissue on the scan line, from the middle of the image
 * @param apart tells uses of one bank apart, so that chest wall and lung have speckle of their own
 */
export function slabReads(
  { samples }: SpeckleBank,
  slabs: readonly Slab[],
  lineStepMm: number,
  alongMm: number,
  apart: number,
): SlabRead[] {
  return slabs.map(({ weight, alongMm: middleMm, key }) => {
    const place = (middleMm + alongMm) / lineStepMm + key + apart;
    const line = Math.floor(place);
    return {
      weight,
      left: 3 * samples * (line & (FIELD_LINES - 1)),
      right: 3 * samples * ((line + 1) & (FIELD_LINES - 1)),
      share: place - line,
    };
  });
}

/**
 * Writes the speckle of the first `to` samples of one scan line at `base`, real and imaginary parts in turn, of unit
 * mean power. Phases are blended as phasors and powers about their mean, so that a blend has the statistics of its
 * parts.
 */
export function speckleLineRead(
  { field, blend }: SpeckleBank,
  reads: readonly SlabRead[],
  to: number,
  out: Float32Array,
  base: number,
): void {
  const numbers = 3 * to;
  for (let i = 0; i < reads.length; i++) {
    const { weight, left, right, share } = reads[i]!;
    const near = weight * (1 - share);
    const far = weight * share;
    if (i === 0) {
      for (let j = 0; j < numbers; j++) blend[j] = near * field[left + j]! + far * field[right + j]!;
    } else {
      for (let j = 0; j < numbers; j++) {
        blend[j] = blend[j]! + near * field[left + j]! + far * field[right + j]!;
      }
    }
  }
  for (let k = 0; k < to; k++) {
    const re = blend[3 * k]!;
    const im = blend[3 * k + 1]!;
    const power = 1 + blend[3 * k + 2]!;
    const scale = Math.sqrt((power > LEAST_POWER ? power : LEAST_POWER) / (re * re + im * im + 1e-9));
    out[base + 2 * k] = re * scale;
    out[base + 2 * k + 1] = im * scale;
  }
}
