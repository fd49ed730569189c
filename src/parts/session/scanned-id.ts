import {
  PATIENT_CONDITIONS,
  type PatientCondition,
  type PatientRequest,
} from '../../domain/scan/patient-request.ts';
import { poseClamp } from '../../domain/scan/pose-limits.ts';
import type { ProbePose } from '../../domain/scan/probe-pose.ts';

/** A patient, and where the probe stands: as much as the name of a scenario can carry, so that a reload finds both. */
export interface Scanned {
  readonly request: PatientRequest;
  readonly pose: ProbePose;
}

const PREFIX = 'scanned';
const BETWEEN = '_';

/** Numbers are carried in hundredths; a pose that was moved by keys and pointer is not finer than a finger. */
const PARTS = 100;

export function scannedId({ request, pose }: Scanned): string {
  const { seed, condition, bLinesPerSpace = 0, breathsPerMinute = 0, breathDepth = -1 } = request;
  const { aroundMm, downMm, rotationRad, tiltRad, pressure } = pose;
  const numbers = [
    bLinesPerSpace,
    breathsPerMinute,
    breathDepth,
    aroundMm,
    downMm,
    rotationRad,
    tiltRad,
    pressure,
  ];
  const whole = numbers.map((number) => String(Math.round(PARTS * number)));
  return [PREFIX, seed, PATIENT_CONDITIONS.indexOf(condition), ...whole].join(BETWEEN);
}

/** The scan that an id carries; null where it is none of these. */
export function scannedRead(id: string): Scanned | null {
  const [prefix, ...parts] = id.split(BETWEEN);
  const [seed, place, bLines, breaths, depth, aroundMm, downMm, rotationRad, tiltRad, pressure] =
    parts.map(Number);
  const condition: PatientCondition | undefined = PATIENT_CONDITIONS[place ?? -1];
  const isWhole = parts.length === 10 && parts.every((part) => /^-?\d+$/.test(part));
  if (prefix !== PREFIX || !isWhole || condition === undefined) return null;
  if (seed! < 0 || seed! >= 2 ** 32) return null;
  return {
    request: {
      seed: seed!,
      condition,
      ...(bLines! > 0 && { bLinesPerSpace: Math.min(6, bLines! / PARTS) }),
      ...(breaths! > 0 && { breathsPerMinute: Math.min(40, Math.max(6, breaths! / PARTS)) }),
      ...(depth! >= 0 && { breathDepth: Math.min(2, depth! / PARTS) }),
    },
    pose: poseClamp({
      aroundMm: aroundMm! / PARTS,
      downMm: downMm! / PARTS,
      rotationRad: rotationRad! / PARTS,
      tiltRad: tiltRad! / PARTS,
      pressure: pressure! / PARTS,
    }),
  };
}
