import type { PatientRequest } from '../../domain/scan/patient-request.ts';
import type { SkinPlace } from '../../domain/scan/skin.ts';
import type { Zone } from '../../domain/scan/zones.ts';
import type { ValueNoise } from '../acoustics/value-noise.ts';

/**
 * A virtual patient: all that a place on the skin map and a moment need to say what lies there. Nothing in it changes, so
 * a probe that comes back finds everything where it was.
 */
export interface Patient {
  readonly request: PatientRequest;
  readonly build: Build;
  readonly rhythm: Rhythm;
  readonly illness: Illness;
  readonly unevenness: Unevenness;
}

/** Chest wall: sizes in mm, levels in dB re muscle. */
export interface Build {
  readonly skinMm: number;
  /** Fat under the skin where it is neither thick nor thin. */
  readonly fatMm: number;
  /** How strong the muscles are; 1 is usual. */
  readonly muscle: number;
  readonly ribHalfWidthMm: number;
  readonly ribHalfHeightMm: number;
  /** From the ribs' inner side to the pleura. */
  readonly ribGapMm: number;
  /** Distance of each rib below its usual place, from the second to the eleventh. */
  readonly ribShiftMm: readonly number[];
  readonly ribDb: number;
  readonly ribShadowDb: number;
  readonly absorptionDbCmMhz: number;
  readonly fatDb: number;
  readonly muscleDb: number;
  readonly skinDb: number;
  readonly pleuraDb: number;
  readonly aLineLossDb: number;
  readonly hazeDb: number;
  readonly hazeLossDbMm: number;
}

export interface Rhythm {
  readonly breathHz: number;
  /** 1 is quiet breathing, 0 none. */
  readonly breathDepth: number;
  readonly breathPhase: number;
  readonly heartHz: number;
  readonly heartPhase: number;
}

/** Smooth curves that make surfaces uneven: each is read along three directions of the skin map. */
export interface Unevenness {
  readonly pleura: NoisePattern;
  readonly wave: NoisePattern;
  readonly haze: NoisePattern;
  /** Of gel and skin under the probe's face, by scan line. */
  readonly contact: ValueNoise;
  readonly ragged: NoisePattern;
  readonly aLines: readonly NoisePattern[];
}

export type NoisePattern = readonly [ValueNoise, ValueNoise, ValueNoise];

/** The patient's illness, placed on the skin map. */
export type Illness =
  | { readonly kind: 'normal' }
  | {
      readonly kind: 'interstitial' | 'white_lung';
      /** Where; everywhere if null. */
      readonly zone: Zone | null;
      /** Separate B-lines in an intercostal space of a longitudinal view; of no meaning for white lung. */
      readonly bLinesPerSpace: number;
    }
  /** Air between the pleurae, inside a circle on the skin map whose border shrinks as the lung fills. */
  | { readonly kind: 'pneumothorax'; readonly centre: SkinPlace; readonly radiusMm: number }
  | {
      readonly kind: 'effusion';
      readonly side: -1 | 1;
      /** Fluid between the pleurae just above the diaphragm. */
      readonly thicknessMm: number;
      /** How far up from the lung's edge it reaches. */
      readonly heightMm: number;
      readonly levelDb: number;
    }
  /** Airless lung under the pleura: half an ellipsoid that moves with the lung. */
  | {
      readonly kind: 'consolidation';
      readonly centre: SkinPlace;
      readonly radiusMm: number;
      readonly thicknessMm: number;
      readonly levelDb: number;
      readonly bronchograms: readonly Bronchogram[];
      /** Whether the air in the bronchi moves with the breath. */
      readonly isDynamic: boolean;
    };

/** Air in a bronchus inside airless lung: a short bright streak. */
export interface Bronchogram {
  /** Its middle, on the lung's surface at rest, and how deep below that its upper end on the skin map lies. */
  readonly aroundMm: number;
  readonly downMm: number;
  readonly belowMm: number;
  readonly lengthMm: number;
  readonly slope: number;
  readonly levelDb: number;
}
