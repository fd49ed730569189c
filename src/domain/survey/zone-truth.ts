import type { Truth } from '../frame/frame.ts';
import type { PatientCondition } from '../scan/patient-request.ts';
import type { ScanTruth } from '../scan/scan-truth.ts';
import { truthFacts } from '../scenario/answer-facts.ts';
import type { LungPattern } from '../scenario/answer-source.ts';
import { patternRead, slidingRead } from '../scenario/in-view.ts';
import type { ZoneReading } from './zone-reading.ts';

/** The parts of a patient's truth that hold for the whole chest. */
export type PatientTruth = Pick<ScanTruth, 'condition' | 'sickZones'>;

const PATTERNS: Readonly<Record<PatientCondition, LungPattern>> = {
  normal: 'a_lines',
  interstitial: 'b_lines',
  white_lung: 'confluence',
  pneumothorax: 'a_lines',
  effusion: 'effusion',
  consolidation: 'consolidation',
};

/** The findings that an image shows. */
export function zoneSeen(truth: Truth): ZoneReading {
  return { pattern: patternRead(truthFacts(truth)), sliding: slidingRead(truth) };
}

/** The findings that a zone holds by what ails the patient, where no image of it was frozen. */
export function zoneExpected({ condition, sickZones }: PatientTruth, zoneId: string): ZoneReading {
  if (!sickZones.includes(zoneId)) return { pattern: 'a_lines', sliding: 'yes' };
  return { pattern: PATTERNS[condition], sliding: condition === 'pneumothorax' ? 'no' : 'yes' };
}

/** The right answer for a zone of which an image was frozen. */
export interface ZoneTruth {
  readonly truth: ZoneReading;
  /** Whether the zone holds some of what ails the patient, and the image nothing of it. */
  readonly isOverlooked: boolean;
}

/** An image is judged by what it shows; a zone whose finding lies beside it, by that. */
export function zoneTruth(truth: Truth, zoneId: string): ZoneTruth {
  const { scan } = truth;
  const isOverlooked = scan !== undefined && scan.inView === 'normal' && scan.sickZones.includes(zoneId);
  return { truth: isOverlooked ? zoneExpected(scan, zoneId) : zoneSeen(truth), isOverlooked };
}
