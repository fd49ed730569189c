import {
  type Random,
  randomBell,
  randomBetween,
  randomChance,
  randomCreate,
  randomWeighted,
} from '../../../domain/numbers/random.ts';
import type { PhantomPattern, PhantomRequest } from '../../../domain/scan/phantom-request.ts';
import type { Probe } from '../../acoustics/probe.ts';
import type { ChestWall, ExamScanner } from '../exam.ts';
import { clamp } from './bands.ts';
import type { Device } from './varied-exam.ts';
import { variedLungDraw } from './varied-lung.ts';
import { variedWallDraw } from './varied-wall.ts';

const RADIANS = 3.141592653589793 / 180;

/** Radius of the faces that chest walls are drawn for; rib spacings are given at the face. */
const USUAL_RADIUS_MM = 58;

/** Patterns of the clinic's patients: ill lungs more often than those that training shows. */
const PATTERNS: readonly (readonly [pattern: PhantomPattern, weight: number])[] = [
  ['a_lines', 0.12],
  ['b_lines', 0.18],
  ['confluence', 0.14],
  ['effusion', 0.28],
  ['consolidation', 0.28],
];

/** A probe as for hearts: a small face and a wide fan, neither of which any training frame has. */
function probeDraw(random: Random, request: PhantomRequest, pleuralDepthMm: number): Probe {
  const drawn = Math.max(pleuralDepthMm * 1.9, clamp(130 + 18 * randomBell(random), 90, 180));
  return {
    kind: 'convex',
    radiusMm: 10,
    angleRad: 90 * RADIANS,
    depthMm: clamp(request.depthMm ?? drawn, 60, 200),
  };
}

/**
 * A pocket scanner: few scan lines, one look and no speckle filter, a low frequency with a long pulse, a noisy
 * amplifier, and a grey map that shows soft tissue light grey. Hardware is the same in every exam; what its operator
 * sets varies.
 */
function scannerDraw(random: Random, request: PhantomRequest, probe: Probe): ExamScanner {
  const medianGrey = clamp(122 + 12 * randomBell(random), 90, 150);
  const contactLoss = (): number =>
    randomChance(random, 0.3) ? randomBetween(random, 10, 30) : randomBetween(random, 0, 8);
  return {
    frequencyMhz: clamp(request.frequencyMhz ?? 2.5, 2, 12),
    focusMm: randomBetween(random, 0.3, 0.5) * probe.depthMm,
    pulseMm: 1.2,
    beamLines: 3,
    lineStep: 4,
    tgcDbCmMhz: 0.6,
    tgcLimitDb: 44,
    noiseDb: randomBetween(random, -70, -62),
    clutterDb: randomBetween(random, -28, -18),
    smoothing: 0,
    axialSmoothing: 0,
    looks: 1,
    speckleExponent: 1,
    fadeDb: randomBetween(random, 0, 6),
    medianGrey,
    brightGrey: Math.min(250, medianGrey + randomBetween(random, 95, 125)),
    gamma: 0.55,
    persistence: [1, 0, 0],
    contactLossDb: [contactLoss(), contactLoss()],
    contactReach: [randomBetween(random, 0.05, 0.35), randomBetween(random, 0.05, 0.35)],
    crop: { top: 0, left: 0, right: 0 },
    prints: [],
  };
}

/** Ribs keep their distance at the pleura: at a small face the same ribs lie closer together. */
function wallFit(wall: ChestWall, probe: Probe): ChestWall {
  if (probe.kind === 'linear') return wall;
  const spread = (radiusMm: number): number => (radiusMm + wall.pleuralDepthMm) / radiusMm;
  const share = spread(USUAL_RADIUS_MM) / spread(probe.radiusMm);
  return { ...wall, ribs: wall.ribs.map((rib) => ({ ...rib, xMm: rib.xMm * share })) };
}

/** The pattern that an exam of the clinic shows where the request names none. */
function patternDraw(random: Random): PhantomPattern {
  return PATTERNS[
    randomWeighted(
      random,
      PATTERNS.map(([, weight]) => weight),
    )
  ]![0];
}

/** The second device: it stands for a clinic's own scanner, which no training frame comes from. */
export const CLINIC: Device = {
  streams: { train: 4000, test: 5000 },
  request(request) {
    if (request.bLines !== undefined || (request.pattern ?? 'any') !== 'any') return request;
    return { ...request, pattern: patternDraw(randomCreate(request.seed, 4000)) };
  },
  probe: (random, request, _kind, pleuralDepthMm) => probeDraw(random, request, pleuralDepthMm),
  scanner: scannerDraw,
  wall: (random, request, probe, pleuralDepthMm) =>
    wallFit(variedWallDraw(random, request, probe, pleuralDepthMm), probe),
  lung: variedLungDraw,
};
