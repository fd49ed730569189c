import { type Random, randomBell, randomBetween, randomChance } from '../../../domain/numbers/random.ts';
import type { PhantomRequest, PhantomSplit } from '../../../domain/scan/phantom-request.ts';
import type { Probe } from '../../acoustics/probe.ts';
import type { ChestWall, Flank, Rib } from '../exam.ts';
import { bandKeep, clamp } from './bands.ts';
import { halfView } from './view.ts';

function ribsDraw(random: Random, split: PhantomSplit, probe: Probe, pleuralDepthMm: number): Rib[] {
  const hasRibs = !randomChance(random, 0.14);
  const spread = probe.kind === 'linear' ? randomBetween(random, 20, 32) : randomBetween(random, 24, 48);
  const pitch = bandKeep(spread, 4, split);
  if (!hasRibs) return [];
  const halfHeightMm = randomBetween(random, 3, 6.5);
  const gap = randomBetween(random, 0.3, 5);
  const halfWidthMm = clamp(randomBetween(random, 5, 15), 4, pitch * 0.4);
  const offset = pitch * randomBetween(random, 0, 1);
  const ribs: Rib[] = [];
  for (let i = -3; i <= 2; i++) {
    if (randomChance(random, 0.15)) continue;
    ribs.push({
      xMm: offset + i * pitch + randomBetween(random, -2, 2),
      depthMm: Math.max(6 + halfHeightMm, pleuralDepthMm - gap - halfHeightMm + randomBetween(random, -2, 1)),
      halfWidthMm: halfWidthMm * randomBetween(random, 0.7, 1.3),
      halfHeightMm,
      tilt: 0.18 * randomBell(random),
    });
  }
  return ribs;
}

/** Beyond a flank the probe looks along the chest wall: bright streaked muscle where lung is expected. */
function flanksDraw(random: Random, probe: Probe, pleuralDepthMm: number): Flank[] {
  const flanks: Flank[] = [];
  for (const side of [-1, 1] as const) {
    if (!randomChance(random, probe.kind === 'linear' ? 0.06 : 0.28)) continue;
    flanks.push({
      side,
      fromMm: randomBetween(random, 0.3, 0.85) * halfView(probe, pleuralDepthMm),
      fall: randomBetween(random, 0.4, 2.5),
    });
  }
  return flanks;
}

export function variedWallDraw(
  random: Random,
  { split = 'game' }: PhantomRequest,
  probe: Probe,
  pleuralDepthMm: number,
): ChestWall {
  return {
    skinMm: randomBetween(random, 1.2, 2.8),
    fatMm: clamp((pleuralDepthMm - 14) * randomBetween(random, 0.2, 0.8), 1.5, 32),
    pleuralDepthMm,
    flatness: randomBetween(random, -0.1, 1.3),
    slope: 0.12 * randomBell(random),
    waveMm: randomBetween(random, 0.1, 1.3),
    flanks: flanksDraw(random, probe, pleuralDepthMm),
    ribs: ribsDraw(random, split, probe, pleuralDepthMm),
    absorptionDbCmMhz: randomBetween(random, 0.4, 0.75),
    fatDb: randomBetween(random, -13, 0),
    muscleDb: randomBetween(random, -6, 4),
    skinDb: randomBetween(random, 0, 10),
    fibreDb: randomBetween(random, 3, 14),
    fibres: Math.floor(randomBetween(random, 8, 60)),
    ribDb: randomBetween(random, 4, 21),
    ribShadowDb: randomBetween(random, 10, 40),
    shadowEdgeMm: randomBetween(random, 0.8, 5),
  };
}
