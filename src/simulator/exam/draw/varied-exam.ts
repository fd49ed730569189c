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
import type { ChestWall, Exam, ExamScanner, Lung, Motion } from '../exam.ts';
import { bandKeep, clamp } from './bands.ts';
import { variedLungDraw } from './varied-lung.ts';
import { variedScannerDraw } from './varied-scanner.ts';
import { variedWallDraw } from './varied-wall.ts';

const RADIANS = 3.141592653589793 / 180;

function probeDraw(
  random: Random,
  request: PhantomRequest,
  kind: Probe['kind'],
  pleuralDepthMm: number,
): Probe {
  const least = pleuralDepthMm * 1.7;
  if (kind === 'linear') {
    const drawn = Math.max(least, randomBetween(random, 60, 120));
    return {
      kind,
      widthMm: randomBetween(random, 36, 52),
      depthMm: clamp(request.depthMm ?? drawn, 60, 200),
    };
  }
  const drawn = Math.max(least, clamp(145 + 32 * randomBell(random), 80, 200));
  return {
    kind,
    radiusMm: clamp(58 + 6 * randomBell(random), 40, 65),
    angleRad: randomBetween(random, 55, 75) * RADIANS,
    depthMm: clamp(request.depthMm ?? drawn, 60, 200),
  };
}

function motionDraw(random: Random): Motion {
  return {
    breathHz: randomBetween(random, 0.2, 0.5),
    slideMm: randomBetween(random, 1, 12),
    liftMm: randomBetween(random, 0.2, 1.8),
    wallMm: randomBetween(random, 0.3, 3),
    heartHz: randomBetween(random, 0.95, 1.8),
    heartMm: randomBetween(random, 0.05, 0.6),
    driftMm: randomBetween(random, 0.2, 3),
  };
}

/** All that is particular to a device, of an exam of the varied edition. */
export interface Device {
  /** Random streams of its own: no two devices ever examine the same person. */
  readonly streams: { readonly train: number; readonly test: number };
  /** The request with what the device's users would ask for. */
  request(request: PhantomRequest): PhantomRequest;
  probe(random: Random, request: PhantomRequest, kind: Probe['kind'], pleuralDepthMm: number): Probe;
  scanner(random: Random, request: PhantomRequest, probe: Probe): ExamScanner;
  wall(random: Random, request: PhantomRequest, probe: Probe, pleuralDepthMm: number): ChestWall;
  lung(random: Random, request: PhantomRequest, wall: ChestWall, probe: Probe): Lung;
}

/** All scanners that training shows. */
export const TRAINER: Device = {
  streams: { train: 2000, test: 3000 },
  request: (request) => request,
  probe: probeDraw,
  scanner: variedScannerDraw,
  wall: variedWallDraw,
  lung: variedLungDraw,
};

/** An exam of the varied edition: the breadth of clinical images. */
export function variedExamDraw(asked: PhantomRequest, device: Device = TRAINER): Exam {
  const request = device.request(asked);
  const split = request.split ?? 'game';
  const stream = split === 'test' ? device.streams.test : device.streams.train;
  const people = randomCreate(request.seed, stream + 1);
  const isLinear = randomChance(people, 0.15);
  const kind = request.probe ?? (isLinear ? 'linear' : 'convex');
  // One in ten is lean, or pressed so hard that the pleura lies close to the probe.
  const lean = randomChance(people, 0.1) ? 0.5 : 1;
  const drawnDepth = 32 * lean * exp(0.34 * randomBell(people));
  const depth = kind === 'linear' ? clamp(drawnDepth * 0.75, 8, 34) : clamp(drawnDepth, 10, 62);
  const pleuralDepthMm = bandKeep(depth, 4, split);
  const probe = device.probe(randomCreate(request.seed, stream + 2), request, kind, pleuralDepthMm);
  const scanner = device.scanner(randomCreate(request.seed, stream + 3), request, probe);
  const wall = device.wall(randomCreate(request.seed, stream + 4), request, probe, pleuralDepthMm);
  const lung = device.lung(randomCreate(request.seed, stream + 5), request, wall, probe);
  const motion = motionDraw(randomCreate(request.seed, stream + 6));
  const frameRateHz = Math.floor(randomBetween(people, 17, 31));
  return { seed: request.seed, edition: 'varied', probe, scanner, wall, lung, motion, frameRateHz };
}
