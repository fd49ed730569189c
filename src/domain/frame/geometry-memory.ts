import type { Sector } from '../geometry/sector.ts';

/** The parts of a frame that decide where its pixels lie. */
export interface RasterGeometry {
  readonly width: number;
  readonly height: number;
  readonly sector: Sector;
}

function geometryKey({ width, height, sector }: RasterGeometry): string {
  const shape =
    sector.kind === 'convex' ? `convex,${sector.radiusMm},${sector.angleRad}` : `linear,${sector.widthMm}`;
  const { depthMm, mmPerPx, originPx } = sector;
  return `${shape},${depthMm},${mmPerPx},${originPx.x},${originPx.y},${width},${height}`;
}

const REMEMBERED = 8;

/**
 * A function that makes something large from a frame's geometry, with a memory for the last few: frames of one exam
 * share their geometry. What is made must depend on the arguments alone; `rest` is a key for the other ones.
 */
export function geometryMemory<Rest, Made>(
  make: (geometry: RasterGeometry, rest: Rest) => Made,
  restKey: (rest: Rest) => string,
): (geometry: RasterGeometry, rest: Rest) => Made {
  const remembered = new Map<string, Made>();
  return (geometry, rest) => {
    const key = `${geometryKey(geometry)},${restKey(rest)}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const made = make(geometry, rest);
    const oldest = remembered.keys().next();
    if (remembered.size >= REMEMBERED && !oldest.done) remembered.delete(oldest.value);
    remembered.set(key, made);
    return made;
  };
}
