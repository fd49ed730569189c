import { FINDING_INDEX, type MarkableFinding } from '../findings/finding.ts';
import { classSet } from '../frame/components.ts';
import { setGrow } from '../frame/distance.ts';
import type { Mask } from '../frame/frame.ts';
import { pixelMm } from '../frame/mask.ts';
import type { MmPoint } from '../geometry/point.ts';
import { pxFromMm } from '../geometry/sector.ts';
import type { LineMark } from './mark.ts';

/** Pixels of a line's class farther than this from its polyline belong to something else, mm. */
const LINE_REACH_MM = 4;

/** A line is where the mask shows it within this distance, mm. */
const LINE_SHOWN_MM = 2;

/** One line mark per stretch of a polyline that the mask shows, moved onto the middle of the band it belongs to. */
export function lineMarksFit(
  polylines: readonly (readonly MmPoint[])[],
  mask: Mask,
  finding: MarkableFinding,
): readonly LineMark[] {
  const shown = setGrow(
    classSet(mask, finding),
    mask.width,
    mask.height,
    LINE_SHOWN_MM / mask.sector.mmPerPx,
  );
  const stretches = polylines.flatMap((points) => stretchesShown(pathDense(points, mask), mask, shown));
  const bands = bandsMeasure(stretches, mask, finding);
  return stretches.flatMap((points, i) => {
    const band = bands[i]!;
    if (band.pixels === 0) return [];
    return [
      {
        id: `truth-${finding}-${i + 1}`,
        kind: 'line',
        finding,
        points: points.map((point) => ({ x: point.x, y: point.y + band.offsetMm })),
        widthMm: Math.max(
          mask.sector.mmPerPx,
          (band.pixels * mask.sector.mmPerPx ** 2) / Math.max(pathLength(points), mask.sector.mmPerPx),
        ),
      },
    ];
  });
}

/** The same path with points no farther apart than two pixels. */
function pathDense(points: readonly MmPoint[], mask: Mask): readonly MmPoint[] {
  return points.flatMap((point, i) => {
    const before = points[i - 1];
    if (before === undefined) return [point];
    const steps = Math.max(
      1,
      Math.ceil(Math.hypot(point.x - before.x, point.y - before.y) / (2 * mask.sector.mmPerPx)),
    );
    return Array.from({ length: steps }, (_, step) => ({
      x: before.x + ((step + 1) / steps) * (point.x - before.x),
      y: before.y + ((step + 1) / steps) * (point.y - before.y),
    }));
  });
}

function stretchesShown(points: readonly MmPoint[], mask: Mask, shown: Uint8Array): MmPoint[][] {
  const stretches: MmPoint[][] = [[]];
  for (const point of points) {
    const px = pxFromMm(mask.sector, point);
    const column = Math.floor(px.x);
    const row = Math.floor(px.y);
    const visible =
      column >= 0 &&
      column < mask.width &&
      row >= 0 &&
      row < mask.height &&
      shown[row * mask.width + column] === 1;
    if (visible) stretches[stretches.length - 1]!.push(point);
    else if (stretches[stretches.length - 1]!.length > 0) stretches.push([]);
  }
  return stretches.filter((stretch) => stretch.length >= 2);
}

interface Band {
  readonly pixels: number;
  /** Depth of the band's middle below the polyline, mm. */
  readonly offsetMm: number;
}

/** For each path the pixels of the class that are nearest to it, and their mean offset in depth. */
function bandsMeasure(
  paths: readonly (readonly MmPoint[])[],
  mask: Mask,
  finding: MarkableFinding,
): readonly Band[] {
  const pixels = paths.map(() => 0);
  const offsets = paths.map(() => 0);
  const value = FINDING_INDEX[finding];
  mask.classes.forEach((found, at) => {
    if (found !== value) return;
    const point = pixelMm(mask, at);
    let best = -1;
    let least = LINE_REACH_MM;
    let offset = 0;
    paths.forEach((path, i) => {
      for (const corner of path) {
        const distance = Math.hypot(point.x - corner.x, point.y - corner.y);
        if (distance >= least) continue;
        least = distance;
        best = i;
        offset = point.y - corner.y;
      }
    });
    if (best < 0) return;
    pixels[best] = pixels[best]! + 1;
    offsets[best] = offsets[best]! + offset;
  });
  return pixels.map((count, i) => ({ pixels: count, offsetMm: count === 0 ? 0 : offsets[i]! / count }));
}

function pathLength(points: readonly MmPoint[]): number {
  return points.reduce((sum, point, i) => {
    const before = points[i - 1] ?? point;
    return sum + Math.hypot(point.x - before.x, point.y - before.y);
  }, 0);
}
