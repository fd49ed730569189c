import type { Sector } from '../../domain/geometry/sector.ts';
import { atan2 } from '../../domain/numbers/portable-math.ts';
import type { PolarGrid } from './grid.ts';

/** Which four polar samples make each pixel inside the sector. Computed once for a geometry and raster size. */
export interface ScanConversion {
  readonly sizePx: number;
  readonly sector: Sector;
  /** Row-major indices of the pixels inside the sector. */
  readonly pixels: Int32Array;
  /** Index of the upper left polar sample (line-major). */
  readonly base: Int32Array;
  /** Step to the next line: `samples`, or 0 at the last line. */
  readonly next: Int32Array;
  /** Weights 0-256 of the next line and the next sample. */
  readonly lineShare: Int16Array;
  readonly sampleShare: Int16Array;
}

export function scanConversionCreate(grid: PolarGrid, sector: Sector, sizePx: number): ScanConversion {
  const most = sizePx * sizePx;
  const pixels = new Int32Array(most);
  const base = new Int32Array(most);
  const next = new Int32Array(most);
  const lineShare = new Int16Array(most);
  const sampleShare = new Int16Array(most);
  let inside = 0;
  const half = (grid.placeStep * grid.lines) / 2;
  for (let row = 0; row < sizePx; row++) {
    const y = (row + 0.5 - sector.originPx.y) * sector.mmPerPx;
    for (let column = 0; column < sizePx; column++) {
      const x = (column + 0.5 - sector.originPx.x) * sector.mmPerPx;
      let place = x;
      let depth = y;
      if (sector.kind === 'convex') {
        const below = y + sector.radiusMm;
        if (below <= 0) continue;
        depth = Math.sqrt(x * x + below * below) - sector.radiusMm;
        if (depth < 0 || depth > sector.depthMm) continue;
        place = atan2(x, below);
      }
      if (depth < 0 || depth > sector.depthMm || place < -half || place > half) continue;
      const line = Math.min(grid.lines - 1, Math.max(0, place / grid.placeStep + grid.lines / 2 - 0.5));
      const sample = Math.min(grid.samples - 1.001, depth / grid.stepMm);
      const l = Math.floor(line);
      const k = Math.floor(sample);
      pixels[inside] = row * sizePx + column;
      base[inside] = l * grid.samples + k;
      next[inside] = l + 1 < grid.lines ? grid.samples : 0;
      lineShare[inside] = Math.floor((line - l) * 256);
      sampleShare[inside] = Math.floor((sample - k) * 256);
      inside++;
    }
  }
  return {
    sizePx,
    sector,
    pixels: pixels.slice(0, inside),
    base: base.slice(0, inside),
    next: next.slice(0, inside),
    lineShare: lineShare.slice(0, inside),
    sampleShare: sampleShare.slice(0, inside),
  };
}

/** Bilinear interpolation of grey levels into a raster; outside the sector it is 0. */
export function greyConvert(conversion: ScanConversion, polar: Uint8Array): Uint8Array {
  const { pixels, base, next, lineShare, sampleShare, sizePx } = conversion;
  const grey = new Uint8Array(sizePx * sizePx);
  for (let i = 0; i < pixels.length; i++) {
    const a = base[i]!;
    const b = a + next[i]!;
    const v = sampleShare[i]!;
    const near = polar[a]! * (256 - v) + polar[a + 1]! * v;
    const far = polar[b]! * (256 - v) + polar[b + 1]! * v;
    const u = lineShare[i]!;
    grey[pixels[i]!] = (near * (256 - u) + far * u + 32768) >> 16;
  }
  return grey;
}

/** The class that most of a pixel's four polar samples carry, by weight; ties go to the nearer one. */
export function classConvert(conversion: ScanConversion, polar: Uint8Array): Uint8Array {
  const { pixels, base, next, lineShare, sampleShare, sizePx } = conversion;
  const classes = new Uint8Array(sizePx * sizePx);
  for (let i = 0; i < pixels.length; i++) {
    const a = base[i]!;
    const b = a + next[i]!;
    const c00 = polar[a]!;
    const c01 = polar[a + 1]!;
    const c10 = polar[b]!;
    const c11 = polar[b + 1]!;
    if (c00 === c01 && c00 === c10 && c00 === c11) {
      if (c00 !== 0) classes[pixels[i]!] = c00;
      continue;
    }
    const u = lineShare[i]!;
    const v = sampleShare[i]!;
    // Sum the weights of equal classes; at most three sums can win.
    const w00 = (256 - u) * (256 - v);
    const w01 = (256 - u) * v;
    const w10 = u * (256 - v);
    const w11 = u * v;
    const s00 = w00 + (c01 === c00 ? w01 : 0) + (c10 === c00 ? w10 : 0) + (c11 === c00 ? w11 : 0);
    const s01 = w01 + (c10 === c01 ? w10 : 0) + (c11 === c01 ? w11 : 0);
    const s10 = w10 + (c11 === c10 ? w11 : 0);
    let best = c00;
    let most = s00;
    if (s01 > most) {
      best = c01;
      most = s01;
    }
    if (s10 > most) {
      best = c10;
      most = s10;
    }
    if (w11 > most) best = c11;
    classes[pixels[i]!] = best;
  }
  return classes;
}
