import type { Sector } from './sector.ts';

/** Length in mm of a step across the scan lines (in lateral units, the sector is 2 wide) at a depth in mm. */
export function arcMm(sector: Sector, lateral: number, depthMm: number): number {
  return sector.kind === 'linear'
    ? (lateral * sector.widthMm) / 2
    : ((lateral * sector.angleRad) / 2) * (sector.radiusMm + depthMm);
}
