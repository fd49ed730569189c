import type { ProbePose } from './probe-pose.ts';
import { aroundWrap, TORSO } from './skin.ts';
import { zoneFind, zonePose } from './zones.ts';

/** How far the probe can go and be turned; round the chest and turned about itself it goes without end. */
export const POSE_LIMITS = {
  downMm: { least: 0, most: TORSO.trunkMm },
  tiltRad: { least: -0.8, most: 0.8 },
  pressure: { least: 0, most: 1 },
} as const;

const HALF_TURN = 3.141592653589793;

function within(value: number, { least, most }: { readonly least: number; readonly most: number }): number {
  return value < least ? least : value > most ? most : value;
}

/** The nearest pose that there is; angles are brought into half a turn either way. */
export function poseClamp(pose: ProbePose): ProbePose {
  const turns = Math.floor((pose.rotationRad + HALF_TURN) / (2 * HALF_TURN));
  return {
    aroundMm: aroundWrap(pose.aroundMm),
    downMm: within(pose.downMm, POSE_LIMITS.downMm),
    rotationRad: pose.rotationRad - turns * 2 * HALF_TURN,
    tiltRad: within(pose.tiltRad, POSE_LIMITS.tiltRad),
    pressure: within(pose.pressure, POSE_LIMITS.pressure),
  };
}

/** Where an examination begins: upper anterior on the right. */
export const POSE_START: ProbePose = zonePose(zoneFind('R1')!);
