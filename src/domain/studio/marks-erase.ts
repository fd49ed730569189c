import { classComponents, SPECK_MM2 } from '../frame/components.ts';
import type { MmPoint } from '../geometry/point.ts';
import { beamFromMm, type MmBox, mmFromBeam, type Sector, sectorFit } from '../geometry/sector.ts';
import type { EraserMark, Mark } from '../marks/mark.ts';
import { beamHalfLateral, marksRasterise } from '../marks/rasterise.ts';
import { regionTrace } from '../marks/region-trace.ts';

/** Side of the raster in which erasing is worked out, px: half a millimetre of a deep image. */
const SIZE_PX = 384;

/**
 * Marks without an eraser that cover what those with erasers leave: a file of a key has none. What no eraser touched stays as
 * it was drawn; of the others the outlines of what is left stay, specks aside.
 */
export function marksErase(marks: readonly Mark[], sector: Sector): readonly Exclude<Mark, EraserMark>[] {
  const raster = sectorFit(sector, SIZE_PX);
  let kept: readonly Exclude<Mark, EraserMark>[] = [];
  for (const mark of marks) {
    if (mark.kind === 'eraser') kept = kept.flatMap((one) => markErase(one, mark, raster));
    else kept = [...kept, mark];
  }
  return kept;
}

function markErase(
  mark: Exclude<Mark, EraserMark>,
  eraser: EraserMark,
  raster: Sector,
): readonly Exclude<Mark, EraserMark>[] {
  if (!boxesMeet(markBox(mark, raster), markBox(eraser, raster))) return [mark];
  const before = marksRasterise([mark], raster, SIZE_PX);
  const left = marksRasterise([mark, eraser], raster, SIZE_PX);
  if (left.classes.every((value, at) => value === before.classes[at])) return [mark];
  const speckPx = SPECK_MM2 / raster.mmPerPx ** 2;
  return classComponents(left, mark.finding)
    .filter(({ length }) => length >= speckPx)
    .flatMap((pixels, i) => {
      const region = regionTrace(pixels, left);
      return region === null ? [] : [{ ...region, id: `${mark.id}-${i + 1}`, finding: mark.finding }];
    });
}

function boxesMeet(a: MmBox, b: MmBox): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

/** A box that a mark does not leave, mm. */
function markBox(mark: Mark, sector: Sector): MmBox {
  switch (mark.kind) {
    case 'brush':
    case 'eraser':
      return pointsBox(mark.points, mark.radiusMm + sector.mmPerPx);
    case 'line':
      return pointsBox(mark.points, mark.widthMm / 2 + sector.mmPerPx);
    case 'region':
      return pointsBox(mark.points, sector.mmPerPx);
    case 'beam': {
      const { lateral, depthMm } = beamFromMm(sector, mark.origin);
      const half = beamHalfLateral(sector, mark);
      const corners = [depthMm, mark.endDepthMm].flatMap((depth) =>
        [-half, 0, half].map((away) => mmFromBeam(sector, { lateral: lateral + away, depthMm: depth })),
      );
      return pointsBox(corners, 2 * sector.mmPerPx);
    }
  }
}

function pointsBox(points: readonly MmPoint[], growMm: number): MmBox {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return {
    left: Math.min(...xs) - growMm,
    right: Math.max(...xs) + growMm,
    top: Math.min(...ys) - growMm,
    bottom: Math.max(...ys) + growMm,
  };
}
