import { mmFromPx, type Sector, sectorContains } from '../../../src/domain/geometry/sector.ts';

/** Seeded uniform numbers in [0, 1): mulberry32. */
export function randomSeeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export interface ScreenOptions {
  readonly width: number;
  readonly height: number;
  readonly sector: Sector;
  readonly seed: number;
  /** Letters, ticks, a logo and a grey bar around the sector. */
  readonly hasText?: boolean;
  /** Grey of the empty screen. */
  readonly background?: number;
  /** Standard deviation of noise everywhere, grey levels. */
  readonly noise?: number;
  /** Lateral positions (-1 to 1) between which a shadow hides everything. */
  readonly shadow?: readonly [number, number];
}

/** A scanner's screen: speckle that fades with depth inside the sector, and whatever machines print around it. */
export function screenDraw(options: ScreenOptions): Uint8Array {
  const { width, height, sector, background = 0, noise = 0, shadow } = options;
  const random = randomSeeded(options.seed);
  const grey = new Uint8Array(width * height);
  const speckle = speckleDraw(width, height, random);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const point = mmFromPx(sector, { x: x + 0.5, y: y + 0.5 });
      let level = background + noise * (random() + random() - 1) * 1.7;
      if (sectorContains(sector, point)) {
        const below = sector.kind === 'convex' ? point.y + sector.radiusMm : 1;
        const lateral =
          sector.kind === 'convex'
            ? Math.atan2(point.x, below) / (sector.angleRad / 2)
            : point.x / (sector.widthMm / 2);
        // Speckle lies across the scan lines: it is looked up where the beam is, and not where the pixel is.
        const [along, depthMm] =
          sector.kind === 'convex'
            ? [
                sector.angleRad * (sector.radiusMm + sector.depthMm / 2),
                Math.hypot(point.x, below) - sector.radiusMm,
              ]
            : [sector.widthMm, point.y];
        const column = Math.floor((width + (lateral * along) / sector.mmPerPx) / 2);
        const rayleigh = speckle[Math.floor(depthMm / sector.mmPerPx) * width + column] ?? 1;
        const isShadowed = shadow !== undefined && lateral > shadow[0] && lateral < shadow[1];
        if (!isShadowed) level += 12 + rayleigh * 60 * (1 - (0.7 * point.y) / sector.depthMm);
      }
      grey[y * width + x] = Math.max(0, Math.min(255, Math.round(level)));
    }
  }
  if (options.hasText === true) textDraw(grey, width, height, random);
  return grey;
}

/** Magnitudes of speckle, Rayleigh distributed of scale 1: as wide as a beam, and less high than that. */
function speckleDraw(width: number, height: number, random: () => number): Float32Array {
  const parts = [0, 1].map(() => {
    const white = Float32Array.from({ length: width * height }, () => random() + random() + random() - 1.5);
    let wide: Float32Array = white;
    for (let pass = 0; pass < 5; pass++) wide = tripleMean(wide, 1);
    return tripleMean(wide, width);
  });
  const magnitude = parts[0]!.map((re, i) => Math.hypot(re, parts[1]![i]!));
  const power = magnitude.reduce((sum, v) => sum + v * v, 0) / magnitude.length;
  return magnitude.map((v) => v * Math.sqrt(2 / power));
}

/** The mean of each value with those `step` before and after it. */
function tripleMean(values: Float32Array, step: number): Float32Array {
  return values.map((v, i) => (v + (values[i - step] ?? 0) + (values[i + step] ?? 0)) / 3);
}

function textDraw(grey: Uint8Array, width: number, height: number, random: () => number): void {
  const boxFill = (left: number, top: number, w: number, h: number, level: (row: number) => number): void => {
    for (let y = Math.max(0, top); y < Math.min(height, top + h); y++) {
      for (let x = Math.max(0, left); x < Math.min(width, left + w); x++)
        grey[y * width + x] = level(y - top);
    }
  };
  const letters = (left: number, top: number, count: number): void => {
    for (let i = 0; i < count; i++) {
      for (let stroke = 0; stroke < 3; stroke++) {
        boxFill(left + i * 9 + Math.floor(random() * 5), top + Math.floor(random() * 6), 2, 7, () => 230);
      }
      boxFill(left + i * 9, top + Math.floor(random() * 9), 6, 2, () => 230);
    }
  };
  letters(8, 10, 12);
  letters(8, 26, 9);
  letters(width - 130, 12, 12);
  letters(12, height - 24, 8);
  letters(width - 100, height - 22, 8);
  boxFill(width - 20, Math.round(height * 0.3), 8, Math.round(height * 0.4), (row) =>
    Math.max(0, 255 - Math.round((255 * row) / (height * 0.4))),
  );
  for (let y = 20; y < height - 20; y += 30) boxFill(width - 34, y, 6, 2, () => 200);
  for (let x = 30; x < width - 30; x += 40) boxFill(x, height - 5, 2, 4, () => 200);
}
