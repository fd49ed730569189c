import type { Streak } from '../acoustics/scene.ts';
import type { PatientMotion } from './breath.ts';
import { bronchogramMoveMm } from './bronchograms.ts';
import type { ImagePlane } from './image-plane.ts';
import type { Patient } from './patient.ts';
import type { Slice } from './slice.ts';

/** How far beside the plane a bronchus is still seen, mm. */
const STREAK_REACH_MM = 3;

/**
 * The air in bronchi that a slice shows, as streaks.
 * @param middle the scan line that says how far lung and pleura have moved
 */
export function sliceStreaks(
  { illness }: Patient,
  plane: ImagePlane,
  motion: PatientMotion,
  slice: Slice,
  middle: number,
): Streak[] {
  if (illness.kind !== 'consolidation') return [];
  const { along, across, pose } = plane;
  const streaks: Streak[] = [];
  for (const air of illness.bronchograms) {
    const { aroundMm, downMm, belowMm, lengthMm, slope, levelDb } = air;
    const around = aroundMm - pose.aroundMm;
    const down = downMm - pose.downMm;
    const lean = (slice.lines.pleuraMm[middle]! + belowMm) * plane.tiltSin;
    const off = around * across.aroundMm + down * across.downMm + slice.slideAcrossMm[middle]! - lean;
    if (Math.abs(off) > STREAK_REACH_MM) continue;
    const move = bronchogramMoveMm(air, illness.isDynamic, motion);
    const xMm = around * along.aroundMm + down * along.downMm - lengthMm / 2 + move;
    streaks.push({ xMm, belowMm: belowMm + slope * move, lengthMm, slope, levelDb, isInLayer: true });
  }
  return streaks;
}
