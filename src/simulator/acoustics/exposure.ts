import { dbFromPower, pow, powerFromDb } from '../../domain/numbers/portable-math.ts';
import type { PolarGrid } from './grid.ts';

/** Log compression and grey map: how the operator set gain and dynamic range. */
export interface Exposure {
  /** Level shown black, dB, and the range up to white. */
  readonly floorDb: number;
  readonly rangeDb: number;
  /** Exponent of the grey map. */
  readonly gamma: number;
  /** Grey level of a power, looked up by the upper 17 bits of its float32. */
  readonly lookup: Uint8Array;
}

/** Grey levels that the operator's gain gives the median and the 99th percentile of an image, 0-255. */
export interface GreyAim {
  readonly medianGrey: number;
  readonly brightGrey: number;
}

const LOOKUP_SIZE = 1 << 16;

/** Grey levels are set from the median and 99th percentile of one frame, as a scanner's one-touch gain does. */
export function exposureCreate(
  { medianGrey, brightGrey }: GreyAim,
  gamma: number,
  grid: PolarGrid,
  power: Float32Array,
): Exposure {
  // Samples deep in a fan cover more pixels: weigh them by the length of the arc.
  const bins = new Float64Array(1200);
  let total = 0;
  for (let k = 0; k < grid.samples; k++) {
    const arc = grid.radiusMm === Number.POSITIVE_INFINITY ? 1 : 1 + (k * grid.stepMm) / grid.radiusMm;
    for (let line = 0; line < grid.lines; line += 2) {
      const db = dbFromPower(power[line * grid.samples + k]! + 1e-12);
      const bin = Math.min(1199, Math.max(0, Math.floor((db + 80) * 10)));
      bins[bin] = bins[bin]! + arc;
      total += arc;
    }
  }
  const level = (share: number): number => {
    let sum = 0;
    for (let bin = 0; bin < 1200; bin++) {
      sum += bins[bin]!;
      if (sum >= share * total) return bin / 10 - 80;
    }
    return 40;
  };
  // Undo the grey map to find which shares of the range the two grey levels stand for.
  const low = pow(medianGrey / 255, 1 / gamma);
  const high = pow(brightGrey / 255, 1 / gamma);
  const median = level(0.5);
  const bright = level(0.99);
  const rangeDb = Math.min(70, Math.max(40, (bright - median) / (high - low)));
  // Where the range had to be limited, keep the mean of both levels right.
  const floorDb = (median + bright) / 2 - ((low + high) / 2) * rangeDb;
  return exposureSet(floorDb, rangeDb, gamma);
}

/** The grey levels of an operator who set gain and dynamic range by hand. */
export function exposureSet(floorDb: number, rangeDb: number, gamma: number): Exposure {
  return { floorDb, rangeDb, gamma, lookup: lookupCreate(floorDb, rangeDb, gamma) };
}

/** The power that is drawn at a grey level, 0-255. */
export function powerOfGrey({ floorDb, rangeDb, gamma }: Exposure, grey: number): number {
  return powerFromDb(floorDb + rangeDb * pow(grey / 255, 1 / gamma));
}

function lookupCreate(floorDb: number, rangeDb: number, gamma: number): Uint8Array {
  const lookup = new Uint8Array(LOOKUP_SIZE);
  const bits = new Uint32Array(1);
  const value = new Float32Array(bits.buffer);
  for (let i = 0; i < LOOKUP_SIZE; i++) {
    bits[0] = ((i << 15) | 0x4000) >>> 0;
    const power = value[0]!;
    if (!(power > 0) || power === Number.POSITIVE_INFINITY) continue;
    const share = (dbFromPower(power) - floorDb) / rangeDb;
    lookup[i] = share <= 0 ? 0 : Math.floor(255 * Math.min(1, pow(share, gamma)) + 0.5);
  }
  return lookup;
}

/** Log compression: writes grey levels of positive finite powers. */
export function powerCompress(exposure: Exposure, power: Float32Array, grey: Uint8Array): void {
  const bits = new Uint32Array(power.buffer, power.byteOffset, power.length);
  const { lookup } = exposure;
  for (let i = 0; i < bits.length; i++) grey[i] = lookup[bits[i]! >>> 15]!;
}

/** Keeps every `step`-th scan line and draws those between by linear interpolation, in place. */
export function linesThin(grid: PolarGrid, step: number, grey: Uint8Array): void {
  const { samples, lines } = grid;
  for (let from = 0; from + 1 < lines; from += step) {
    const to = Math.min(lines - 1, from + step);
    for (let line = from + 1; line < to; line++) {
      for (let k = 0; k < samples; k++) {
        const left = grey[from * samples + k]! * (to - line);
        const right = grey[to * samples + k]! * (line - from);
        grey[line * samples + k] = Math.floor((left + right) / (to - from) + 0.5);
      }
    }
  }
}

/** Averages every scan line with its neighbours, in place: `share` of it comes from the two beside it. */
export function linesSmooth(grid: PolarGrid, share: number, grey: Uint8Array): void {
  const side = Math.floor(share * 128 + 0.5);
  if (side === 0) return;
  const own = 256 - 2 * side;
  const { samples, lines } = grid;
  const before = grey.slice(0, samples);
  for (let line = 1; line < lines - 1; line++) {
    const base = line * samples;
    for (let k = 0; k < samples; k++) {
      const here = grey[base + k]!;
      grey[base + k] = (here * own + (before[k]! + grey[base + samples + k]!) * side + 128) >> 8;
      before[k] = here;
    }
  }
}

/** Averages every sample with the two beside it along its scan line, in place: `share` comes from them. */
export function samplesSmooth(grid: PolarGrid, share: number, grey: Uint8Array): void {
  const side = Math.floor(share * 128 + 0.5);
  if (side === 0) return;
  const own = 256 - 2 * side;
  const { samples, lines } = grid;
  for (let line = 0; line < lines; line++) {
    const base = line * samples;
    let before = grey[base]!;
    for (let k = base + 1; k < base + samples - 1; k++) {
      const here = grey[k]!;
      grey[k] = (here * own + (before + grey[k + 1]!) * side + 128) >> 8;
      before = here;
    }
  }
}
