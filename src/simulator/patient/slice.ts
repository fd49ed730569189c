import { exp } from '../../domain/numbers/portable-math.ts';
import { gridArc } from '../acoustics/grid.ts';
import type { LineRun } from '../acoustics/run.ts';
import { type SceneLines, sceneLinesCreate } from '../acoustics/scene-lines.ts';
import { type Bone, boneAt } from './bones.ts';
import { lungDecorrelationMm, lungPulseMm, lungSlideMm, type PatientMotion } from './breath.ts';
import { type WallLayers, wallLayersAt } from './chest-wall.ts';
import { contactAt } from './contact.ts';
import { airlessMm, airShareAt, fluidMm } from './illness.ts';
import { type BodyPlace, type ImagePlane, planeDepth, planePlace, planeX } from './image-plane.ts';
import {
  bellyFrontsFill,
  bellyShareAt,
  diaphragmMm,
  heartFrontsFill,
  heartShareAt,
  lungEndMm,
  ORGAN_LAYERS,
  spineFrontFill,
  spineMm,
  underDiaphragm,
} from './organs.ts';
import type { Parenchyma } from './parenchyma.ts';
import type { Patient } from './patient.ts';

/** All that lies in the image plane at one moment, scan line by scan line: where it lies, and where on the skin map. */
export interface Slice {
  readonly lines: SceneLines;
  /** The pleura's place on the skin map, mm. */
  readonly aroundMm: Float64Array;
  readonly downMm: Float64Array;
  /** The place of the lung's surface that lies there, by where it is at rest. */
  readonly lungAroundMm: Float64Array;
  readonly lungDownMm: Float64Array;
  /** Place across the image of the pleura, mm. */
  readonly x: Float64Array;
  /** Where fat, and all of the wall, ends when it does not move with breath, mm along the scan line. */
  readonly fasciaMm: Float64Array;
  readonly wallMm: Float64Array;
  /** Slope of the pleura against the scan line's perpendicular, in and across the plane, mm per mm. */
  readonly slope: Float64Array;
  /** Echo of the bone's front, dB re muscle, and the share of it that its slope lets come back, 0-1. */
  readonly boneDb: Float64Array;
  readonly ribFacing: Float64Array;
  /** How far the lung's surface has moved along and across the image, mm; nothing where air holds it off the wall. */
  readonly slideAlongMm: Float64Array;
  readonly slideAcrossMm: Float64Array;
  /**
   * How far the speckle from under the pleura is decorrelated, as if carried so many mm; not at all where no aerated
   * lung touches it.
   */
  readonly decorrelationMm: Float64Array;
  /** 1 where air lies between the pleurae. */
  readonly air: Uint8Array;
  /** 1 where fluid, 2 where airless lung lies under the pleura. */
  readonly filling: Uint8Array;
  /** The tissue that sends the echoes under the pleura. */
  readonly tissue: Parenchyma[];
}

export const FLUID = 1;
export const AIRLESS = 2;

export function sliceCreate(lines: number): Slice {
  const make = (): Float64Array => new Float64Array(lines);
  return {
    lines: sceneLinesCreate(lines, ORGAN_LAYERS),
    aroundMm: make(),
    downMm: make(),
    lungAroundMm: make(),
    lungDownMm: make(),
    x: make(),
    fasciaMm: make(),
    wallMm: make(),
    slope: make(),
    boneDb: make(),
    ribFacing: make(),
    slideAlongMm: make(),
    slideAcrossMm: make(),
    decorrelationMm: make(),
    air: new Uint8Array(lines),
    filling: new Uint8Array(lines),
    tissue: Array.from({ length: lines }, () => 'lung' as const),
  };
}

/** Scratch space of one filling. */
interface Scratch {
  readonly place: BodyPlace;
  readonly layers: WallLayers;
  readonly bone: Bone;
}

function scratchCreate(): Scratch {
  return {
    place: { aroundMm: 0, downMm: 0, belowMm: 0 },
    layers: { fasciaMm: 0, ribFrontMm: 0, pleuraMm: 0 },
    bone: {
      frontMm: 0,
      backMm: 0,
      slopeAround: 0,
      slopeDown: 0,
      levelDb: 0,
      passes: 1,
    },
  };
}

/** Where a scan line meets the pleura: the depth at which the wall is as thick as it is there. */
function pleuraFind(patient: Patient, plane: ImagePlane, line: number, scratch: Scratch): number {
  const { place, layers } = scratch;
  let depth = 28;
  for (let round = 0; round < 3; round++) {
    planePlace(plane, line, depth, place);
    wallLayersAt(patient, place.aroundMm, place.downMm, plane.pose.pressure, layers);
    depth = planeDepth(plane, line, layers.pleuraMm, planeX(plane, line, depth));
  }
  return Math.max(5, depth);
}

/** Where in the wall's motion the ribs take part: they rise as the chest widens. */
const LIFT_MM = 0.3;

/** Depth of the pleura below that at rest, mm. */
export function liftMm(motion: PatientMotion): number {
  return LIFT_MM * motion.breath;
}

function boneFill(patient: Patient, plane: ImagePlane, line: number, slice: Slice, scratch: Scratch): void {
  const { lines } = slice;
  const { place, layers, bone } = scratch;
  const { along, across } = plane;
  const { ribHalfHeightMm, ribGapMm } = patient.build;
  const middle = layers.pleuraMm - ribGapMm - ribHalfHeightMm;
  const depth = planeDepth(plane, line, middle, slice.x[line]!);
  planePlace(plane, line, depth, place);
  boneAt(patient, place.aroundMm, place.downMm, layers, bone);
  lines.passes[line] = bone.passes;
  slice.boneDb[line] = bone.levelDb;
  const isHit = bone.frontMm < Number.POSITIVE_INFINITY;
  const x = planeX(plane, line, depth);
  lines.ribFrontMm[line] = isHit ? planeDepth(plane, line, bone.frontMm, x) : Number.POSITIVE_INFINITY;
  lines.ribBackMm[line] = isHit ? planeDepth(plane, line, bone.backMm, x) : Number.POSITIVE_INFINITY;
  const slopeAlong = bone.slopeAround * along.aroundMm + bone.slopeDown * along.downMm;
  const slopeAcross =
    bone.slopeAround * across.aroundMm + bone.slopeDown * across.downMm + plane.tiltSin / plane.tiltCos;
  const incline = slopeAlong * slopeAlong + 0.7 * slopeAcross * slopeAcross;
  slice.ribFacing[line] = isHit ? exp(-1.6 * incline) : 0;
  lines.shadowFromMm[line] =
    bone.passes < 0.995 ? Math.min(depth, lines.ribFrontMm[line]!) : Number.POSITIVE_INFINITY;
}

/** How finely a scan line in fluid is gone along, mm. */
const STEP = 1.5;

/** How far before a step's end a surface was crossed, given how far beyond it either end lies, mm. */
function stepBack(beforeMm: number, nowMm: number): number {
  return beforeMm === Number.NEGATIVE_INFINITY ? 0 : (STEP * nowMm) / (nowMm - beforeMm);
}

/** Along a scan line in fluid: where the lung's surface or the diaphragm ends it, and which of the two it is. */
function fluidEnd(
  patient: Patient,
  plane: ImagePlane,
  motion: PatientMotion,
  line: number,
  fromMm: number,
  scratch: Scratch,
): { readonly depthMm: number; readonly at: 'lung' | 'diaphragm' | 'spine' } {
  const { place, layers } = scratch;
  const pleuraBelow = layers.pleuraMm;
  let lungBefore = Number.NEGATIVE_INFINITY;
  let domeBefore = Number.NEGATIVE_INFINITY;
  let spineBefore = Number.NEGATIVE_INFINITY;
  for (let depth = fromMm; depth < fromMm + 150; depth += STEP) {
    planePlace(plane, line, depth, place);
    const below = place.belowMm - pleuraBelow;
    const lung = below - fluidMm(patient, motion, place.aroundMm, place.downMm);
    const dome = below - diaphragmMm(patient, motion, place.aroundMm, place.downMm);
    const spine = place.belowMm - spineMm(place.aroundMm, place.downMm);
    if (spine >= 0) return { depthMm: depth - stepBack(spineBefore, spine), at: 'spine' };
    spineBefore = spine;
    if (lung >= 0 || dome >= 0) {
      const isDiaphragm = dome >= 0;
      const now = isDiaphragm ? dome : lung;
      const before = isDiaphragm ? domeBefore : lungBefore;
      return { depthMm: depth - stepBack(before, now), at: isDiaphragm ? 'diaphragm' : 'lung' };
    }
    lungBefore = lung;
    domeBefore = dome;
  }
  return { depthMm: fromMm + 150, at: 'lung' };
}

function lungFill(
  patient: Patient,
  plane: ImagePlane,
  motion: PatientMotion,
  line: number,
  slice: Slice,
  scratch: Scratch,
): void {
  const { lines } = slice;
  const around = slice.aroundMm[line]!;
  const down = slice.downMm[line]!;
  const pleura = lines.pleuraMm[line]!;
  const airShare = airShareAt(patient, motion, around, down);
  const isAir = airShare >= 0.5;
  const slide = (1 - airShare) * lungSlideMm(motion, down);
  const pulse = (1 - airShare) * lungPulseMm(motion, around, down);
  slice.air[line] = isAir ? 1 : 0;
  slice.slideAlongMm[line] = slide * plane.along.downMm + pulse;
  slice.slideAcrossMm[line] = slide * plane.across.downMm;
  slice.lungAroundMm[line] = around - pulse * plane.along.aroundMm;
  slice.lungDownMm[line] = down - slide - pulse * plane.along.downMm;
  slice.decorrelationMm[line] = isAir ? 0 : lungDecorrelationMm(motion, down, pulse);
  slice.filling[line] = 0;
  lines.lungMm[line] = pleura;
  lines.organ[line] = 0;
  slice.tissue[line] = 'lung';
  const heart = isAir ? 0 : heartShareAt(motion, around, down);
  if (heart > 0.01) {
    slice.decorrelationMm[line] = 0;
    lines.organ[line] = heart;
    slice.tissue[line] = 'heart';
    heartFrontsFill(plane, motion, line, pleura, lines.organFrontMm);
    return;
  }
  const fluid = fluidMm(patient, motion, around, down);
  if (fluid > 1) {
    const end = fluidEnd(patient, plane, motion, line, pleura, scratch);
    if (end.depthMm - pleura > 1) {
      slice.filling[line] = FLUID;
      lines.lungMm[line] = end.depthMm;
    }
    if (end.at !== 'lung') {
      lines.organ[line] = 1;
      slice.tissue[line] = underDiaphragm(around);
    }
    if (end.at === 'diaphragm') bellyFrontsFill(plane, line, end.depthMm, lines.organFrontMm);
    if (end.at === 'spine') spineFrontFill(line, end.depthMm, lines.organFrontMm);
    return;
  }
  const belly = bellyShareAt(motion, around, down);
  if (belly > 0.01) {
    lines.organ[line] = belly;
    slice.decorrelationMm[line] = 0;
    slice.tissue[line] = underDiaphragm(around);
    bellyFrontsFill(plane, line, pleura, lines.organFrontMm);
    if (belly > 0.5) return;
  }
  if (isAir) return;
  const airless = airlessMm(patient, slice.lungAroundMm[line]!, slice.lungDownMm[line]!);
  if (airless > 0 && down < lungEndMm(motion, around)) {
    slice.filling[line] = AIRLESS;
    // Solid tissue is carried along, and does not shimmer.
    slice.decorrelationMm[line] = 0;
    lines.lungMm[line] = pleura + airless / (plane.ahead[line]! * plane.tiltCos);
  }
}

/** The surface under fluid or airless lung is crossed over so much of a scan line at least and at most, mm. */
const SOFT_LEAST_MM = 0.5;
const SOFT_MOST_MM = 9;
/** A beam is about so many scan lines wide to either side. */
const SOFT_LINES = 1.1;

/** Airless lung borders on air in shreds, of which few face the probe: share of a mirror's amplitude. */
const SHRED_FACING = 0.55;
/** Air caught in them rings bright, and not as far down as a whole surface does. */
const SHRED_FALL = 2.6;

/** Writes where the scan lines of `range` meet what. */
export function sliceFill(
  patient: Patient,
  plane: ImagePlane,
  motion: PatientMotion,
  range: LineRun,
  slice: Slice,
): void {
  const { lines } = slice;
  const { grid } = plane;
  const scratch = scratchCreate();
  // Neighbours are needed for the pleura's slope.
  const from = Math.max(0, range.from - 2);
  const to = Math.min(grid.lines - 1, range.to + 2);
  const lift = liftMm(motion);
  for (let line = from; line <= to; line++) {
    const depth = pleuraFind(patient, plane, line, scratch);
    const { place, layers } = scratch;
    planePlace(plane, line, depth, place);
    slice.wallMm[line] = depth;
    lines.pleuraMm[line] = depth + lift;
    slice.aroundMm[line] = place.aroundMm;
    slice.downMm[line] = place.downMm;
    slice.x[line] = planeX(plane, line, depth);
    slice.fasciaMm[line] = (depth * layers.fasciaMm) / layers.pleuraMm;
    lines.contact[line] = contactAt(patient, plane, line);
    boneFill(patient, plane, line, slice, scratch);
    lungFill(patient, plane, motion, line, slice, scratch);
    lines.alongLungMm[line] = slice.x[line]! - slice.slideAlongMm[line]!;
  }
  const lean = plane.tiltSin / plane.tiltCos;
  for (let line = range.from; line <= range.to; line++) {
    const before = Math.max(from, line - 2);
    const after = Math.min(to, line + 2);
    const rise = lines.pleuraMm[after]! - lines.pleuraMm[before]!;
    const slope = rise / ((after - before) * grid.placeStep * gridArc(grid, lines.pleuraMm[line]!));
    slice.slope[line] = Math.sqrt(slope * slope + lean * lean);
    const depth = lines.lungMm[line]!;
    const fall = lines.lungMm[after]! - lines.lungMm[before]!;
    const steep = fall / ((after - before) * grid.placeStep * gridArc(grid, depth));
    const isFilled = slice.filling[line] !== 0;
    const facing = slice.filling[line] === AIRLESS ? SHRED_FACING : 1;
    lines.surfaceFacing[line] = isFilled ? facing * (0.12 + 0.88 * exp(-1.1 * steep * steep)) : 1;
    const perLine = (SOFT_LINES * Math.abs(fall)) / (after - before);
    lines.hazeFall[line] = slice.filling[line] === AIRLESS ? SHRED_FALL : 1;
    lines.surfaceSoftMm[line] = isFilled ? Math.min(SOFT_MOST_MM, SOFT_LEAST_MM + perLine) : 0;
  }
}
