import type { PatientCondition } from './patient-request.ts';

/** Signs of an M-mode over a whole breath, with the probe held still, of the pleura on one scan line. */
export const M_MODE_SIGNS = ['seashore', 'barcode', 'lung_point', 'no_pleura'] as const;
/** `no_pleura`: behind a rib, beside the lung or without contact. */
export type MModeSign = (typeof M_MODE_SIGNS)[number];

/** Scan lines from one lateral (-1 the first of the image) to another (1 the last). */
export interface MModeSpan {
  readonly from: number;
  readonly to: number;
  readonly shows: MModeSign;
}

/** The truth of an image of a virtual patient who is scanned by hand, beyond that of every image. */
export interface ScanTruth {
  readonly condition: PatientCondition;
  /** Every zone of every set that holds some of it; empty where there is nothing. */
  readonly sickZones: readonly string[];
  /** The condition as far as it is in this image; `normal` where it is not. */
  readonly inView: PatientCondition;
  /** Side by side, from the first scan line to the last. */
  readonly mMode: readonly MModeSpan[];
  /** Where, at this moment, sliding lung meets air between the pleurae; null where it does not in this image. */
  readonly lungPoint: LungPoint | null;
}

/** The border of a pneumothorax on the pleural line. */
export interface LungPoint {
  /** Its scan line: -1 first, +1 last. */
  readonly lateral: number;
  readonly depthMm: number;
  /** Air lies to its left (-1) or right (1) in the image. */
  readonly airSide: -1 | 1;
}
