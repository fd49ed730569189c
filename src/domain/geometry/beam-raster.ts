import { beamFromMm, mmFromPx, type Sector, sectorEquals } from './sector.ts';

/** Where the pixels of a raster lie among the scan lines; row-major, `width * height` of each. */
export interface BeamRaster {
  readonly sector: Sector;
  readonly width: number;
  readonly height: number;
  /** -1 at the first scan line, +1 at the last; beyond that outside the image. */
  readonly lateral: Float64Array;
  /** Along the scan line, mm from the probe's face; negative above it. */
  readonly depthMm: Float64Array;
}

/** A running source keeps one geometry, so that a few tables serve every image; older ones are let go. */
const TABLES = 4;
let tables: readonly BeamRaster[] = [];

/** The table of a raster, worked out once for as long as it is in use. */
export function beamRasterOf(sector: Sector, width: number, height: number): BeamRaster {
  const known = tables.find(
    (table) => table.width === width && table.height === height && sectorEquals(table.sector, sector),
  );
  if (known !== undefined) return known;
  const made = beamRasterMake(sector, width, height);
  tables = [made, ...tables].slice(0, TABLES);
  return made;
}

function beamRasterMake(sector: Sector, width: number, height: number): BeamRaster {
  const lateral = new Float64Array(width * height);
  const depthMm = new Float64Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const beam = beamFromMm(sector, mmFromPx(sector, { x: column + 0.5, y: row + 0.5 }));
      lateral[row * width + column] = beam.lateral;
      depthMm[row * width + column] = beam.depthMm;
    }
  }
  return { sector, width, height, lateral, depthMm };
}
