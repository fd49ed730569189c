import type { PatientCondition } from '../../domain/scan/patient-request.ts';
import type { LungPoint, MModeSign, MModeSpan, ScanTruth } from '../../domain/scan/scan-truth.ts';
import { TORSO } from '../../domain/scan/skin.ts';
import { ZONE_SETS, zoneAt } from '../../domain/scan/zones.ts';
import { lungSlideMm, motionEnds, type PatientMotion } from './breath.ts';
import { airlessMm, bLinesPerSpaceAt, fluidMm, isAirAt, isWhiteAt } from './illness.ts';
import type { ImagePlane } from './image-plane.ts';
import { bellyShareAt, heartShareAt } from './organs.ts';
import type { Patient } from './patient.ts';
import { AIRLESS, FLUID, type Slice } from './slice.ts';

/** Less than this of the amplitude, and nobody looks for the pleura there: behind a rib, or without contact. */
const SEEN = 0.45;

/** A lung that slides by less in all is not seen to, mm. */
const SLIDE_LEAST_MM = 1.5;

/** A finding is in the image where it takes so many scan lines that are seen. */
const LINES_LEAST = 6;

/** A zone holds what takes this share of it. */
const ZONE_SHARE = 0.1;

const SKIN_STEP_MM = 8;

const REST: PatientMotion = { breath: 0, beat: 0, path: 0, decorrelationMm: 0, timeS: 0 };

/** Whether what ails the patient is under a place of the skin, between two breaths. */
function isIllAt(patient: Patient, aroundMm: number, downMm: number): boolean {
  const isLung = bellyShareAt(REST, aroundMm, downMm) < 0.5 && heartShareAt(REST, aroundMm, downMm) < 0.5;
  switch (patient.illness.kind) {
    case 'normal':
      return false;
    case 'interstitial':
      return isLung && bLinesPerSpaceAt(patient, aroundMm, downMm) > 0;
    case 'white_lung':
      return isLung && isWhiteAt(patient, aroundMm, downMm);
    case 'pneumothorax':
      return isLung && isAirAt(patient, REST, aroundMm, downMm);
    case 'effusion':
      return isLung && fluidMm(patient, REST, aroundMm, downMm) > 3;
    case 'consolidation':
      return isLung && airlessMm(patient, aroundMm, downMm) > 0;
  }
}

/** Ids of every zone of every set that holds some of what ails the patient. */
export function sickZonesOf(patient: Patient): readonly string[] {
  if (patient.illness.kind === 'normal') return [];
  const all = new Map<string, number>();
  const ill = new Map<string, number>();
  const half = TORSO.girthMm / 2;
  for (let aroundMm = -half + 1; aroundMm < half; aroundMm += SKIN_STEP_MM) {
    for (let downMm = 0; downMm < TORSO.trunkMm; downMm += SKIN_STEP_MM) {
      const ids = new Set(ZONE_SETS.map((set) => zoneAt(set, { aroundMm, downMm })?.id));
      const isIll = isIllAt(patient, aroundMm, downMm);
      for (const id of ids) {
        if (id === undefined) continue;
        all.set(id, (all.get(id) ?? 0) + 1);
        if (isIll) ill.set(id, (ill.get(id) ?? 0) + 1);
      }
    }
  }
  return [...ill].filter(([id, count]) => count >= ZONE_SHARE * all.get(id)!).map(([id]) => id);
}

/** Whether the pleura on a scan line is seen: not behind a rib, and with contact. */
export function isSeen({ lines }: Slice, line: number): boolean {
  return lines.passes[line]! >= SEEN && lines.contact[line]! >= SEEN;
}

/** The sign that a whole breath shows on a scan line. */
function mModeSign(patient: Patient, slice: Slice, line: number): MModeSign {
  const { lines, filling, aroundMm, downMm } = slice;
  const around = aroundMm[line]!;
  const down = downMm[line]!;
  const isLung = (motion: PatientMotion): boolean =>
    isAirAt(patient, motion, around, down) ||
    (bellyShareAt(motion, around, down) < 0.5 && heartShareAt(motion, around, down) < 0.5);
  const [out, full] = motionEnds(patient);
  const hasPleura = filling[line] === 0 && lines.organ[line]! < 0.5 && isLung(out) && isLung(full);
  if (!hasPleura || !isSeen(slice, line)) return 'no_pleura';
  const isHeldOff = isAirAt(patient, full, around, down);
  if (isHeldOff) return 'barcode';
  if (isAirAt(patient, out, around, down)) return 'lung_point';
  const slides = Math.abs(lungSlideMm(full, down) - lungSlideMm(out, down));
  return slides >= SLIDE_LEAST_MM ? 'seashore' : 'barcode';
}

function mModeSpans(patient: Patient, slice: Slice, lines: number): MModeSpan[] {
  const spans: MModeSpan[] = [];
  let from = 0;
  let shows = mModeSign(patient, slice, 0);
  const edge = (line: number): number => (2 * line) / lines - 1;
  for (let line = 1; line <= lines; line++) {
    const next = line < lines ? mModeSign(patient, slice, line) : null;
    if (next === shows) continue;
    spans.push({ from: edge(from), to: edge(line), shows });
    from = line;
    if (next !== null) shows = next;
  }
  return spans;
}

function isIllLine(patient: Patient, slice: Slice, line: number): boolean {
  const { lines, air, filling, lungAroundMm, lungDownMm } = slice;
  if (!isSeen(slice, line)) return false;
  const isAerated = lines.organ[line]! < 0.5 && filling[line] === 0;
  switch (patient.illness.kind) {
    case 'normal':
      return false;
    case 'interstitial':
      return isAerated && bLinesPerSpaceAt(patient, lungAroundMm[line]!, lungDownMm[line]!) > 0;
    case 'white_lung':
      return isAerated && isWhiteAt(patient, lungAroundMm[line]!, lungDownMm[line]!);
    case 'pneumothorax':
      return air[line] === 1;
    case 'effusion':
      return filling[line] === FLUID;
    case 'consolidation':
      return filling[line] === AIRLESS;
  }
}

/** The condition as far as a slice shows it. */
function conditionIn(patient: Patient, slice: Slice, lines: number): PatientCondition {
  let count = 0;
  for (let line = 0; line < lines; line++) if (isIllLine(patient, slice, line)) count++;
  return count >= LINES_LEAST ? patient.illness.kind : 'normal';
}

/** Where, of the pleura that is seen, sliding lung meets air; null where it does not. */
function lungPointIn(plane: ImagePlane, slice: Slice): LungPoint | null {
  const { lines } = plane.grid;
  let before = -1;
  for (let line = 0; line < lines; line++) {
    if (!isSeen(slice, line) || slice.lines.organ[line]! >= 0.5) continue;
    if (before >= 0 && slice.air[before] !== slice.air[line]) {
      return {
        lateral: (before + line + 1) / lines - 1,
        depthMm: slice.lines.pleuraMm[line]!,
        airSide: slice.air[line] === 1 ? 1 : -1,
      };
    }
    before = line;
  }
  return null;
}

/** All that can be told of a slice. `sickZones` are those of the patient. */
export function scanTruthOf(
  patient: Patient,
  sickZones: readonly string[],
  plane: ImagePlane,
  slice: Slice,
): ScanTruth {
  const { lines } = plane.grid;
  return {
    condition: patient.illness.kind,
    sickZones,
    inView: conditionIn(patient, slice, lines),
    mMode: mModeSpans(patient, slice, lines),
    lungPoint: lungPointIn(plane, slice),
  };
}
