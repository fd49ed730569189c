import { mmFromBeam, pxFromMm, type Sector } from '../../domain/geometry/sector.ts';

/** An image along its scan lines, line-major; NaN where the raster does not reach. */
export interface PolarImage {
  readonly lines: number;
  readonly samples: number;
  readonly grey: Float32Array;
}

const LINES = 120;
const SAMPLES = 240;
/** The outermost shares of width and depth are left out: an edge found a pixel off would count as dark. */
const MARGIN = 0.015;

/** The nearest pixel at each of 120 x 240 places evenly spread over angle (or width) and depth. */
export function polarImage(grey: Uint8Array, width: number, height: number, sector: Sector): PolarImage {
  const out = new Float32Array(LINES * SAMPLES).fill(Number.NaN);
  for (let line = 0; line < LINES; line++) {
    const lateral = (((line + 0.5) / LINES) * 2 - 1) * (1 - MARGIN);
    for (let sample = 0; sample < SAMPLES; sample++) {
      const depthMm = sector.depthMm * (MARGIN + ((sample + 0.5) / SAMPLES) * (1 - 2 * MARGIN));
      const { x, y } = pxFromMm(sector, mmFromBeam(sector, { lateral, depthMm }));
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      out[line * SAMPLES + sample] = grey[Math.floor(y) * width + Math.floor(x)]!;
    }
  }
  return { lines: LINES, samples: SAMPLES, grey: out };
}

/** Mean grey of every depth, or of every scan line; NaN where the raster holds less than a third of it. */
export function polarProfile({ lines, samples, grey }: PolarImage, along: 'depth' | 'lateral'): number[] {
  const [count, across] = along === 'depth' ? [samples, lines] : [lines, samples];
  return Array.from({ length: count }, (_, place) => {
    let sum = 0;
    let seen = 0;
    for (let other = 0; other < across; other++) {
      const value = grey[along === 'depth' ? other * samples + place : place * samples + other]!;
      if (Number.isNaN(value)) continue;
      sum += value;
      seen += 1;
    }
    return seen * 3 < across ? Number.NaN : sum / seen;
  });
}

/** Standard deviation of a profile about its own running mean over `reach` places to either side. */
export function profileRoughness(profile: readonly number[], reach: number): number {
  let squares = 0;
  let count = 0;
  for (const [place, value] of profile.entries()) {
    if (Number.isNaN(value)) continue;
    let sum = 0;
    let seen = 0;
    for (const near of profile.slice(Math.max(0, place - reach), place + reach + 1)) {
      if (Number.isNaN(near)) continue;
      sum += near;
      seen += 1;
    }
    squares += (value - sum / seen) ** 2;
    count += 1;
  }
  return count === 0 ? Number.NaN : Math.sqrt(squares / count);
}
