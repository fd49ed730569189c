import { poseClamp } from '../scan/pose-limits.ts';
import type { ProbePose } from '../scan/probe-pose.ts';
import { type Zone, zoneContains, zonePose, zonesOf } from '../scan/zones.ts';
import { type ScanGoal, zonesWanted } from './goal.ts';

/** How far from a zone's middle places are tried, mm. */
const RINGS_MM = [0, 15, 30, 45, 60, 75, 90, 105] as const;
/** Down first: spaces between ribs lie below one another. */
const WAYS = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
  [0.7, 0.7],
  [-0.7, 0.7],
  [0.7, -0.7],
  [-0.7, -0.7],
] as const;

/** Firm enough for a clear image. */
const PRESSURE = 0.6;

/**
 * Where a goal may be met, likeliest first: the middles of its zones, then places around them that lie in the zone if
 * the goal names one. A goal without a zone is looked for where the patient is sick, then in all twelve zones.
 */
export function goalPlaces(goal: ScanGoal, sickZones: readonly string[]): readonly ProbePose[] {
  const zones =
    goal.zone === null
      ? [...zonesWanted('sick', sickZones), ...zonesOf('zones_12')]
      : zonesWanted(goal.zone, sickZones);
  return RINGS_MM.flatMap((ring) =>
    zones.flatMap((zone) =>
      (ring === 0 ? [WAYS[0]] : WAYS)
        .map(([around, down]) => placed(zone, around * ring, down * ring))
        .filter((pose) => goal.zone === null || zoneContains(zone, pose)),
    ),
  );
}

function placed(zone: Zone, aroundMm: number, downMm: number): ProbePose {
  const middle = zonePose(zone);
  return poseClamp({
    ...middle,
    aroundMm: middle.aroundMm + aroundMm,
    downMm: middle.downMm + downMm,
    pressure: PRESSURE,
  });
}
