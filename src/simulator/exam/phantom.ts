import {
  CLEAR_DB,
  FAINT_DB,
  type Frame,
  type Mask,
  type Truth,
  type VisibilityBands,
} from '../../domain/frame/frame.ts';
import { type Sector, sectorFit } from '../../domain/geometry/sector.ts';
import type { PhantomEdition, PhantomRequest } from '../../domain/scan/phantom-request.ts';
import { echoMapsFill, echoRender } from '../acoustics/echo.ts';
import { type EchoBuffers, echoBuffersCreate } from '../acoustics/echo-buffers.ts';
import {
  type Exposure,
  exposureCreate,
  linesSmooth,
  linesThin,
  powerCompress,
  samplesSmooth,
} from '../acoustics/exposure.ts';
import { gridCreate, type PolarGrid, probeSector } from '../acoustics/grid.ts';
import { levelsCreate, noiseCreate } from '../acoustics/levels.ts';
import {
  classConvert,
  greyConvert,
  type ScanConversion,
  scanConversionCreate,
} from '../acoustics/scan-conversion.ts';
import type { Scene } from '../acoustics/scene.ts';
import { speckleFilter } from '../acoustics/speckle-filter.ts';
import { LABELS_OF_EACH, LABELS_TOGETHER, type LabelRules } from '../truth/label-rules.ts';
import { type PolarTruth, truthDraw } from '../truth/truth-draw.ts';
import { anatomyCreate, lineAnatomyCreate } from './anatomy.ts';
import type { Exam } from './exam.ts';
import { examDraw } from './exam-draw.ts';
import { type ExamStill, examGain, examMedia, examSceneAt } from './exam-scene.ts';
import { cropCut, cropInstances, greyStore } from './stored-image.ts';
import { lungCreate, wallCreate } from './tissue.ts';

/** A simulated exam, ready to give images. It holds working memory: use it from one place at a time. */
export interface Phantom extends ExamStill {
  readonly exam: Exam;
  readonly grid: PolarGrid;
  readonly exposure: Exposure;
  readonly buffers: EchoBuffers;
  /** Compressed images of recent indices, for persistence; and scan conversions by raster size. */
  readonly recent: Map<number, Uint8Array>;
  readonly conversions: Map<number, ScanConversion>;
}

export interface PhantomFrame {
  readonly frame: Frame;
  readonly truth: Truth;
}

/** Opens an exam; whoever keeps opened ones gives one of them, which nothing else may use meanwhile. */
export type PhantomOpen = (request: PhantomRequest) => Phantom;

export function phantomOpen(request: PhantomRequest): Phantom {
  return phantomFromExam(examDraw(request));
}

export function phantomFromExam(exam: Exam): Phantom {
  const grid = gridCreate(exam.probe);
  const anatomy = anatomyCreate(exam, grid);
  const media = examMedia(exam);
  const still: ExamStill = {
    anatomy,
    levels: levelsCreate(grid, exam.scanner, media, exam.seed, examGain(exam, grid)),
    media,
    wall: wallCreate(anatomy),
    lung: lungCreate(anatomy),
    lines: lineAnatomyCreate(grid.lines, exam.lung.organ?.layers.length ?? 0),
  };
  const buffers = echoBuffersCreate(grid.lines, grid.samples, exam.lung.eLines.length > 0);
  echoRender(examSceneAt(still, 0), 0, buffers);
  return {
    ...still,
    exam,
    grid,
    exposure: exposureCreate(exam.scanner, exam.scanner.gamma, grid, buffers.power),
    buffers,
    recent: new Map(),
    conversions: new Map(),
  };
}

/**
 * The same exam in another realisation of its speckle and noise: patient, motion, gain and truth stay. It shares
 * working memory with the one it comes from: use both from one place.
 */
export function phantomRealisation(phantom: Phantom, speckleSeed: number): Phantom {
  const { anatomy, exam, levels } = phantom;
  return {
    ...phantom,
    levels: { ...levels, noise: noiseCreate(speckleSeed, exam.scanner) },
    wall: wallCreate(anatomy, speckleSeed),
    lung: lungCreate(anatomy, speckleSeed),
    recent: new Map(),
  };
}

/** The geometry of the phantom's images in a square raster of `sizePx`. */
function phantomSector(phantom: Phantom, sizePx: number): Sector {
  return sectorFit(probeSector(phantom.exam.probe), sizePx);
}

/** Computes the compressed polar image of one index, which is not yet known, and leaves its maps in the buffers. */
function shotTake(phantom: Phantom, index: number): Scene {
  const { buffers } = phantom;
  const scene = examSceneAt(phantom, (index * 1000) / phantom.exam.frameRateHz);
  echoRender(scene, index, buffers);
  const grey = recycled(phantom, index) ?? new Uint8Array(buffers.power.length);
  powerCompress(phantom.exposure, buffers.power, grey);
  linesThin(phantom.grid, phantom.exam.scanner.lineStep ?? 1, grey);
  linesSmooth(phantom.grid, phantom.exam.scanner.smoothing, grey);
  samplesSmooth(phantom.grid, phantom.exam.scanner.axialSmoothing, grey);
  speckleFilter(phantom.grid, phantom.exam.scanner.speckleFilter ?? 0, grey);
  phantom.recent.set(index, grey);
  return scene;
}

/** Takes back the memory of an image that no persistence will need. */
function recycled(phantom: Phantom, index: number): Uint8Array | undefined {
  for (const [key, grey] of phantom.recent) {
    if (key < index - 2 || key > index + 2) {
      phantom.recent.delete(key);
      return grey;
    }
  }
  return undefined;
}

function persist(phantom: Phantom, index: number, weights: readonly [number, number, number]): Uint8Array {
  const now = phantom.recent.get(index)!;
  if (weights[0] === 1) return now;
  const one = phantom.recent.get(index - 1)!;
  const two = phantom.recent.get(index - 2)!;
  const a = Math.floor(weights[0] * 256 + 0.5);
  const b = Math.floor(weights[1] * 256 + 0.5);
  const c = 256 - a - b;
  const grey = new Uint8Array(now.length);
  for (let i = 0; i < grey.length; i++) grey[i] = (now[i]! * a + one[i]! * b + two[i]! * c + 128) >> 8;
  return grey;
}

function conversionOf(phantom: Phantom, sizePx: number): ScanConversion {
  const known = phantom.conversions.get(sizePx);
  if (known) return known;
  const made = scanConversionCreate(phantom.grid, phantomSector(phantom, sizePx), sizePx);
  phantom.conversions.set(sizePx, made);
  return made;
}

/** The rules by which the exams of an edition are labelled. */
const LABEL_RULES: Readonly<Record<PhantomEdition, LabelRules>> = {
  calm: LABELS_OF_EACH,
  varied: LABELS_TOGETHER,
};

/** The labels of a scene whose maps lie in the buffers. */
function labelsDraw({ exam, buffers, exposure }: Phantom, scene: Scene, contrastShiftDb: number): PolarTruth {
  return truthDraw(scene, buffers, exposure, LABEL_RULES[exam.edition], contrastShiftDb);
}

function maskOf(phantom: Phantom, sizePx: number, { classes }: PolarTruth): Mask {
  const conversion = conversionOf(phantom, sizePx);
  const { sector } = conversion;
  return {
    width: sizePx,
    height: sizePx,
    classes: cropCut(phantom.exam.scanner, sector, sizePx, classConvert(conversion, classes)),
    sector,
  };
}

/** The scene of an index, with its maps in the buffers; its image is not made. */
function sceneTake(phantom: Phantom, index: number): Scene {
  const scene = examSceneAt(phantom, (index * 1000) / phantom.exam.frameRateHz);
  echoMapsFill(scene, { from: 0, to: phantom.grid.lines - 1 }, phantom.buffers);
  return scene;
}

/**
 * The labels of an index for a reader of another eye. No image is made for them.
 * @param contrastShiftDb how much louder than usual an echo must be to be labelled (quieter below 0)
 */
export function phantomMask(phantom: Phantom, index: number, sizePx: number, contrastShiftDb: number): Mask {
  return maskOf(phantom, sizePx, labelsDraw(phantom, sceneTake(phantom, index), contrastShiftDb));
}

/** The labels of an index at the two other limits of visibility (see VisibilityBands); no image is made for them. */
export function phantomBands(phantom: Phantom, index: number, sizePx: number): VisibilityBands {
  const scene = sceneTake(phantom, index);
  const maskAt = (contrastShiftDb: number): Mask =>
    maskOf(phantom, sizePx, labelsDraw(phantom, scene, contrastShiftDb));
  return { clear: maskAt(CLEAR_DB), faint: maskAt(-FAINT_DB) };
}

interface Shown {
  readonly image: Frame;
  /** Its maps are left in the buffers. */
  readonly scene: Scene;
}

function show(phantom: Phantom, index: number, sizePx: number): Shown {
  const { scanner, frameRateHz } = phantom.exam;
  const { persistence } = scanner;
  if (persistence[0] !== 1) {
    for (const before of [index - 2, index - 1]) if (!phantom.recent.has(before)) shotTake(phantom, before);
  }
  const scene = phantom.recent.has(index) ? sceneTake(phantom, index) : shotTake(phantom, index);
  const conversion = conversionOf(phantom, sizePx);
  const { sector } = conversion;
  const grey = greyConvert(conversion, persist(phantom, index, persistence));
  const image: Frame = {
    width: sizePx,
    height: sizePx,
    grey: greyStore(scanner, sector, sizePx, grey),
    sector,
    timeMs: (index * 1000) / frameRateHz,
  };
  return { image, scene };
}

/**
 * The image of one index (0, 1, 2, ... at `exam.frameRateHz`), `sizePx` square, without its truth.
 * Any index may be asked for in any order: the same request and index give the same bytes on every machine.
 */
export function phantomImage(phantom: Phantom, index: number, sizePx: number): Frame {
  return show(phantom, index, sizePx).image;
}

/** The image of one index, and what it really shows. */
export function phantomFrame(phantom: Phantom, index: number, sizePx: number): PhantomFrame {
  const { image, scene } = show(phantom, index, sizePx);
  const { scanner, lung } = phantom.exam;
  const polar = labelsDraw(phantom, scene, 0);
  const truth: Truth = {
    mask: maskOf(phantom, sizePx, polar),
    ...cropInstances(scanner, image.sector, polar),
    sliding: lung.sliding,
  };
  return { frame: image, truth };
}
