import { FINDINGS } from '../domain/findings/finding.ts';
import { geometryMemory, type RasterGeometry } from '../domain/frame/geometry-memory.ts';
import { mmFromBeam, pxFromMm, type Sector } from '../domain/geometry/sector.ts';

/**
 * The polar raster of a sector: `samples` rows from the probe's face to the bottom and `lines` columns of scan lines
 * from left to right, of equal depth and of equal angle (convex) or width (linear). Row-major. B-lines stand upright
 * in it and A-lines lie flat, whatever the probe, and every cell is image.
 */
export interface PolarSize {
  readonly samples: number;
  readonly lines: number;
}

/** How a raster's pixels make the cells of a polar raster. Depends on geometry alone: computed once per exam. */
export interface PolarSampling {
  readonly size: PolarSize;
  /** Pixels of the raster that it reads. */
  readonly pixels: number;
  /** 1 where the cell's centre lies in the raster; the other cells are black. */
  readonly known: Uint8Array;
  /** Points that each cell of a row is the mean of. */
  readonly points: Int32Array;
  /** Per point: its upper left pixel, and the shares of the right and of the lower pixel, 0 to SHARE_ONE. */
  readonly base: Int32Array;
  readonly right: Uint8Array;
  readonly below: Uint8Array;
  /** Steps to those pixels; 0 in a raster of one column or row. */
  readonly rightStep: number;
  readonly belowStep: number;
}

const SHARE_BITS = 7;
const SHARE_ONE = 1 << SHARE_BITS;

/** Points lie at most this far apart in pixels; each is interpolated between two pixels, so that none is missed. */
const POINT_SPACING_PX = 1.25;

/** How many points across a cell that is so many pixels wide. */
function pointsAcross(widthPx: number): number {
  return Math.max(1, Math.ceil(widthPx / POINT_SPACING_PX - 1e-6));
}

/** Width in mm of one of `lines` scan lines at a depth. */
export function lineWidthMm(sector: Sector, lines: number, depthMm: number): number {
  return sector.kind === 'linear'
    ? sector.widthMm / lines
    : ((sector.radiusMm + depthMm) * sector.angleRad) / lines;
}

function polarSampling({ sector, width, height }: RasterGeometry, size: PolarSize): PolarSampling {
  const { samples, lines } = size;
  const stepMm = sector.depthMm / samples;
  const down = pointsAcross(stepMm / sector.mmPerPx);
  const across = Int32Array.from({ length: samples }, (_, row) =>
    pointsAcross(lineWidthMm(sector, lines, (row + 0.5) * stepMm) / sector.mmPerPx),
  );
  const points = across.map((count) => count * down);
  const all = lines * points.reduce((sum, count) => sum + count, 0);
  const known = new Uint8Array(samples * lines);
  const base = new Int32Array(all);
  const right = new Uint8Array(all);
  const below = new Uint8Array(all);
  const place = (row: number, line: number) =>
    pxFromMm(sector, mmFromBeam(sector, { lateral: (2 * line) / lines - 1, depthMm: row * stepMm }));
  const share = (offset: number) => Math.round(Math.min(1, Math.max(0, offset)) * SHARE_ONE);
  for (let row = 0, at = 0; row < samples; row++) {
    for (let line = 0; line < lines; line++) {
      const centre = place(row + 0.5, line + 0.5);
      if (centre.x >= 0 && centre.x <= width && centre.y >= 0 && centre.y <= height) {
        known[row * lines + line] = 1;
      }
      for (let point = 0; point < points[row]!; point++, at++) {
        const { x, y } = place(
          row + (Math.floor(point / across[row]!) + 0.5) / down,
          line + ((point % across[row]!) + 0.5) / across[row]!,
        );
        const column = Math.min(Math.max(0, width - 2), Math.max(0, Math.floor(x - 0.5)));
        const top = Math.min(Math.max(0, height - 2), Math.max(0, Math.floor(y - 0.5)));
        base[at] = top * width + column;
        right[at] = share(x - 0.5 - column);
        below[at] = share(y - 0.5 - top);
      }
    }
  }
  return {
    size,
    pixels: width * height,
    known,
    points,
    base,
    right,
    below,
    rightStep: width > 1 ? 1 : 0,
    belowStep: height > 1 ? width : 0,
  };
}

/** The sampling of a frame's geometry, remembered for the last few. */
export const polarSamplingOf = geometryMemory(polarSampling, ({ samples, lines }) => `${samples}x${lines}`);

/**
 * Grey levels of each cell: the mean over the cell's area of the raster, interpolated bilinearly between pixel
 * centres. Cells beyond the raster are 0.
 */
export function polarGrey(sampling: PolarSampling, grey: Uint8Array): Uint8Array<ArrayBuffer> {
  const { size, known, points, base, right, below, rightStep, belowStep } = sampling;
  const { samples, lines } = size;
  const cells = new Uint8Array(samples * lines);
  for (let row = 0, at = 0, cell = 0; row < samples; row++) {
    const count = points[row]!;
    const scale = 1 / (count << (2 * SHARE_BITS));
    for (let line = 0; line < lines; line++, cell++) {
      let sum = 0;
      for (const end = at + count; at < end; at++) {
        const pixel = base[at]!;
        const u = right[at]!;
        const v = below[at]!;
        const upper = grey[pixel]! * (SHARE_ONE - u) + grey[pixel + rightStep]! * u;
        const under = pixel + belowStep;
        const lower = grey[under]! * (SHARE_ONE - u) + grey[under + rightStep]! * u;
        sum += upper * (SHARE_ONE - v) + lower * v;
      }
      if (known[cell] === 1) cells[cell] = sum * scale + 0.5;
    }
  }
  return cells;
}

/** Class of each cell: the one that most of its area carries, by the same points and weights as `polarGrey`. */
export function polarClasses(sampling: PolarSampling, classes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { size, known, points, base, right, below, rightStep, belowStep } = sampling;
  const { samples, lines } = size;
  const cells = new Uint8Array(samples * lines);
  const votes = new Int32Array(FINDINGS.length);
  const vote = (pixel: number, weight: number) => {
    const value = classes[pixel]!;
    votes[value] = votes[value]! + weight;
  };
  for (let row = 0, at = 0, cell = 0; row < samples; row++) {
    for (let line = 0; line < lines; line++, cell++) {
      votes.fill(0);
      for (const end = at + points[row]!; at < end; at++) {
        const u = right[at]!;
        const v = below[at]!;
        const pixel = base[at]!;
        vote(pixel, (SHARE_ONE - u) * (SHARE_ONE - v));
        vote(pixel + rightStep, u * (SHARE_ONE - v));
        vote(pixel + belowStep, (SHARE_ONE - u) * v);
        vote(pixel + rightStep + belowStep, u * v);
      }
      if (known[cell] === 1) cells[cell] = votes.indexOf(Math.max(...votes));
    }
  }
  return cells;
}

/** Area in mm^2 of the cells of each row, for shares of the sector. */
export function polarAreas(sector: Sector, { samples, lines }: PolarSize): Float64Array {
  const stepMm = sector.depthMm / samples;
  return Float64Array.from(
    { length: samples },
    (_, row) => stepMm * lineWidthMm(sector, lines, (row + 0.5) * stepMm),
  );
}
