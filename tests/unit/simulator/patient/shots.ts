import { createHash } from 'node:crypto';
import type { ProbePose } from '../../../../src/domain/scan/probe-pose.ts';
import { scanPreset } from '../../../../src/domain/scan/scan-presets.ts';
import { zoneFind, zonePose } from '../../../../src/domain/scan/zones.ts';
import type {
  LivePatient,
  PatientFrame,
  PatientShot,
} from '../../../../src/simulator/patient/live-patient.ts';
import { livePatientFrame } from '../../../../src/simulator/patient/live-patient.ts';

export const ROUND_CHEST = Math.PI / 2;

/** The pose that opens a zone, changed. */
export function poseAt(zone: string, change: Partial<ProbePose> = {}): ProbePose {
  return { ...zonePose(zoneFind(zone)!), pressure: 0.7, ...change };
}

export function shotAt(pose: ProbePose, change: Partial<PatientShot> = {}): PatientShot {
  return { pose, controls: scanPreset('lung'), timeMs: 0, ...change };
}

/** A small image with its truth. */
export function frameTake(live: LivePatient, shot: PatientShot, sizePx = 128): PatientFrame {
  return livePatientFrame(live, shot, sizePx);
}

export function frameHash({ frame, truth }: PatientFrame): string {
  return createHash('sha256').update(frame.grey).update(truth.mask.classes).digest('hex').slice(0, 16);
}

export function greyMean(grey: Uint8Array): number {
  return grey.reduce((sum, level) => sum + level, 0) / grey.length;
}
