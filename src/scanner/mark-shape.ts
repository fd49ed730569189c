import type { MmPoint } from '../domain/geometry/point.ts';
import { beamFromMm, mmFromBeam, type Sector } from '../domain/geometry/sector.ts';
import type { BeamMark, Mark } from '../domain/marks/mark.ts';
import { beamHalfLateral } from '../domain/marks/rasterise.ts';

/** The outline of a mark in mm: a round-tipped stroke or a closed polygon. */
export type MarkShape =
  | { readonly kind: 'stroke'; readonly points: readonly MmPoint[]; readonly radiusMm: number }
  | { readonly kind: 'polygon'; readonly points: readonly MmPoint[] };

/** Corners along each arc of a beam: at 1/16 of the widest fan an arc is a line to the eye. */
const ARC_STEPS = 8;

/**
 * The strip of a beam mark: between two scan lines, from the origin's depth to its end, cut to the sector.
 * Corners run along the upper arc left to right, then along the lower arc right to left.
 */
export function beamPolygon(sector: Sector, beam: BeamMark): readonly MmPoint[] {
  const origin = beamFromMm(sector, beam.origin);
  const half = beamHalfLateral(sector, beam);
  const clamped = (lateral: number) => Math.min(1, Math.max(-1, lateral));
  const from = clamped(origin.lateral - half);
  const to = clamped(origin.lateral + half);
  const top = Math.min(Math.max(0, origin.depthMm), sector.depthMm);
  const bottom = Math.min(Math.max(top, beam.endDepthMm), sector.depthMm);
  const arc = (depthMm: number) =>
    Array.from({ length: ARC_STEPS + 1 }, (_, step) =>
      mmFromBeam(sector, { lateral: from + ((to - from) * step) / ARC_STEPS, depthMm }),
    );
  return [...arc(top), ...arc(bottom).reverse()];
}

export function markShape(sector: Sector, mark: Mark): MarkShape {
  switch (mark.kind) {
    case 'brush':
    case 'eraser':
      return { kind: 'stroke', points: mark.points, radiusMm: mark.radiusMm };
    case 'line':
      return { kind: 'stroke', points: mark.points, radiusMm: mark.widthMm / 2 };
    case 'beam':
      return { kind: 'polygon', points: beamPolygon(sector, mark) };
    case 'region':
      return { kind: 'polygon', points: mark.points };
  }
}

/** Marks that are drawn as one area: a run of the same class, or a run of erasers. */
export interface MarkGroup {
  /** Null for erasers. */
  readonly finding: Exclude<Mark, { kind: 'eraser' }>['finding'] | null;
  readonly marks: readonly Mark[];
}

/** Consecutive marks of one class melt into one area; the order of groups is the order of marks. */
export function markGroups(marks: readonly Mark[]): readonly MarkGroup[] {
  const groups: { finding: MarkGroup['finding']; marks: Mark[] }[] = [];
  for (const mark of marks) {
    const finding = mark.kind === 'eraser' ? null : mark.finding;
    const last = groups[groups.length - 1];
    if (last !== undefined && last.finding === finding) last.marks.push(mark);
    else groups.push({ finding, marks: [mark] });
  }
  return groups;
}
