import type { ChestWall, Probe, Rib } from '../exam.ts';
import { type Random, randomBetween } from '../random.ts';

/** Half of what the probe sees of the pleura, mm along it. */
export function halfView(probe: Probe, pleuralDepthMm: number): number {
  return probe.kind === 'linear'
    ? probe.widthMm / 2
    : ((probe.radiusMm + pleuralDepthMm) * probe.angleRad) / 2;
}

/** Whether a place on the pleura lies clear of the ribs' shadows. */
function isBetweenRibs(ribs: readonly Rib[], wall: ChestWall, probe: Probe, xMm: number): boolean {
  const spread =
    probe.kind === 'linear' ? 1 : (probe.radiusMm + wall.pleuralDepthMm) / Math.max(1, probe.radiusMm);
  return ribs.every((rib) => Math.abs(rib.xMm * spread - xMm) > rib.halfWidthMm * spread + 1.5);
}

/** A place on the pleura, within `reach` (0-1) of what is seen, clear of the ribs if a few tries find one. */
export function pleuraPlaceDraw(random: Random, wall: ChestWall, probe: Probe, reach: number): number {
  const half = halfView(probe, wall.pleuralDepthMm) * reach;
  let place = 0;
  for (let attempt = 0; attempt < 24; attempt++) {
    place = randomBetween(random, -half, half);
    if (isBetweenRibs(wall.ribs, wall, probe, place)) return place;
  }
  return place;
}
