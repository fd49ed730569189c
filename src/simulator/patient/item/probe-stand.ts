import type { ProbePose } from '../../../domain/scan/probe-pose.ts';
import type { ScanControls } from '../../../domain/scan/scan-controls.ts';
import type { LungPoint, MModeSpan } from '../../../domain/scan/scan-truth.ts';
import { gridCreate, type PolarGrid } from '../../acoustics/grid.ts';
import { motionAt, type PatientMotion } from '../breath.ts';
import { isAirAt } from '../illness.ts';
import { imagePlane } from '../image-plane.ts';
import type { Patient } from '../patient.ts';
import { isSeen, scanTruthOf } from '../patient-truth.ts';
import { scannerProbe } from '../scanner.ts';
import { type Slice, sliceCreate, sliceFill } from '../slice.ts';

/** What lies under a probe, without its image: a hundredth of the work. */
export interface ProbeStand {
  readonly grid: PolarGrid;
  readonly slice: Slice;
  readonly spans: readonly MModeSpan[];
  readonly lungPoint: LungPoint | null;
}

/** @param timeMs the moment, since the examination began */
export function probeStand(
  patient: Patient,
  pose: ProbePose,
  controls: ScanControls,
  timeMs: number,
): ProbeStand {
  const grid = gridCreate(scannerProbe(controls));
  const plane = imagePlane(grid, pose);
  const slice = sliceCreate(grid.lines);
  sliceFill(patient, plane, motionAt(patient, timeMs), { from: 0, to: grid.lines - 1 }, slice);
  const { mMode, lungPoint } = scanTruthOf(patient, [], plane, slice);
  return { grid, slice, spans: mMode, lungPoint };
}

/** How much of the pleural line shows a sign over a whole breath, mm. */
export function signMm({ grid, slice, spans }: ProbeStand, sign: MModeSpan['shows']): number {
  return spans
    .filter(({ shows }) => shows === sign)
    .reduce((sum, { from, to }) => {
      const [first, last] = [lineAt(grid, from), lineAt(grid, to)];
      return sum + Math.abs(slice.x[last]! - slice.x[first]!);
    }, 0);
}

/** The scan line in the middle of the longest stretch of a sign, as a lateral from -1 to 1; null where there is none. */
export function signMiddle({ spans }: ProbeStand, sign: MModeSpan['shows']): number | null {
  const [longest] = spans
    .filter(({ shows }) => shows === sign)
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  return longest === undefined ? null : (longest.from + longest.to) / 2;
}

export function lineAt({ lines }: PolarGrid, lateral: number): number {
  return Math.min(lines - 1, Math.max(0, Math.floor(((lateral + 1) / 2) * lines)));
}

/** Moments over one breath at which an edge is looked for. */
const MOMENTS = 32;

export function breathMoments({ rhythm }: Patient): readonly number[] {
  return Array.from({ length: MOMENTS }, (_, i) => (1000 * i) / (MOMENTS * rhythm.breathHz));
}

/** Share of a breath in which lung, and not air, lies under the pleura of a scan line. */
export function lungShare(patient: Patient, { grid, slice }: ProbeStand, lateral: number): number {
  const line = lineAt(grid, lateral);
  const moments = breathMoments(patient);
  const isLung = (timeMs: number): boolean =>
    !isAirAt(patient, motionAt(patient, timeMs), slice.aroundMm[line]!, slice.downMm[line]!);
  return moments.filter(isLung).length / moments.length;
}

/** How an edge of air runs over one breath. */
export interface EdgeRun {
  readonly movesMm: number;
  readonly share: number;
  /** Of the pleura in view the lesser part, on either side of the edge, in the mean over the moments at which it is in view. */
  readonly lesserMm: number;
}

/** Null where none is ever in view. */
export function edgeRun(patient: Patient, stand: ProbeStand): EdgeRun | null {
  const moments = breathMoments(patient);
  const seen = moments.flatMap((timeMs) => edgeAt(patient, stand, motionAt(patient, timeMs)) ?? []);
  if (seen.length === 0) return null;
  const places = seen.map(({ xMm }) => xMm);
  return {
    movesMm: Math.max(...places) - Math.min(...places),
    share: seen.length / moments.length,
    lesserMm: seen.reduce((sum, { lesserMm }) => sum + lesserMm, 0) / seen.length,
  };
}

function edgeAt(
  patient: Patient,
  { grid, slice }: ProbeStand,
  motion: PatientMotion,
): { readonly xMm: number; readonly lesserMm: number } | null {
  let before: number | null = null;
  let wasAir = false;
  let xMm: number | null = null;
  let lungMm = 0;
  let airMm = 0;
  for (let line = 0; line < grid.lines; line++) {
    if (!isSeen(slice, line) || slice.lines.organ[line]! >= 0.5) continue;
    const isAir = isAirAt(patient, motion, slice.aroundMm[line]!, slice.downMm[line]!);
    const widthMm = line === 0 ? 0 : slice.x[line]! - slice.x[line - 1]!;
    if (isAir) airMm += widthMm;
    else lungMm += widthMm;
    if (before !== null && isAir !== wasAir) xMm ??= (slice.x[before]! + slice.x[line]!) / 2;
    before = line;
    wasAir = isAir;
  }
  return xMm === null ? null : { xMm, lesserMm: Math.min(lungMm, airMm) };
}
