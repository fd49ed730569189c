import { exp } from '../../../domain/numbers/portable-math.ts';
import {
  type Random,
  randomBell,
  randomBetween,
  randomChance,
  randomCreate,
} from '../../../domain/numbers/random.ts';
import type { PhantomRequest } from '../../../domain/scan/phantom-request.ts';
import type { Probe } from '../../acoustics/probe.ts';
import type { ChestWall, Exam, ExamScanner, Motion, Rib } from '../exam.ts';
import { bandKeep, clamp } from './bands.ts';
import { calmLungDraw } from './calm-lung.ts';

function probeDraw(
  random: Random,
  request: PhantomRequest,
  kind: Probe['kind'],
  pleuralDepthMm: number,
): Probe {
  const least = pleuralDepthMm * 1.7;
  if (kind === 'linear') {
    const drawn = Math.max(least, randomBetween(random, 60, 110));
    return {
      kind,
      widthMm: randomBetween(random, 36, 52),
      depthMm: clamp(request.depthMm ?? drawn, 60, 200),
    };
  }
  const drawn = Math.max(least, clamp(148 + 32 * randomBell(random), 80, 200));
  return {
    kind,
    radiusMm: randomBetween(random, 40, 65),
    angleRad: (randomBetween(random, 55, 75) * 3.141592653589793) / 180,
    depthMm: clamp(request.depthMm ?? drawn, 60, 200),
  };
}

function scannerDraw(random: Random, request: PhantomRequest, probe: Probe): ExamScanner {
  const frequencyMhz = clamp(
    request.frequencyMhz ??
      (probe.kind === 'linear' ? randomBetween(random, 6, 12) : randomBetween(random, 2.2, 6)),
    2,
    12,
  );
  const isGame = request.split === 'game';
  // Real clips: median grey 23, 99th percentile 118 of 255, widely spread.
  const medianGrey = isGame
    ? randomBetween(random, 26, 40)
    : clamp(24 * exp(0.5 * randomBell(random)), 5, 75);
  const contrast = isGame ? randomBetween(random, 105, 130) : randomBetween(random, 62, 150);
  const smear = randomChance(random, 0.7) ? randomBetween(random, 0.1, 0.45) : 0;
  const loss = (): number =>
    isGame
      ? randomBetween(random, 0, 5)
      : randomChance(random, 0.25)
        ? randomBetween(random, 12, 40)
        : randomBetween(random, 0, 8);
  return {
    frequencyMhz,
    focusMm: randomBetween(random, 0.25, 0.7) * probe.depthMm,
    pulseMm: probe.kind === 'linear' ? randomBetween(random, 0.16, 0.3) : randomBetween(random, 0.3, 0.6),
    beamLines: randomBetween(random, 1.3, 2.5),
    tgcDbCmMhz: randomBetween(random, 0.4, 0.65),
    tgcLimitDb: randomBetween(random, 45, 75),
    noiseDb: isGame ? randomBetween(random, -92, -80) : randomBetween(random, -90, -64),
    clutterDb: isGame ? randomBetween(random, -34, -26) : randomBetween(random, -34, -13),
    smoothing: isGame ? 0.5 : randomBetween(random, 0, 0.66),
    axialSmoothing: 0,
    // Lessons look as today's scanners do; the first test set keeps the bare speckle it was frozen with.
    looks: isGame ? 4 : 1,
    speckleExponent: isGame ? 0.6 : 1,
    fadeDb: 0,
    medianGrey,
    brightGrey: Math.min(235, medianGrey + contrast),
    gamma: randomBetween(random, 0.85, 1.25),
    persistence: [1 - smear, smear * 0.7, smear * 0.3],
    contactLossDb: [loss(), loss()],
    contactReach: [randomBetween(random, 0.05, 0.35), randomBetween(random, 0.05, 0.35)],
    crop: { top: 0, left: 0, right: 0 },
    prints: [],
  };
}

/** Ribs of the calm edition; in the game one lies on either side of the image's middle. */
export function calmRibsDraw(
  random: Random,
  request: PhantomRequest,
  probe: Probe,
  pleuralDepthMm: number,
): Rib[] {
  const split = request.split ?? 'game';
  const isGame = split === 'game';
  const noneAtAll = !isGame && randomChance(random, 0.08);
  const spread = probe.kind === 'linear' ? randomBetween(random, 21, 30) : randomBetween(random, 27, 46);
  const pitch = bandKeep(spread, 4, split);
  if (noneAtAll) return [];
  const halfHeightMm = randomBetween(random, 3.4, 6);
  const gap = randomBetween(random, 0.5, 4);
  const halfWidthMm = clamp(randomBetween(random, 6, 13.5), 5, pitch * 0.36);
  // The bat sign has a rib on either side of the space that is looked at.
  const offset = isGame ? pitch * randomBetween(random, 0.4, 0.6) : pitch * randomBetween(random, 0, 1);
  const ribs: Rib[] = [];
  for (let i = -3; i <= 2; i++) {
    if (!isGame && randomChance(random, 0.06)) continue;
    ribs.push({
      xMm: offset + i * pitch + randomBetween(random, -1.5, 1.5),
      depthMm: Math.max(7 + halfHeightMm, pleuralDepthMm - gap - halfHeightMm + randomBetween(random, -1, 1)),
      halfWidthMm: halfWidthMm * randomBetween(random, 0.85, 1.15),
      halfHeightMm,
      tilt: 0.12 * randomBell(random),
    });
  }
  return ribs;
}

function wallDraw(random: Random, request: PhantomRequest, probe: Probe, pleuralDepthMm: number): ChestWall {
  const skinMm = randomBetween(random, 1.4, 2.6);
  const isGame = request.split === 'game';
  return {
    skinMm,
    fatMm: clamp((pleuralDepthMm - 14) * randomBetween(random, 0.25, 0.75), 1.5, 30),
    pleuralDepthMm,
    flatness: randomBetween(random, -0.1, 1.1),
    slope: (isGame ? 0.035 : 0.09) * randomBell(random),
    waveMm: randomBetween(random, 0.1, isGame ? 0.6 : 1.4),
    flanks: [],
    ribs: calmRibsDraw(random, request, probe, pleuralDepthMm),
    absorptionDbCmMhz: randomBetween(random, 0.45, 0.7),
    fatDb: randomBetween(random, -13, -2),
    muscleDb: randomBetween(random, -4, 3),
    skinDb: randomBetween(random, 2, 10),
    fibreDb: randomBetween(random, 7, 17),
    fibres: Math.floor(randomBetween(random, 10, 46)),
    ribDb: isGame ? randomBetween(random, 15, 20) : randomBetween(random, 9, 23),
    ribShadowDb: isGame ? randomBetween(random, 30, 42) : randomBetween(random, 13, 40),
    shadowEdgeMm: isGame ? randomBetween(random, 1, 1.8) : randomBetween(random, 0.6, 3.2),
  };
}

function motionDraw(random: Random): Motion {
  return {
    breathHz: randomBetween(random, 0.2, 0.4),
    slideMm: randomBetween(random, 3, 11),
    liftMm: randomBetween(random, 0.2, 1.2),
    wallMm: randomBetween(random, 0.3, 2),
    heartHz: randomBetween(random, 0.95, 1.6),
    heartMm: randomBetween(random, 0.05, 0.4),
    driftMm: randomBetween(random, 0.2, 1.5),
  };
}

/** An exam of the calm edition. */
export function calmExamDraw(request: PhantomRequest): Exam {
  const split = request.split ?? 'game';
  const asked: PhantomRequest = { ...request, split };
  const stream = split === 'test' ? 1000 : 0;
  const people = randomCreate(request.seed, stream + 1);
  const isLinear = randomChance(people, split === 'game' ? 0 : 0.15);
  const kind = request.probe ?? (isLinear ? 'linear' : 'convex');
  const mean = split === 'game' ? 30 : 31;
  const drawnDepth = mean * exp((split === 'game' ? 0.16 : 0.34) * randomBell(people));
  const depth = kind === 'linear' ? clamp(drawnDepth * 0.75, 13, 34) : clamp(drawnDepth, 15, 62);
  const pleuralDepthMm = bandKeep(depth, 4, split);
  const probe = probeDraw(randomCreate(request.seed, stream + 2), asked, kind, pleuralDepthMm);
  const scanner = scannerDraw(randomCreate(request.seed, stream + 3), asked, probe);
  const wall = wallDraw(randomCreate(request.seed, stream + 4), asked, probe, pleuralDepthMm);
  const lung = calmLungDraw(randomCreate(request.seed, stream + 5), asked, wall, probe);
  const motion = motionDraw(randomCreate(request.seed, stream + 6));
  const frameRateHz = split === 'game' ? 30 : Math.floor(randomBetween(people, 17, 31));
  return { seed: request.seed, edition: 'calm', probe, scanner, wall, lung, motion, frameRateHz };
}
