import { amplitudeFromDb } from '../../domain/numbers/portable-math.ts';
import type { ProbePose } from '../../domain/scan/probe-pose.ts';
import { gridArc } from '../acoustics/grid.ts';
import type { LineRun } from '../acoustics/run.ts';
import { FIELD_LINES, type SpeckleField } from '../acoustics/speckle.ts';
import { edgeMoveMm, type PatientMotion } from './breath.ts';
import { type BodyPlace, type ImagePlane, planePlace, planeX } from './image-plane.ts';
import { type Parenchyma, parenchymaDb } from './parenchyma.ts';
import type { Patient } from './patient.ts';
import { AIRLESS, type Slice } from './slice.ts';
import { type SpeckleBank, slabReads, slabsOf, speckleLineRead } from './speckle-bank.ts';
import { type TextureRead, textureAt, type WallTexture } from './wall-texture.ts';

/** The fields of a scene, filled anew for each image: scan line `line` of the image lies at `fieldLine(line)`. */
export interface SliceSpeckle {
  readonly bank: SpeckleBank;
  readonly wall: SpeckleField;
  readonly lung: SpeckleField;
  /** The pose whose wall lies there as a whole: it stands still while the probe does. */
  wallPose: ProbePose | null;
}

export function sliceSpeckleCreate(bank: SpeckleBank): SliceSpeckle {
  const { samples } = bank;
  const field = (): SpeckleField => ({
    lines: FIELD_LINES,
    samples,
    echo: new Float32Array(2 * FIELD_LINES * samples),
  });
  const lung = field();
  // Lines beside the image are clutter: any speckle will do.
  for (let line = 0; line < FIELD_LINES; line++) {
    const reads = [
      {
        weight: 1,
        left: 3 * samples * line,
        right: 3 * samples * ((line + 1) & (FIELD_LINES - 1)),
        share: 0,
      },
    ];
    speckleLineRead(bank, reads, samples, lung.echo, 2 * line * samples);
  }
  return { bank, wall: field(), lung, wallPose: null };
}

/** The field's line of a scan line of the image, where nothing is displaced sideways. */
function fieldLine(line: number, lines: number): number {
  return (line + FIELD_LINES / 2 - lines / 2) & (FIELD_LINES - 1);
}

/** How far along the field a line's clutter is taken from. */
const CLUTTER_LINES = 49;

/** Depths at which scan lines lie as far apart as speckle moves with the tissue, mm. */
const WALL_REFERENCE_MM = 14;
const LUNG_REFERENCE_MM = 28;

/** Lines of the bank between the uses of it. */
const LUNG_APART = 128;

/** Amplitudes of levels from -60 dB up, every 1/16 dB. */
const AMPLITUDES = Float32Array.from({ length: 1600 }, (_, i) => amplitudeFromDb(i / 16 - 60));

function amplitudeNear(db: number): number {
  return AMPLITUDES[Math.min(1599, Math.max(0, Math.floor((db + 60) * 16 + 0.5)))]!;
}

/** Samples beyond the pleura that may be read of the wall. */
const BEYOND = 5;

function wallFill(
  patient: Patient,
  texture: WallTexture,
  plane: ImagePlane,
  slice: Slice,
  range: LineRun,
  speckle: SliceSpeckle,
): void {
  const { grid } = plane;
  const { samples, stepMm } = grid;
  const { build } = patient;
  const { echo } = speckle.wall;
  const slabs = slabsOf(plane, WALL_REFERENCE_MM * plane.tiltSin);
  const arc = gridArc(grid, WALL_REFERENCE_MM);
  const read: TextureRead = { mottleDb: 0, fibre: 0 };
  for (let line = range.from; line <= range.to; line++) {
    const pleura = slice.wallMm[line]!;
    const fascia = slice.fasciaMm[line]!;
    const base = 2 * samples * fieldLine(line, grid.lines);
    const to = Math.min(samples, Math.ceil(pleura / stepMm) + BEYOND);
    const reads = slabReads(speckle.bank, slabs, arc * grid.placeStep, arc * grid.place[line]!, 0);
    speckleLineRead(speckle.bank, reads, to, echo, base);
    for (let k = 0; k < to; k++) {
      const depth = k * stepMm;
      const isFat = depth < fascia;
      let level = build.skinDb;
      read.fibre = 0;
      if (depth >= build.skinMm) {
        const top = isFat ? build.skinMm : fascia;
        const deep = (depth - top) / ((isFat ? fascia : pleura) - top);
        textureAt(isFat ? texture.fat : texture.muscle, slabs, planeX(plane, line, depth), deep, read);
        level = (isFat ? build.fatDb : build.muscleDb) + read.mottleDb;
      }
      const amplitude = amplitudeNear(level);
      const i = base + 2 * k;
      echo[i] = echo[i]! * amplitude + read.fibre;
      echo[i + 1] = echo[i + 1]! * amplitude;
    }
  }
}

/** The level of an organ, and of lung with or without air, is computed at every so many samples, and goes straight between them. */
const ORGAN_STEP = 6;
const LUNG_STEP = 12;

/** Gives the speckle of a scan line the unevenness of what it runs through. */
function lineUneven(plane: ImagePlane, slice: Slice, line: number, edgeMm: number, echo: Float32Array): void {
  const { samples, stepMm } = plane.grid;
  const { lungMm, pleuraMm } = slice.lines;
  const kind = slice.tissue[line]!;
  const slidMm = slice.downMm[line]! - slice.lungDownMm[line]!;
  const surface = Math.floor(lungMm[line]! / stepMm);
  if (slice.filling[line] === AIRLESS) {
    const from = Math.floor(pleuraMm[line]! / stepMm);
    stretchUneven(plane, line, { from, to: surface - 1 }, 'airless', slidMm, echo);
  }
  // Organs go with the diaphragm.
  stretchUneven(
    plane,
    line,
    { from: surface, to: samples - 1 },
    kind,
    kind === 'lung' ? slidMm : edgeMm,
    echo,
  );
}

/** The samples of `range` alone; `carriedMm` is how far down the skin map the tissue has gone. */
function stretchUneven(
  plane: ImagePlane,
  line: number,
  { from, to }: LineRun,
  kind: Parenchyma,
  carriedMm: number,
  echo: Float32Array,
): void {
  const step = kind === 'lung' || kind === 'airless' ? LUNG_STEP : ORGAN_STEP;
  const { samples, stepMm } = plane.grid;
  const place: BodyPlace = { aroundMm: 0, downMm: 0, belowMm: 0 };
  const base = 2 * samples * fieldLine(line, plane.grid.lines);
  const amplitudeOf = (k: number): number => {
    planePlace(plane, line, k * stepMm, place);
    return amplitudeNear(parenchymaDb(kind, place.aroundMm, place.downMm - carriedMm, place.belowMm));
  };
  const end = Math.min(samples - 1, to);
  let before = amplitudeOf(from);
  for (let k = from; k <= end; k += step) {
    const after = amplitudeOf(k + step);
    for (let i = 0; i < step && k + i <= end; i++) {
      const amplitude = before + ((after - before) * i) / step;
      const at = base + 2 * (k + i);
      echo[at] = echo[at]! * amplitude;
      echo[at + 1] = echo[at + 1]! * amplitude;
    }
    before = after;
  }
}

function lungFill(
  plane: ImagePlane,
  slice: Slice,
  edgeMm: number,
  range: LineRun,
  speckle: SliceSpeckle,
): void {
  const { grid } = plane;
  const { samples } = grid;
  const { echo } = speckle.lung;
  const arc = gridArc(grid, LUNG_REFERENCE_MM);
  const step = arc * grid.placeStep;
  const isAlone = range.from === range.to;
  for (let line = range.from; line <= range.to; line++) {
    const lean = slice.lines.pleuraMm[line]! * plane.tiltSin;
    const slabs = slabsOf(plane, lean - slice.slideAcrossMm[line]! + slice.decorrelationMm[line]!);
    const alongMm = arc * grid.place[line]! - slice.slideAlongMm[line]!;
    const write = (at: number, placeMm: number): void => {
      const reads = slabReads(speckle.bank, slabs, step, placeMm, LUNG_APART);
      speckleLineRead(speckle.bank, reads, samples, echo, 2 * samples * at);
    };
    write(fieldLine(line, grid.lines), alongMm);
    lineUneven(plane, slice, line, edgeMm, echo);
    // A whole image fills its lines' clutter by itself, as far as it lies in the image.
    if (isAlone && line + CLUTTER_LINES < grid.lines) {
      write(fieldLine(line + CLUTTER_LINES, grid.lines), alongMm + CLUTTER_LINES * step);
    }
  }
}

function poseIs(known: ProbePose | null, pose: ProbePose): boolean {
  return (
    known !== null &&
    known.aroundMm === pose.aroundMm &&
    known.downMm === pose.downMm &&
    known.rotationRad === pose.rotationRad &&
    known.tiltRad === pose.tiltRad &&
    known.pressure === pose.pressure
  );
}

/** Brings the speckle of chest wall and lung to where the tissue is, for the scan lines of `range`. */
export function sliceSpeckleFill(
  patient: Patient,
  texture: WallTexture,
  plane: ImagePlane,
  slice: Slice,
  motion: PatientMotion,
  range: LineRun,
  speckle: SliceSpeckle,
): void {
  const { pose, grid } = plane;
  if (!poseIs(speckle.wallPose, pose)) {
    wallFill(patient, texture, plane, slice, range, speckle);
    speckle.wallPose = range.to - range.from + 1 === grid.lines ? pose : null;
  }
  lungFill(plane, slice, edgeMoveMm(motion), range, speckle);
}
