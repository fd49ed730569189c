import type { MmPoint } from '../geometry/point.ts';
import type { Sector } from '../geometry/sector.ts';
import type { Mark } from '../marks/mark.ts';
import {
  type CarriedFrame,
  type KeyClip,
  type KeyExpert,
  type KeyPlace,
  keyIndices,
} from '../scenario/expert-key.ts';
import type { ExpertKeyFile, KeyMarkFile } from '../scenario/schema-expert-key.ts';

/** Points of a mark in a file at most, as the schema has it. */
const POINTS_MAX = { line: 400, region: 800, brush: 800 } as const;

/**
 * A key as a scenario's file has it: lengths in mm, rounded to a tenth of one. An eraser has no place in a key, and whoever
 * draws one is offered none. Experts who have drawn nothing are left out; null where nobody drew anything.
 */
export function expertKeyWrite(key: {
  readonly drawnOn: KeyClip;
  readonly experts: readonly KeyExpert[];
  readonly places: readonly KeyPlace[];
}): ExpertKeyFile | null {
  const experts = key.experts.filter(({ frames }) => frames.length > 0);
  if (experts.length === 0) return null;
  const known = new Set(keyIndices({ experts }));
  const places = key.places.filter(({ index }) => known.has(index));
  const { widthPx, heightPx, images, sector } = key.drawnOn;
  return {
    drawn_on: { width_px: widthPx, height_px: heightPx, images, sector: sectorWrite(sector) },
    experts: experts.map(({ by, date, frames, carried = [] }) => ({
      by,
      date,
      frames: [...frames]
        .sort((a, b) => a.index - b.index)
        .map(({ index, marks }) => ({ index, marks: marks.flatMap(markWrite) })),
      ...(carried.length > 0 && {
        carried: [...carried].sort((a, b) => a.index - b.index).map(carriedWrite),
      }),
    })),
    ...(places.length > 0 && {
      places: places.map(({ index, finding, points, say }) => ({
        frame: index,
        ...(finding !== null && { finding }),
        points: points.map(pointWrite),
        say,
      })),
    }),
  };
}

function carriedWrite({ index, from, to, moves, isToCheck }: CarriedFrame) {
  return {
    index,
    from,
    ...(to !== null && { to }),
    moves: moves.map(({ acrossMm, depthMm, sure }): [number, number, number] => [
      tenth(acrossMm),
      tenth(depthMm),
      Math.round(100 * sure) / 100,
    ]),
    ...(isToCheck && { to_check: true }),
  };
}

function sectorWrite(sector: Sector): NonNullable<ExpertKeyFile['drawn_on']>['sector'] {
  const { mmPerPx, originPx, depthMm } = sector;
  const common = {
    mm_per_px: mmPerPx,
    origin_px: [originPx.x, originPx.y] as [number, number],
    depth_mm: depthMm,
  };
  return sector.kind === 'linear'
    ? { kind: 'linear', ...common, width_mm: sector.widthMm }
    : {
        kind: 'convex',
        ...common,
        radius_mm: sector.radiusMm,
        angle_deg: (sector.angleRad * 180) / Math.PI,
      };
}

function markWrite(mark: Mark): readonly KeyMarkFile[] {
  switch (mark.kind) {
    case 'eraser':
      return [];
    case 'line': {
      const { finding, widthMm } = mark;
      return [
        { line: { finding, width_mm: tenth(widthMm), points: pointsWrite(mark.points, POINTS_MAX.line) } },
      ];
    }
    case 'beam': {
      const { finding, origin, widthMm, endDepthMm } = mark;
      const width_mm = tenth(widthMm);
      return [{ beam: { finding, width_mm, origin: pointWrite(origin), end_depth_mm: tenth(endDepthMm) } }];
    }
    case 'region':
      return [{ region: { finding: mark.finding, points: pointsWrite(mark.points, POINTS_MAX.region) } }];
    case 'brush': {
      const { finding, radiusMm } = mark;
      const radius_mm = tenth(radiusMm);
      return [{ brush: { finding, points: pointsWrite(mark.points, POINTS_MAX.brush), radius_mm } }];
    }
  }
}

/** At most so many points, evenly taken along the stroke, its ends among them. */
function pointsWrite(points: readonly MmPoint[], most: number): [number, number][] {
  if (points.length <= most) return points.map(pointWrite);
  return Array.from({ length: most }, (_, i) =>
    pointWrite(points[Math.round((i * (points.length - 1)) / (most - 1))]!),
  );
}

function pointWrite({ x, y }: MmPoint): [number, number] {
  return [tenth(x), tenth(y)];
}

function tenth(mm: number): number {
  return Math.round(10 * mm) / 10;
}
