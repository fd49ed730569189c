import { mmFromBeam, pxFromMm, type Sector } from '../../domain/geometry/sector.ts';

/** Points along each arc: enough that it looks round. */
const ARC_POINTS = 32;

/** The outline of a sector as the data of an SVG path, in the pixels of its raster. */
export function sectorPath(sector: Sector): string {
  const laterals = Array.from({ length: ARC_POINTS + 1 }, (_, i) => (2 * i) / ARC_POINTS - 1);
  const at = (lateral: number, depthMm: number): string => {
    const { x, y } = pxFromMm(sector, mmFromBeam(sector, { lateral, depthMm }));
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  const face = laterals.map((lateral) => at(lateral, 0));
  const bottom = laterals.map((lateral) => at(-lateral, sector.depthMm));
  return `M${[...face, ...bottom].join('L')}Z`;
}
