import { amplitudeFromDb, exp } from '../../domain/numbers/portable-math.ts';
import {
  type Random,
  randomBell,
  randomBetween,
  randomChance,
  randomCreate,
} from '../../domain/numbers/random.ts';
import { type ValueNoise, valueNoiseAt, valueNoiseCreate } from '../acoustics/value-noise.ts';
import type { Slab } from './speckle-bank.ts';

/**
 * Structure of fat and muscle, fixed to the tissue: mottling in dB, and the amplitude of septa, fasciae and striae.
 * Read along the tissue (periodic) and by the share of the layer's thickness.
 */
export interface WallTexture {
  readonly fat: TextureLayer;
  readonly muscle: TextureLayer;
}

export interface TextureLayer {
  /** Column by column, `DEPTHS` numbers each. */
  readonly mottleDb: Float32Array;
  readonly fibre: Float32Array;
}

const COLUMNS = 2048;
const COLUMN_MM = 0.25;
const LENGTH_MM = COLUMNS * COLUMN_MM;
const DEPTHS = 64;

const STREAM = 7200;

interface Grain {
  readonly alongMm: number;
  /** In shares of the layer. */
  readonly deep: number;
  readonly db: number;
}

/** Mottling: products of waves along and down. */
function mottleFill(random: Random, { alongMm, deep, db }: Grain, out: Float32Array): void {
  // Whole waves in the length, so that it has no seam.
  const make = (step: number): ValueNoise => valueNoiseCreate(random, step);
  const along = [0, 1, 2].map(() => make(LENGTH_MM / 64));
  const stretch = along.map((_, i) => Math.max(1, Math.round(LENGTH_MM / 64 / (alongMm * (1 + 0.3 * i)))));
  const down = [0, 1, 2].map((i) => make(deep * (1 + 0.3 * i)));
  for (let column = 0; column < COLUMNS; column++) {
    for (let k = 0; k < DEPTHS; k++) {
      const at = k / DEPTHS;
      let sum = 0;
      for (let i = 0; i < 3; i++) {
        const wave = valueNoiseAt(along[i]!, column * COLUMN_MM * stretch[i]! + i * 37);
        sum += wave * valueNoiseAt(down[i]!, at + 3);
      }
      out[column * DEPTHS + k] = 0.6 * db * sum;
    }
  }
}

interface Strand {
  readonly deep: number;
  readonly middleMm: number;
  readonly lengthMm: number;
  /** Shares of the layer for each mm. */
  readonly slope: number;
  readonly levelDb: number;
}

/** Half thickness of a strand (SD), in samples of the layer. */
const STRAND_SD = 1.3;

function strandAdd(random: Random, strand: Strand, out: Float32Array): void {
  const wave = valueNoiseCreate(random, randomBetween(random, 6, 14));
  const columns = Math.floor(strand.lengthMm / COLUMN_MM);
  for (let i = 0; i < columns; i++) {
    const along = i * COLUMN_MM;
    const fade = Math.min(1, along / 4, (strand.lengthMm - along) / 4);
    const column = (Math.floor((strand.middleMm - strand.lengthMm / 2) / COLUMN_MM) + i) & (COLUMNS - 1);
    const middle =
      DEPTHS *
      (strand.deep + strand.slope * (along - strand.lengthMm / 2) + 0.025 * valueNoiseAt(wave, along + 50));
    const level = amplitudeFromDb(strand.levelDb + 3 * valueNoiseAt(wave, 1.7 * along + 300)) * fade;
    for (let k = Math.max(0, Math.ceil(middle - 4)); k <= Math.min(DEPTHS - 1, middle + 4); k++) {
      const off = (k - middle) / STRAND_SD;
      const at = column * DEPTHS + k;
      out[at] = out[at]! + level * exp(-0.5 * off * off);
    }
  }
}

function layerCreate(random: Random, grain: Grain, strands: readonly Strand[]): TextureLayer {
  const mottleDb = new Float32Array(COLUMNS * DEPTHS);
  const fibre = new Float32Array(COLUMNS * DEPTHS);
  mottleFill(random, grain, mottleDb);
  for (const strand of strands) strandAdd(random, strand, fibre);
  return { mottleDb, fibre };
}

function strandsDraw(random: Random, count: number, longMm: number, lean: number, levelDb: number): Strand[] {
  return Array.from({ length: count }, () => ({
    deep: randomBetween(random, 0.05, 0.97),
    middleMm: randomBetween(random, 0, LENGTH_MM),
    lengthMm: longMm * (randomChance(random, 0.3) ? 2.2 : 1) * randomBetween(random, 0.5, 1.3),
    slope: lean * randomBell(random),
    levelDb: levelDb + randomBetween(random, -8, 3),
  }));
}

export function wallTextureCreate(seed: number): WallTexture {
  const random = randomCreate(seed, STREAM);
  const fascia: Strand = { deep: 0.03, middleMm: LENGTH_MM / 2, lengthMm: LENGTH_MM, slope: 0, levelDb: 5 };
  return {
    fat: layerCreate(random, { alongMm: 6, deep: 0.3, db: 2.5 }, strandsDraw(random, 80, 16, 0.016, 3)),
    muscle: layerCreate(random, { alongMm: 15, deep: 0.12, db: 3 }, [
      fascia,
      ...strandsDraw(random, 110, 34, 0.004, 0),
    ]),
  };
}

/** Per slab, where a scan line reads a texture. */
export interface TextureRead {
  mottleDb: number;
  fibre: number;
}

/** Writes the texture of a place: `alongMm` from the middle of the image, `deep` as a share of the layer, 0-1. */
export function textureAt(
  layer: TextureLayer,
  slabs: readonly Slab[],
  alongMm: number,
  deep: number,
  out: TextureRead,
): void {
  const row = Math.min(DEPTHS - 1, Math.max(0, Math.floor(deep * DEPTHS)));
  let mottle = 0;
  let fibre = 0;
  for (let i = 0; i < slabs.length; i++) {
    const slab = slabs[i]!;
    const column = Math.floor((slab.alongMm + alongMm + 17 * slab.key) / COLUMN_MM + 0.5);
    const at = (column & (COLUMNS - 1)) * DEPTHS + row;
    mottle += slab.weight * layer.mottleDb[at]!;
    fibre += slab.weight * layer.fibre[at]!;
  }
  out.mottleDb = mottle;
  out.fibre = fibre;
}
