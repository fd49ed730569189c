import { exp } from '../../../domain/numbers/portable-math.ts';
import {
  type Random,
  randomBell,
  randomBetween,
  randomChance,
  randomWeighted,
} from '../../../domain/numbers/random.ts';
import type { PhantomRequest } from '../../../domain/scan/phantom-request.ts';
import type { Probe } from '../../acoustics/probe.ts';
import type { ExamScanner, Print } from '../exam.ts';
import { clamp } from './bands.ts';

const LOOKS = [1, 2, 4] as const;

function cropDraw(random: Random): ExamScanner['crop'] {
  if (!randomChance(random, 0.45)) return { top: 0, left: 0, right: 0 };
  const side = (): number => (randomChance(random, 0.6) ? randomBetween(random, 0, 0.2) : 0);
  return {
    top: randomChance(random, 0.5) ? randomBetween(random, 0, 0.1) : 0,
    left: side(),
    right: side(),
  };
}

/** Depth ticks along one side, a dot for the probe's marker, now and then a word or a logo over the image. */
function printsDraw(random: Random): Print[] {
  const prints: Print[] = [];
  if (randomChance(random, 0.3)) {
    const x = randomChance(random, 0.5) ? randomBetween(random, 0, 0.15) : randomBetween(random, 0.82, 0.98);
    const step = randomBetween(random, 0.03, 0.1);
    const grey = randomBetween(random, 90, 255);
    for (let y = randomBetween(random, 0, step); y < 1; y += step) {
      prints.push({ x, y, width: 0.01, height: 0.004, grey });
    }
  }
  if (randomChance(random, 0.2)) {
    prints.push({
      x: randomBetween(random, 0.05, 0.4),
      y: randomBetween(random, 0, 0.08),
      width: 0.02,
      height: 0.02,
      grey: 220,
    });
  }
  if (randomChance(random, 0.15)) prints.push(...wordDraw(random));
  return prints;
}

/** Letters as columns of short strokes: they need look like print, not be read. */
function wordDraw(random: Random): Print[] {
  const size = randomBetween(random, 0.012, 0.03);
  const y = randomBetween(random, 0.02, 0.95);
  const from = randomBetween(random, 0, 0.7);
  const letters = 2 + Math.floor(randomBetween(random, 0, 9));
  const grey = randomBetween(random, 120, 255);
  const prints: Print[] = [];
  for (let letter = 0; letter < letters; letter++) {
    const x = from + letter * size * 0.9;
    for (let stroke = 0; stroke < 3; stroke++) {
      const isUpright = randomChance(random, 0.5);
      prints.push({
        x: x + size * randomBetween(random, 0, 0.5),
        y: y + size * randomBetween(random, 0, 0.7),
        width: isUpright ? size * 0.15 : size * 0.5,
        height: isUpright ? size * 0.6 : size * 0.15,
        grey,
      });
    }
  }
  return prints;
}

/** A scanner as it is met in clinics: compounding, smoothing, and gain set well or badly. */
export function variedScannerDraw(random: Random, request: PhantomRequest, probe: Probe): ExamScanner {
  const frequencyMhz = clamp(
    request.frequencyMhz ??
      (probe.kind === 'linear' ? randomBetween(random, 6, 12) : randomBetween(random, 2, 6)),
    2,
    12,
  );
  const smear = randomChance(random, 0.35) ? randomBetween(random, 0.1, 0.4) : 0;
  // Measured on recorded clips: median grey 4 to 47 around 22, 99th percentile 98 to 155 around 120.
  const medianGrey = clamp(28 * exp(0.5 * randomBell(random)), 3, 80);
  const contactLoss = (): number =>
    randomChance(random, 0.3) ? randomBetween(random, 10, 40) : randomBetween(random, 0, 9);
  return {
    frequencyMhz,
    focusMm: randomBetween(random, 0.2, 0.75) * probe.depthMm,
    pulseMm: probe.kind === 'linear' ? randomBetween(random, 0.12, 0.26) : randomBetween(random, 0.18, 0.42),
    beamLines: randomBetween(random, 0.5, 0.95),
    tgcDbCmMhz: randomBetween(random, 0.4, 0.65),
    tgcLimitDb: randomBetween(random, 45, 75),
    noiseDb: randomBetween(random, -95, -68),
    clutterDb: randomBetween(random, -32, -10),
    smoothing: randomBetween(random, 0.1, 0.6),
    axialSmoothing: randomBetween(random, 0, 0.55),
    looks: LOOKS[randomWeighted(random, [0.07, 0.13, 0.8])]!,
    speckleExponent: randomChance(random, 0.85) ? randomBetween(random, 0.25, 0.65) : 1,
    fadeDb: clamp(8 + 6 * randomBell(random), 0, 26),
    medianGrey,
    brightGrey: Math.min(235, medianGrey + randomBetween(random, 60, 125)),
    gamma: randomBetween(random, 0.85, 1.3),
    persistence: [1 - smear, smear * 0.7, smear * 0.3],
    contactLossDb: [contactLoss(), contactLoss()],
    contactReach: [randomBetween(random, 0.05, 0.45), randomBetween(random, 0.05, 0.45)],
    crop: cropDraw(random),
    prints: printsDraw(random),
  };
}
