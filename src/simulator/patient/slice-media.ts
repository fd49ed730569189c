import type { Filling, Media } from '../acoustics/media.ts';
import type { LineRun } from '../acoustics/run.ts';
import { PATIENT_ORGAN } from './organs.ts';
import type { Patient } from './patient.ts';
import { AIRLESS, FLUID, type Slice } from './slice.ts';

/** The same in every patient: how long the pleura rings on, mm, and how loud the wall is mirrored, dB. */
const PLEURA_TAIL_MM = 0.8;
const MIRROR_DB = -24;

function fillingIn({ illness }: Patient, slice: Slice, range: LineRun): Filling | null {
  const filling = slice.filling.subarray(range.from, range.to + 1);
  if (illness.kind === 'effusion' && filling.includes(FLUID)) {
    return { kind: 'pleural_effusion', levelDb: illness.levelDb };
  }
  if (illness.kind === 'consolidation' && filling.includes(AIRLESS)) {
    return { kind: 'consolidation', levelDb: illness.levelDb };
  }
  return null;
}

/**
 * The tissue that sound runs through in the scan lines of `range` of a slice.
 * @param middle the scan line whose pleura counts as that of the image's middle
 */
export function sliceMedia(patient: Patient, slice: Slice, range: LineRun, middle: number): Media {
  const { absorptionDbCmMhz, muscleDb, hazeDb, hazeLossDbMm } = patient.build;
  return {
    pleuralDepthMm: slice.lines.pleuraMm[middle]!,
    absorptionDbCmMhz,
    muscleDb,
    pleuraTailMm: PLEURA_TAIL_MM,
    hazeDb,
    hazeLossDbMm,
    mirrorDb: MIRROR_DB,
    filling: fillingIn(patient, slice, range),
    organ: PATIENT_ORGAN,
  };
}
