import type { MmPoint } from '../geometry/point.ts';
import { beamFromMm, type Sector } from '../geometry/sector.ts';

/** How deep a line lies on a scan line, mm from the face; null beside the line. */
export function lineDepthAt(points: readonly MmPoint[], lateral: number, sector: Sector): number | null {
  const beams = points.map((point) => beamFromMm(sector, point));
  for (let i = 1; i < beams.length; i++) {
    const [a, b] = [beams[i - 1]!, beams[i]!];
    const span = b.lateral - a.lateral;
    const share = span === 0 ? 0 : (lateral - a.lateral) / span;
    if (share >= 0 && share <= 1) return a.depthMm + share * (b.depthMm - a.depthMm);
  }
  return null;
}
