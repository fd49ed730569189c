import { type Random, randomBetween } from '../../../domain/numbers/random.ts';
import type { Probe } from '../../acoustics/probe.ts';
import type { ChestWall, Rib } from '../exam.ts';

/** Half of what the probe sees of the pleura, mm along it. */
export function halfView(probe: Probe, pleuralDepthMm: number): number {
  return probe.kind === 'linear'
    ? probe.widthMm / 2
    : ((probe.radiusMm + pleuralDepthMm) * probe.angleRad) / 2;
}

/** How many times as far apart things lie on the pleura as on the probe's face, along the same scan lines. */
export function faceSpread(wall: ChestWall, probe: Probe): number {
  return probe.kind === 'linear' ? 1 : (probe.radiusMm + wall.pleuralDepthMm) / Math.max(1, probe.radiusMm);
}

/** The pleura between the two ribs nearest to the image's middle, mm along it. */
export function mainWindow(
  wall: ChestWall,
  probe: Probe,
): { readonly fromMm: number; readonly toMm: number } {
  const half = halfView(probe, wall.pleuralDepthMm);
  const spread = faceSpread(wall, probe);
  let fromMm = -half;
  let toMm = half;
  for (const { xMm, halfWidthMm } of wall.ribs) {
    if (xMm < 0) fromMm = Math.max(fromMm, (xMm + halfWidthMm) * spread);
    else toMm = Math.min(toMm, (xMm - halfWidthMm) * spread);
  }
  return { fromMm, toMm };
}

/** Whether a place on the pleura lies clear of the ribs' shadows. */
function isBetweenRibs(ribs: readonly Rib[], wall: ChestWall, probe: Probe, xMm: number): boolean {
  const spread = faceSpread(wall, probe);
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
