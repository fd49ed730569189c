import type { ChestWall, Machine, Probe } from '../exam.ts';
import {
  type Random,
  randomBell,
  randomBetween,
  randomChance,
  randomCreate,
  randomWeighted,
} from '../random.ts';
import type { PhantomPattern, PhantomRequest } from '../request.ts';
import { clamp } from './bands.ts';
import type { Device } from './second-exam.ts';

const RADIANS = 3.141592653589793 / 180;

/** Radius of the faces that chest walls are drawn for; rib spacings are given at the face. */
const USUAL_RADIUS_MM = 58;

/** What the clinic's patients have: ill lungs more often than those that training shows. */
const PATTERNS: readonly (readonly [pattern: PhantomPattern, weight: number])[] = [
  ['a_lines', 0.18],
  ['b_lines', 0.16],
  ['confluence', 0.16],
  ['effusion', 0.26],
  ['consolidation', 0.24],
];

/** A micro-convex probe: a small face and a wide fan, neither of which any training frame has. */
function probeDraw(random: Random, request: PhantomRequest, pleuralDepthMm: number): Probe {
  const drawn = Math.max(pleuralDepthMm * 1.9, clamp(115 + 18 * randomBell(random), 80, 160));
  return {
    kind: 'convex',
    radiusMm: 14,
    angleRad: 84 * RADIANS,
    depthMm: clamp(request.depthMm ?? drawn, 60, 200),
  };
}

/**
 * A pocket machine: few scan lines, one look and no speckle filter, a long pulse, a noisy amplifier, and a grey map
 * of wide range that shows soft tissue light grey. Hardware is the same in every exam; what its operator sets varies.
 */
function machineDraw(random: Random, request: PhantomRequest, probe: Probe): Machine {
  const medianGrey = clamp(92 + 12 * randomBell(random), 66, 130);
  const contactLoss = (): number =>
    randomChance(random, 0.3) ? randomBetween(random, 10, 30) : randomBetween(random, 0, 8);
  return {
    frequencyMhz: clamp(request.frequencyMhz ?? 6.5, 2, 12),
    focusMm: randomBetween(random, 0.3, 0.5) * probe.depthMm,
    pulseMm: 0.55,
    beamLines: 1.9,
    lineStep: 3,
    tgcDbCmMhz: 0.6,
    tgcLimitDb: 44,
    noiseDb: randomBetween(random, -78, -66),
    clutterDb: randomBetween(random, -26, -14),
    smoothing: 0,
    axialSmoothing: 0,
    looks: 1,
    speckleExponent: 1,
    fadeDb: randomBetween(random, 0, 6),
    medianGrey,
    brightGrey: Math.min(245, medianGrey + randomBetween(random, 85, 110)),
    gamma: 0.7,
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

/** The second device: it stands for a clinic's own machine, which no training frame comes from. */
export const CLINIC: Device = {
  streams: { train: 4000, test: 5000 },
  request(request) {
    if (request.bLines !== undefined || (request.pattern ?? 'any') !== 'any') return request;
    return { ...request, pattern: patternDraw(randomCreate(request.seed, 4000)) };
  },
  probe: (random, request, _kind, pleuralDepthMm) => probeDraw(random, request, pleuralDepthMm),
  machine: machineDraw,
  wall: wallFit,
};
