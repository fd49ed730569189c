import { FINDING_INDEX, MARKABLE_FINDINGS, type MarkableFinding } from '../findings/finding.ts';
import { classComponents } from '../frame/components.ts';
import type { Mask } from '../frame/frame.ts';
import type { MmPoint } from '../geometry/point.ts';
import { beamFromMm, mmFromBeam, mmFromPx, pxFromMm, type Sector } from '../geometry/sector.ts';
import { contourTrace } from '../marks/contour.ts';
import type { Mark } from '../marks/mark.ts';
import { marksRasterise } from '../marks/rasterise.ts';
import type { PxSize, Shape } from './annotation.ts';
import { maskCut } from './mask-runs.ts';

/** How far an outline that is traced in a mask may stray from it, in its pixels. */
const OUTLINE_PX = 0.75;

const ALONE = { status: null, track: null, group: null } as const;

/**
 * Marks as shapes, with findings as labels. Lines and beams become lines with their breadth, along the scan line for a
 * beam, and areas become outlines. Where something was rubbed out, which no outline can say, all become pixels.
 * @param sector the geometry of the clip's images, in their pixels
 */
export function shapesFromMarks(
  marks: readonly Mark[],
  sector: Sector,
  size: PxSize,
  rater: string | null,
): readonly Shape[] {
  if (marks.some(({ kind }) => kind === 'eraser')) return pixelShapes(marks, sector, size, rater);
  return marks.flatMap((mark) => shapeOf(mark, sector, rater) ?? []);
}

function shapeOf(mark: Mark, sector: Sector, rater: string | null): Shape | null {
  if (mark.kind === 'eraser') return null;
  const base = { ...ALONE, label: mark.finding, rater };
  const toPx = (points: readonly MmPoint[]) => points.map((point) => pxFromMm(sector, point));
  switch (mark.kind) {
    case 'brush':
    case 'line': {
      const widthMm = mark.kind === 'line' ? mark.widthMm : 2 * mark.radiusMm;
      // A dot has one point, and a line needs two.
      const points = mark.points.length === 1 ? [mark.points[0]!, mark.points[0]!] : mark.points;
      if (points.length === 0) return null;
      return { ...base, kind: 'polyline', points: toPx(points), breadthPx: widthMm / sector.mmPerPx };
    }
    case 'beam': {
      const { lateral } = beamFromMm(sector, mark.origin);
      const end = mmFromBeam(sector, { lateral, depthMm: mark.endDepthMm });
      return {
        ...base,
        kind: 'polyline',
        points: toPx([mark.origin, end]),
        breadthPx: mark.widthMm / sector.mmPerPx,
      };
    }
    case 'region':
      return mark.points.length < 3 ? null : { ...base, kind: 'polygon', points: toPx(mark.points) };
  }
}

function pixelShapes(
  marks: readonly Mark[],
  sector: Sector,
  { width, height }: PxSize,
  rater: string | null,
): readonly Shape[] {
  const side = Math.max(width, height);
  const { classes } = marksRasterise(marks, sector, side);
  return MARKABLE_FINDINGS.flatMap((finding): Shape[] => {
    const value = FINDING_INDEX[finding];
    const isOf = (at: number): boolean => classes[Math.floor(at / width) * side + (at % width)] === value;
    const area = maskCut({ width, height }, isOf);
    return area === null ? [] : [{ ...ALONE, kind: 'mask', label: finding, rater, ...area }];
  });
}

/**
 * The findings of a mask, such as of a key or the network, as outlines in the clip's pixels: one for each piece that is
 * at least a speck.
 * @param sector the geometry of the clip's images, in their pixels
 */
export function shapesFromMask(mask: Mask, sector: Sector, rater: string | null): readonly Shape[] {
  return MARKABLE_FINDINGS.flatMap((finding: MarkableFinding) =>
    classComponents(mask, finding).map((pixels): Shape => {
      const outline = contourTrace(pixels, mask.width, mask.height, OUTLINE_PX);
      const points = outline.map((corner) => pxFromMm(sector, mmFromPx(mask.sector, corner)));
      return { ...ALONE, kind: 'polygon', label: finding, rater, points };
    }),
  );
}
