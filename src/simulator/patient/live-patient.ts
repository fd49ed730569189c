import { CLEAR_DB, FAINT_DB, type Frame, type Mask, type Truth } from '../../domain/frame/frame.ts';
import { sectorFit } from '../../domain/geometry/sector.ts';
import type { PatientRequest } from '../../domain/scan/patient-request.ts';
import type { ProbePose } from '../../domain/scan/probe-pose.ts';
import type { ScanControls } from '../../domain/scan/scan-controls.ts';
import { echoRender } from '../acoustics/echo.ts';
import { type EchoBuffers, echoBuffersCreate } from '../acoustics/echo-buffers.ts';
import {
  type Exposure,
  exposureSet,
  linesSmooth,
  powerCompress,
  samplesSmooth,
} from '../acoustics/exposure.ts';
import { gridCreate, type PolarGrid, probeSector } from '../acoustics/grid.ts';
import { type DepthLevels, levelsCreate } from '../acoustics/levels.ts';
import { type LineEchoes, lineEchoesCreate } from '../acoustics/line-echoes.ts';
import type { Probe } from '../acoustics/probe.ts';
import type { LineRun } from '../acoustics/run.ts';
import {
  classConvert,
  greyConvert,
  type ScanConversion,
  scanConversionCreate,
} from '../acoustics/scan-conversion.ts';
import type { ScannerTraits } from '../acoustics/scanner-traits.ts';
import type { Scene } from '../acoustics/scene.ts';
import { LABELS_TOGETHER } from '../truth/label-rules.ts';
import { type PolarTruth, truthDraw } from '../truth/truth-draw.ts';
import { motionAt, type PatientMotion } from './breath.ts';
import { type ImagePlane, imagePlane } from './image-plane.ts';
import type { Patient } from './patient.ts';
import { patientDraw } from './patient-draw.ts';
import { scanTruthOf, sickZonesOf } from './patient-truth.ts';
import { scannerFloorDb, scannerGain, scannerProbe, scannerTraits } from './scanner.ts';
import { liftMm, type Slice, sliceCreate, sliceFill } from './slice.ts';
import { sliceEchoesFill } from './slice-echoes.ts';
import { sliceMedia } from './slice-media.ts';
import { sliceRings } from './slice-rings.ts';
import { type SliceSpeckle, sliceSpeckleCreate, sliceSpeckleFill } from './slice-speckle.ts';
import { sliceStreaks } from './slice-streaks.ts';
import { speckleBankCreate } from './speckle-bank.ts';
import { type WallTexture, wallTextureCreate } from './wall-texture.ts';

/** A virtual patient under a probe, ready to give images. It holds working memory: use it from one place at a time. */
export interface LivePatient {
  readonly patient: Patient;
  /** Ids of every zone of every set that holds some of what ails the patient. */
  readonly sickZones: readonly string[];
  readonly texture: WallTexture;
  /** Made for the scanner as it is set, and made anew when it is set otherwise. */
  scanner: Scanner | null;
}

/** All that hangs on probe, depth, frequency and focus. */
interface Scanner {
  readonly controls: ScanControls;
  readonly probe: Probe;
  readonly traits: ScannerTraits;
  readonly grid: PolarGrid;
  readonly levels: DepthLevels;
  readonly speckle: SliceSpeckle;
  readonly slice: Slice;
  readonly echoes: LineEchoes;
  readonly buffers: EchoBuffers;
  readonly grey: Uint8Array;
  readonly conversions: Map<number, ScanConversion>;
  /** Set by gain, sliders and dynamic range. */
  exposure: Exposure;
  shownAs: ScanControls;
}

export interface PatientShot {
  readonly pose: ProbePose;
  readonly controls: ScanControls;
  /** Since the examination began. */
  readonly timeMs: number;
}

export interface PatientFrame {
  readonly frame: Frame;
  readonly truth: Truth;
}

/** Grey levels of one scan line at several times, column by column, each from the face to the image's bottom. */
export interface PatientColumns {
  readonly grey: Uint8Array;
  readonly samples: number;
}

export function livePatientOpen(request: PatientRequest): LivePatient {
  const patient = patientDraw(request);
  return {
    patient,
    sickZones: sickZonesOf(patient),
    texture: wallTextureCreate(request.seed),
    scanner: null,
  };
}

function scannerMake(patient: Patient, controls: ScanControls): Scanner {
  const { seed } = patient.request;
  const probe = scannerProbe(controls);
  const traits = scannerTraits(controls);
  const grid = gridCreate(probe);
  const gain = new Float32Array(grid.samples);
  scannerGain(controls, gain);
  return {
    controls,
    probe,
    traits,
    grid,
    levels: levelsCreate(grid, traits, patient.build, seed, gain),
    speckle: sliceSpeckleCreate(speckleBankCreate(seed, traits, grid)),
    slice: sliceCreate(grid.lines),
    echoes: lineEchoesCreate(grid.lines),
    buffers: echoBuffersCreate(grid.lines, grid.samples, false),
    grey: new Uint8Array(grid.lines * grid.samples),
    conversions: new Map(),
    exposure: exposureSet(scannerFloorDb(controls), controls.dynamicRangeDb, traits.gamma),
    shownAs: controls,
  };
}

/** The scanner as the controls set it; what can stay of it stays. */
function scannerSet(live: LivePatient, controls: ScanControls): Scanner {
  const old = live.scanner;
  const isSame =
    old !== null &&
    old.controls.probe === controls.probe &&
    old.controls.depthMm === controls.depthMm &&
    old.controls.focusMm === controls.focusMm &&
    old.controls.frequencyMhz === controls.frequencyMhz;
  if (!isSame) {
    live.scanner = scannerMake(live.patient, controls);
    return live.scanner;
  }
  if (old.shownAs !== controls) {
    scannerGain(controls, old.levels.gain);
    if (old.shownAs.dynamicRangeDb !== controls.dynamicRangeDb) {
      old.exposure = exposureSet(scannerFloorDb(controls), controls.dynamicRangeDb, old.traits.gamma);
    }
    old.shownAs = controls;
  }
  return old;
}

/** Scan lines beside those that are drawn whose anatomy counts too. */
const ASIDE = 6;

/** The scene of the scan lines of `range` at one moment; it holds until the next one is made. */
function sceneTake(
  { patient, texture }: LivePatient,
  scanner: Scanner,
  plane: ImagePlane,
  motion: PatientMotion,
  range: LineRun,
): Scene {
  const { slice, levels, traits, speckle, grid, echoes } = scanner;
  // B-lines beside a lone scan line reach into it.
  const wider = { from: Math.max(0, range.from - ASIDE), to: Math.min(grid.lines - 1, range.to + ASIDE) };
  const middle = (wider.from + wider.to + 1) >> 1;
  sliceFill(patient, plane, motion, wider, slice);
  const media = sliceMedia(patient, slice, wider, middle);
  sliceEchoesFill(patient, slice, range, echoes);
  sliceSpeckleFill(patient, texture, plane, slice, motion, range, speckle);
  return {
    grid,
    traits,
    levels,
    media,
    lines: slice.lines,
    echoes,
    rings: sliceRings(patient, plane, slice, media.pleuralDepthMm, wider),
    eLines: [],
    streaks: sliceStreaks(patient, plane, motion, slice, middle),
    wall: speckle.wall,
    lung: speckle.lung,
    // The speckle of a slice lies where the tissue is.
    displacement: { wallMm: 0, lungMm: 0, liftMm: liftMm(motion) },
    timeS: motion.timeS,
  };
}

/** Computes the echo of the scan lines of `range` at one moment. */
function echoTake(
  live: LivePatient,
  scanner: Scanner,
  plane: ImagePlane,
  motion: PatientMotion,
  range: LineRun,
): Scene {
  const scene = sceneTake(live, scanner, plane, motion, range);
  // Its last sample would be that of the image before (see `organLineFill`).
  scanner.buffers.organ.fill(0);
  // Noise is another one every millisecond.
  echoRender(scene, Math.floor(motion.timeS * 1000), scanner.buffers, range);
  return scene;
}

function conversionOf({ conversions, probe, grid }: Scanner, sizePx: number): ScanConversion {
  const known = conversions.get(sizePx);
  if (known) return known;
  const made = scanConversionCreate(grid, sectorFit(probeSector(probe), sizePx), sizePx);
  conversions.set(sizePx, made);
  return made;
}

function truthOf(
  { patient, sickZones }: LivePatient,
  scanner: Scanner,
  plane: ImagePlane,
  scene: Scene,
  conversion: ScanConversion,
): Truth {
  const { sizePx, sector } = conversion;
  const { slice, buffers, exposure } = scanner;
  const labels = (contrastShiftDb: number): PolarTruth =>
    truthDraw(scene, buffers, exposure, LABELS_TOGETHER, contrastShiftDb);
  const maskOf = (classes: Uint8Array): Mask => ({
    width: sizePx,
    height: sizePx,
    classes: classConvert(conversion, classes),
    sector,
  });
  const { classes, ...instances } = labels(0);
  const scan = scanTruthOf(patient, sickZones, plane, slice);
  return {
    mask: maskOf(classes),
    bands: { clear: maskOf(labels(CLEAR_DB).classes), faint: maskOf(labels(-FAINT_DB).classes) },
    ...instances,
    sliding: scan.mMode.some(({ shows }) => shows === 'seashore' || shows === 'lung_point'),
    scan,
  };
}

interface Shown {
  readonly image: Frame;
  readonly scanner: Scanner;
  readonly plane: ImagePlane;
  /** Its maps are left in the buffers. */
  readonly scene: Scene;
}

function show(live: LivePatient, { pose, controls, timeMs }: PatientShot, sizePx: number): Shown {
  const scanner = scannerSet(live, controls);
  const { grid, traits, grey, buffers } = scanner;
  const plane = imagePlane(grid, pose);
  const all = { from: 0, to: grid.lines - 1 };
  const scene = echoTake(live, scanner, plane, motionAt(live.patient, timeMs), all);
  powerCompress(scanner.exposure, buffers.power, grey);
  linesSmooth(grid, traits.smoothing, grey);
  samplesSmooth(grid, traits.axialSmoothing, grey);
  const conversion = conversionOf(scanner, sizePx);
  const image: Frame = {
    width: sizePx,
    height: sizePx,
    grey: greyConvert(conversion, grey),
    sector: conversion.sector,
    timeMs,
  };
  return { image, scanner, plane, scene };
}

/**
 * The image of a pose at a moment, `sizePx` square, without its truth. Depends on nothing but the patient's request and
 * the shot: any shot in any order gives the same bytes on every machine.
 */
export function livePatientImage(live: LivePatient, shot: PatientShot, sizePx: number): Frame {
  return show(live, shot, sizePx).image;
}

/** The image of a pose at a moment, and what it really shows: the latter takes half as long again. */
export function livePatientFrame(live: LivePatient, shot: PatientShot, sizePx: number): PatientFrame {
  const { image, scanner, plane, scene } = show(live, shot, sizePx);
  return { frame: image, truth: truthOf(live, scanner, plane, scene, conversionOf(scanner, sizePx)) };
}

/**
 * M-mode: the scan line nearest to `lateral` (-1 the first of the image, 1 the last) at each of the times, with gain
 * and grey levels as in the image. A column costs little more than its share of an image.
 */
export function livePatientColumns(
  live: LivePatient,
  { pose, controls }: Omit<PatientShot, 'timeMs'>,
  lateral: number,
  timesMs: readonly number[],
): PatientColumns {
  const scanner = scannerSet(live, controls);
  const { grid, traits, buffers } = scanner;
  const { samples, lines } = grid;
  const line = Math.min(lines - 1, Math.max(0, Math.floor(((lateral + 1) / 2) * lines)));
  const plane = imagePlane(grid, pose);
  const grey = new Uint8Array(timesMs.length * samples);
  for (const [index, timeMs] of timesMs.entries()) {
    echoTake(live, scanner, plane, motionAt(live.patient, timeMs), { from: line, to: line });
    const column = grey.subarray(index * samples, (index + 1) * samples);
    powerCompress(scanner.exposure, buffers.power.subarray(line * samples, (line + 1) * samples), column);
    samplesSmooth({ ...grid, lines: 1 }, traits.axialSmoothing, column);
  }
  return { grey, samples };
}
