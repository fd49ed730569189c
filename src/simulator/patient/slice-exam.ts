import type { ScanControls } from '../../domain/scan/scan-controls.ts';
import type { Run } from '../acoustics/run.ts';
import type { ChestWall, Exam, Lung, LungLayer, Motion, Streak } from '../exam/exam.ts';
import type { Motion as BreathMotion } from './breath.ts';
import { bronchogramMoveMm } from './bronchograms.ts';
import { cartMachine, cartProbe } from './cart.ts';
import type { ImagePlane } from './image-plane.ts';
import { PATIENT_ORGAN } from './organs.ts';
import type { Patient } from './patient.ts';
import { AIRLESS, FLUID, type Slice } from './slice.ts';

/** The engine moves nothing by itself here: the patient says where everything is. */
const STILL: Motion = {
  breathHz: 0,
  slideMm: 0,
  liftMm: 0,
  wallMm: 0,
  heartHz: 0,
  heartMm: 0,
  driftMm: 0,
};

function wallOf({ build }: Patient): ChestWall {
  return {
    skinMm: build.skinMm,
    fatMm: build.fatMm,
    // Of no place in particular; each image puts its own.
    pleuralDepthMm: 28,
    flatness: 1,
    slope: 0,
    waveMm: 0,
    flanks: [],
    ribs: [],
    absorptionDbCmMhz: build.absorptionDbCmMhz,
    fatDb: build.fatDb,
    muscleDb: build.muscleDb,
    skinDb: build.skinDb,
    fibreDb: 0,
    fibres: 0,
    ribDb: build.ribDb,
    ribShadowDb: build.ribShadowDb,
    shadowEdgeMm: 1,
  };
}

function lungOf({ build }: Patient): Lung {
  return {
    sliding: true,
    pleuraDb: build.pleuraDb,
    pleuraUnevenDb: 0,
    pleuraTailMm: 0.8,
    aLineLossDb: build.aLineLossDb,
    aLineTilt: 0.22,
    aLineUnevenDb: 4,
    hazeDb: build.hazeDb,
    hazeLossDbMm: build.hazeLossDbMm,
    hazeUnevenDb: 0,
    mirrorDb: -24,
    bLines: [],
    streaks: [],
    eLines: [],
    layer: null,
    organ: PATIENT_ORGAN,
  };
}

/** The exam that the engine takes a patient before a machine for, as far as it stays from image to image. */
export function patientExam(patient: Patient, controls: ScanControls): Exam {
  return {
    seed: patient.request.seed,
    edition: 2,
    probe: cartProbe(controls),
    machine: cartMachine(controls),
    wall: wallOf(patient),
    lung: lungOf(patient),
    motion: STILL,
    frameRateHz: 30,
  };
}

/** How far beside the plane a bronchus is still seen, mm. */
const STREAK_REACH_MM = 3;

function streaksIn(
  { illness }: Patient,
  plane: ImagePlane,
  motion: BreathMotion,
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

function layerIn({ illness }: Patient, slice: Slice, range: Run): LungLayer | null {
  const filling = slice.filling.subarray(range.from, range.to + 1);
  const rest = { xMm: 0, halfWidthMm: 0, thicknessMm: 0, raggedMm: 0, swing: 0 };
  if (illness.kind === 'effusion' && filling.includes(FLUID)) {
    return { kind: 'pleural_effusion', levelDb: illness.levelDb, ...rest };
  }
  if (illness.kind === 'consolidation' && filling.includes(AIRLESS)) {
    return { kind: 'consolidation', levelDb: illness.levelDb, ...rest };
  }
  return null;
}

/** The exam with what lies in the scan lines of `range` of one slice. */
export function sliceExam(
  exam: Exam,
  patient: Patient,
  plane: ImagePlane,
  motion: BreathMotion,
  slice: Slice,
  range: Run,
): Exam {
  const middle = (range.from + range.to + 1) >> 1;
  return {
    ...exam,
    wall: { ...exam.wall, pleuralDepthMm: slice.lines.pleuraMm[middle]! },
    lung: {
      ...exam.lung,
      layer: layerIn(patient, slice, range),
      streaks: streaksIn(patient, plane, motion, slice, middle),
    },
  };
}
