import { keyFromTruth } from '../../../domain/grading/key/key-truth.ts';
import { difficultyMeasure } from '../../../domain/learning/difficulty.ts';
import type { MeasuredDifficulty, MeasuredMotion } from '../../../domain/learning/measured-difficulty.ts';
import { motionContrastDb } from '../../../domain/learning/motion-contrast.ts';
import type { ProbePose } from '../../../domain/scan/probe-pose.ts';
import type { MModeSpan } from '../../../domain/scan/scan-truth.ts';
import { aroundWrap } from '../../../domain/scan/skin.ts';
import { zoneFind } from '../../../domain/scan/zones.ts';
import { lungPulseMm, lungSlideMm, motionEnds } from '../breath.ts';
import { type LivePatient, livePatientColumns, livePatientFrame, livePatientOpen } from '../live-patient.ts';
import type { Patient } from '../patient.ts';
import { patientDraw } from '../patient-draw.ts';
import { scannerFloorDb, scannerTraits } from '../scanner.ts';
import type { PatientCandidate } from './patient-candidates.ts';
import {
  breathMoments,
  type EdgeRun,
  edgeRun,
  lineAt,
  lungShare,
  type ProbeStand,
  probeStand,
  signMiddle,
  signMm,
} from './probe-stand.ts';

/** Frames are graded at this size, so difficulty is measured at it. */
const SIZE_PX = 256;

/** Images follow each other in the game at this pace, ms. */
const PERIOD_MS = 32;

/** Less pleura than this on the line that is looked at is too little to judge by, mm. */
const PLEURA_MM = 12;
/** On either side of an edge. */
const SIDE_MM = 8;
/** An edge that goes by less is not seen to come and go, mm. */
const MOVES_MM = 4;
/** On a line for M-mode an edge is looked for where the lung comes and goes over so much of the pleura, mm. */
const LINE_MM = 2;

/** A lung that slides by less is neither plainly moving nor plainly still, mm. */
const SLIDES_MM = 2;

/** A BLUE point reaches so far from its middle, mm. */
const POINT_MM = 40;

const DEG = 57.29577951308232;

/** How hard a candidate is; null where it does not show plainly what it is to show. */
export function patientItemMeasure(
  candidate: PatientCandidate,
  isForLine: boolean,
): MeasuredDifficulty | null {
  const { sight, request, pose, controls } = candidate;
  const patient = patientDraw(request);
  const machine = {
    contrastDb: 0,
    sizeMm: 0,
    distractors: 0,
    gainDb: controls.gainDb - scannerFloorDb(controls),
    depthMm: controls.depthMm,
    look: 'clinical',
  } as const;
  if (sight === 'way') return { ...machine, way: wayOf(pose, request.zone ?? '') };
  const stand = probeStand(patient, pose, controls, 0);
  if (sight === 'whole') return { ...machine, ...wholeOf(patient, stand) };
  if (sight === 'edge') {
    const edge = isForLine ? lineEdge(patient, stand) : edgeRun(patient, stand);
    const slid = signMm(stand, 'seashore');
    const still = signMm(stand, 'barcode');
    if (edge === null || edge.movesMm < MOVES_MM) return null;
    if (!isForLine && (slid < SIDE_MM || still < SIDE_MM)) return null;
    const { movesMm, share } = edge;
    const live = livePatientOpen(request);
    const lateral = signMiddle(stand, isForLine ? 'lung_point' : 'seashore')!;
    return {
      ...machine,
      ...pleuraOf(live, candidate),
      sizeMm: edge.lesserMm,
      motion: motionOf(live, candidate, stand, lateral),
      edge: { movesMm, share },
    };
  }
  const sign = sight === 'slides' ? 'seashore' : 'barcode';
  if (signMm(stand, sign) < PLEURA_MM || hasOther(stand, sign)) return null;
  const live = livePatientOpen(request);
  const motion = motionOf(live, candidate, stand, signMiddle(stand, sign)!);
  if (sight === 'slides' && motion.slideMm < SLIDES_MM) return null;
  return { ...machine, ...pleuraOf(live, candidate), motion };
}

/** Whether a part of the pleura shows another sign than the rest. */
function hasOther({ spans }: ProbeStand, sign: MModeSpan['shows']): boolean {
  return spans.some(({ shows }) => shows !== sign && shows !== 'no_pleura');
}

/** Of the scan line on which lung and air take turns; the lesser part is of no meaning there. */
function lineEdge(patient: Patient, stand: ProbeStand): EdgeRun | null {
  const lateral = signMiddle(stand, 'lung_point');
  if (lateral === null || signMm(stand, 'lung_point') < LINE_MM) return null;
  const run = edgeRun(patient, stand);
  return run === null ? null : { ...run, share: lungShare(patient, stand, lateral) };
}

/** The pleural line's contrast and thickness. */
function pleuraOf(
  live: LivePatient,
  { pose, controls }: PatientCandidate,
): Pick<MeasuredDifficulty, 'contrastDb' | 'sizeMm'> {
  const { frame, truth } = livePatientFrame(live, { pose, controls, timeMs: 0 }, SIZE_PX);
  const { clear, faint } = truth.bands!;
  const { findings } = keyFromTruth({ seen: truth.mask, clear, faint });
  const { contrastDb, sizeMm } = difficultyMeasure({
    frame,
    mask: truth.mask,
    scale: { rangeDb: controls.dynamicRangeDb, gamma: scannerTraits(controls).gamma },
    finding: 'pleural_line',
    asked: findings.filter(({ finding, standing }) => finding === 'pleural_line' && standing === 'asked'),
    distractors: 0,
    gainDb: 0,
    look: 'clinical',
  });
  return { contrastDb, sizeMm };
}

function motionOf(
  live: LivePatient,
  { sight, pose, controls }: PatientCandidate,
  { grid, slice }: ProbeStand,
  lateral: number,
): MeasuredMotion {
  const { patient } = live;
  const line = lineAt(grid, lateral);
  const timesMs = breathMoments(patient).flatMap((timeMs) => [timeMs, timeMs + PERIOD_MS]);
  const { grey, samples } = livePatientColumns(live, { pose, controls }, lateral, timesMs);
  const scale = { rangeDb: controls.dynamicRangeDb, gamma: scannerTraits(controls).gamma };
  const contrastDb = motionContrastDb(
    { grey, samples, stepMm: grid.stepMm },
    scale,
    slice.lines.pleuraMm[line]!,
  );
  // Where air holds the lung off the wall for good nothing of it comes through.
  if (sight === 'still' && slice.air[line] === 1) return { slideMm: 0, pulseMm: 0, contrastDb };
  return { ...movesMm(patient, slice.aroundMm[line]!, slice.downMm[line]!), contrastDb };
}

/** How far the lung at a place slides and is pushed. */
function movesMm(
  patient: Patient,
  aroundMm: number,
  downMm: number,
): Pick<MeasuredMotion, 'slideMm' | 'pulseMm'> {
  const [out, full] = motionEnds(patient);
  return {
    slideMm: Math.abs(lungSlideMm(full, downMm) - lungSlideMm(out, downMm)),
    pulseMm: lungPulseMm({ ...full, beat: 1 }, aroundMm, downMm),
  };
}

function wayOf(pose: ProbePose, zoneId: string): NonNullable<MeasuredDifficulty['way']> {
  const zone = zoneFind(zoneId);
  if (zone === null) throw new RangeError(`${zoneId} is no zone to reach`);
  const around = aroundWrap(pose.aroundMm - zone.centre.aroundMm);
  const down = pose.downMm - zone.centre.downMm;
  return {
    mm: Math.max(0, Math.sqrt(around * around + down * down) - POINT_MM),
    turnDeg: DEG * (Math.abs(pose.rotationRad) + Math.abs(pose.tiltRad)),
  };
}

function wholeOf(
  patient: Patient,
  { slice, grid }: ProbeStand,
): Pick<MeasuredDifficulty, 'motion' | 'countMargin'> {
  const line = lineAt(grid, 0);
  const motion = { ...movesMm(patient, slice.aroundMm[line]!, slice.downMm[line]!), contrastDb: 0 };
  const { illness } = patient;
  return illness.kind === 'interstitial'
    ? { motion, countMargin: Math.max(1, illness.bLinesPerSpace - 2) }
    : { motion };
}
