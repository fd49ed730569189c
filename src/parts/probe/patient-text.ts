import type { PatientCondition } from '../../domain/scan/patient-request.ts';
import type { MModeSign } from '../../domain/scan/scan-truth.ts';
import type { ZoneSet } from '../../domain/scan/zones.ts';

export const CONDITION_LABEL: Readonly<Record<PatientCondition, string>> = {
  normal: 'Normal lung',
  interstitial: 'Interstitial pattern (B-lines)',
  white_lung: 'White lung (merged B-lines)',
  pneumothorax: 'Pneumothorax',
  effusion: 'Pleural effusion',
  consolidation: 'Consolidation',
};

export const ZONE_SET_LABEL: Readonly<Record<ZoneSet, string>> = {
  blue_6: '6 BLUE points',
  zones_8: '8 zones',
  zones_12: '12 zones',
  zones_14: '14 zones',
};

export const M_MODE_LABEL: Readonly<Record<MModeSign, string>> = {
  seashore: 'seashore sign: the lung slides',
  barcode: 'barcode sign: nothing moves below the pleural line',
  lung_point: 'lung point: seashore and barcode take turns with the breath',
  no_pleura: 'no pleural line',
};

/** What the page is called where virtual patients are scanned freely. */
export const SCAN_TITLE = 'Scan a patient';
