import type { Truth } from '../../domain/frame/frame.ts';
import type { MmPoint } from '../../domain/geometry/point.ts';
import { type Sector, sectorBounds, sectorContains } from '../../domain/geometry/sector.ts';
import type { ExamScanner } from './exam.ts';

/** The part of the image that the scanner kept, in mm of the image plane. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

function boxOf({ crop }: Pick<ExamScanner, 'crop'>, sector: Sector): Box | null {
  if (crop.top === 0 && crop.left === 0 && crop.right === 0) return null;
  const { left, right, top, bottom } = sectorBounds(sector);
  const width = right - left;
  return {
    left: left + crop.left * width,
    right: right - crop.right * width,
    top: top + crop.top * (bottom - top),
  };
}

/** Blackens, in place, what was cut off at the top and the sides of the image's box before it was stored. */
export function cropCut(
  scanner: Pick<ExamScanner, 'crop'>,
  sector: Sector,
  sizePx: number,
  raster: Uint8Array,
): Uint8Array {
  const box = boxOf(scanner, sector);
  if (box === null) return raster;
  const { originPx, mmPerPx } = sector;
  const first = Math.round(originPx.x + box.left / mmPerPx);
  const last = Math.round(originPx.x + box.right / mmPerPx);
  const from = Math.round(originPx.y + box.top / mmPerPx);
  for (let row = 0; row < sizePx; row++) {
    const base = row * sizePx;
    if (row < from) raster.fill(0, base, base + sizePx);
    else {
      raster.fill(0, base, base + Math.max(0, first));
      raster.fill(0, base + Math.min(sizePx, last), base + sizePx);
    }
  }
  return raster;
}

type Instances = Pick<Truth, 'aLines' | 'bLines' | 'pleura' | 'ribs'>;

/** The instances as far as they are still to be seen; a B-line counts while its scan line is, near its origin. */
export function cropInstances(
  scanner: Pick<ExamScanner, 'crop'>,
  sector: Sector,
  instances: Instances,
): Instances {
  const box = boxOf(scanner, sector);
  if (box === null) return instances;
  const isBetween = ({ x }: MmPoint): boolean => x >= box.left && x <= box.right;
  const isIn = (point: MmPoint): boolean => isBetween(point) && point.y >= box.top;
  const lineCut = (points: readonly MmPoint[]): readonly MmPoint[] => points.filter(isIn);
  const linesCut = (lines: readonly (readonly MmPoint[])[]) =>
    lines.map(lineCut).filter((points) => points.length > 1);
  return {
    aLines: instances.aLines
      .map((line) => ({ ...line, points: lineCut(line.points) }))
      .filter(({ points }) => points.length > 1),
    bLines: instances.bLines.filter(({ origin }) => isBetween(origin)),
    pleura: linesCut(instances.pleura),
    ribs: linesCut(instances.ribs),
  };
}

/** The image as the scanner stores it: cut to its box, and written over inside the sector; in place. */
export function greyStore(
  scanner: ExamScanner,
  sector: Sector,
  sizePx: number,
  grey: Uint8Array,
): Uint8Array {
  cropCut(scanner, sector, sizePx, grey);
  for (const { x, y, width, height, grey: level } of scanner.prints) {
    const left = Math.round(x * sizePx);
    const right = Math.max(left + 1, Math.round((x + width) * sizePx));
    const top = Math.round(y * sizePx);
    const bottom = Math.max(top + 1, Math.round((y + height) * sizePx));
    for (let row = top; row < Math.min(sizePx, bottom); row++) {
      const y = (row + 0.5 - sector.originPx.y) * sector.mmPerPx;
      for (let column = left; column < Math.min(sizePx, right); column++) {
        const x = (column + 0.5 - sector.originPx.x) * sector.mmPerPx;
        if (sectorContains(sector, { x, y })) grey[row * sizePx + column] = level;
      }
    }
  }
  return grey;
}
