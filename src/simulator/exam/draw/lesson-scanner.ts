import {
  type Random,
  randomBell,
  randomBetween,
  randomChance,
  randomWeighted,
} from '../../../domain/numbers/random.ts';
import type { PhantomRequest } from '../../../domain/scan/phantom-request.ts';
import type { Probe } from '../../acoustics/probe.ts';
import type { BLine, ChestWall, ExamScanner, Lung } from '../exam.ts';
import { clamp } from './bands.ts';
import { calmRibsDraw } from './calm-exam.ts';
import { lessonConfluenceDraw } from './lesson-confluence.ts';
import type { Device } from './varied-exam.ts';
import { variedLungDraw } from './varied-lung.ts';
import { variedScannerDraw } from './varied-scanner.ts';
import { variedWallDraw } from './varied-wall.ts';
import { faceSpread, mainWindow, pleuraPlaceDraw } from './view.ts';

const RADIANS = 3.141592653589793 / 180;

function probeDraw(
  random: Random,
  request: PhantomRequest,
  kind: Probe['kind'],
  pleuralDepthMm: number,
): Probe {
  const least = pleuralDepthMm * 2.4;
  const drawn =
    kind === 'linear' ? randomBetween(random, 60, 90) : clamp(125 + 15 * randomBell(random), 95, 160);
  const depthMm = clamp(request.depthMm ?? Math.max(least, drawn), 60, 200);
  return kind === 'linear'
    ? { kind, widthMm: randomBetween(random, 40, 52), depthMm }
    : {
        kind,
        radiusMm: clamp(58 + 4 * randomBell(random), 45, 65),
        angleRad: randomBetween(random, 58, 70) * RADIANS,
        depthMm,
      };
}

/** As in clinics, but with nothing cut off or written over, and both sides of the probe on the skin. */
function scannerDraw(random: Random, request: PhantomRequest, probe: Probe): ExamScanner {
  const drawn = variedScannerDraw(random, request, probe);
  const medianGrey = randomBetween(random, 20, 38);
  return {
    ...drawn,
    noiseDb: Math.min(drawn.noiseDb, -78),
    clutterDb: randomBetween(random, -23, -15),
    fadeDb: Math.min(drawn.fadeDb, 8),
    medianGrey,
    brightGrey: medianGrey + randomBetween(random, 95, 125),
    contactLossDb: [randomBetween(random, 0, 10), randomBetween(random, 0, 10)],
    crop: { top: 0, left: 0, right: 0 },
    prints: [],
  };
}

/** Soft shadows take from both sides of a window: it is at least so wide at the pleura, mm. */
const WINDOW_MM = 14;

/** Ribs narrow enough that the middle window is wide enough. */
function ribsNarrow(wall: ChestWall, probe: Probe): ChestWall {
  const { fromMm, toMm } = mainWindow(wall, probe);
  const lackMm = (WINDOW_MM - (toMm - fromMm)) / 2 / faceSpread(wall, probe);
  if (lackMm <= 0) return wall;
  const ribs = wall.ribs.map((rib) => ({ ...rib, halfWidthMm: Math.max(3.5, rib.halfWidthMm - lackMm) }));
  return { ...wall, ribs };
}

/** The chest wall as in clinics, with a rib on either side of the image's middle: the bat sign has to be there. */
function wallDraw(random: Random, request: PhantomRequest, probe: Probe, pleuralDepthMm: number): ChestWall {
  const drawn = variedWallDraw(random, request, probe, pleuralDepthMm);
  const wall = {
    ...drawn,
    flatness: clamp(drawn.flatness, 0, 1),
    slope: clamp(drawn.slope, -0.07, 0.07),
    waveMm: Math.min(drawn.waveMm, 0.9),
    flanks: [],
    ribs: calmRibsDraw(random, request, probe, pleuralDepthMm),
    ribDb: randomBetween(random, 12, 18),
    ribShadowDb: randomBetween(random, 14, 22),
    shadowEdgeMm: randomBetween(random, 3, 5.5),
  };
  return ribsNarrow(wall, probe);
}

function bLineDraw(random: Random, xMm: number): BLine {
  return {
    kind: 'b_line',
    xMm,
    halfWidthMm: randomBetween(random, 0.7, 1.6),
    flatness: 2,
    levelDb: randomBetween(random, 2, 7),
    lossDbMm: randomBetween(random, 0, 0.05),
    tiltRad: 0.02 * randomBell(random),
    end: 1.05,
    endFade: 14,
    bandMm: randomBetween(random, 2.5, 9),
    bandDb: randomBetween(random, 0, 1.5),
    hasUnevenBands: true,
  };
}

/** As many B-lines as were asked for, apart, in what the ribs leave of the view. */
function separateDraw(random: Random, wall: ChestWall, probe: Probe, count: number): BLine[] {
  const lines: BLine[] = [];
  for (let attempt = 0; attempt < 60 && lines.length < count; attempt++) {
    const xMm = pleuraPlaceDraw(random, wall, probe, 0.75);
    const apart = attempt < 30 ? 11 : 8;
    if (lines.every((line) => Math.abs(line.xMm - xMm) >= apart)) lines.push(bLineDraw(random, xMm));
  }
  return lines;
}

function ringsDraw(
  random: Random,
  request: PhantomRequest,
  wall: ChestWall,
  probe: Probe,
  drawn: readonly BLine[],
): readonly BLine[] {
  const tails = drawn.filter(({ kind }) => kind === 'comet_tail').slice(0, 2);
  if (request.pattern === 'confluence') {
    const wanted = request.bLines ?? randomWeighted(random, [0.6, 0.4]);
    return lessonConfluenceDraw(random, wall, probe, wanted, (xMm) => bLineDraw(random, xMm));
  }
  const isAsked = request.bLines !== undefined || request.pattern === 'b_lines';
  if (!isAsked) return request.pattern === 'a_lines' ? tails : drawn;
  const count = request.bLines ?? 1 + randomWeighted(random, [0.4, 0.3, 0.3]);
  return separateDraw(random, wall, probe, count);
}

/** Lung as in clinics: what a lesson speaks of can always be seen, and nothing else is taken for it. */
function lungDraw(random: Random, request: PhantomRequest, wall: ChestWall, probe: Probe): Lung {
  const drawn = variedLungDraw(random, request, wall, probe);
  const isDry = request.pattern === 'a_lines';
  return {
    ...drawn,
    sliding: request.sliding ?? true,
    pleuraDb: randomBetween(random, 13, 17),
    pleuraUnevenDb: randomBetween(random, 2, 3.5),
    pleuraTailMm: randomBetween(random, 0.5, 1.3),
    aLineLossDb:
      isDry || randomChance(random, 0.25) ? randomBetween(random, 6, 8.5) : randomBetween(random, 26, 40),
    aLineTilt: Math.max(0.2, drawn.aLineTilt),
    aLineUnevenDb: randomBetween(random, 2.5, 4.5),
    hazeDb: isDry ? randomBetween(random, -9, -4) : randomBetween(random, -13, -8),
    hazeLossDbMm: randomBetween(random, 0.14, 0.24),
    bLines: ringsDraw(random, request, wall, probe, drawn.bLines),
    streaks: drawn.streaks.filter(({ isInLayer }, i) => isInLayer || i < 4),
    eLines: [],
    organ: null,
  };
}

/** The scanner of later lessons: the breadth of clinical images, kept to what can be taught on. */
export const LESSON: Device = {
  streams: { train: 6000, test: 6000 },
  request: (request) => ({ ...request, split: 'game' }),
  probe: probeDraw,
  scanner: scannerDraw,
  wall: wallDraw,
  lung: lungDraw,
};
