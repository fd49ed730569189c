import { exp } from '../../../domain/numbers/portable-math.ts';
import {
  type Random,
  randomBell,
  randomBetween,
  randomChance,
  randomWeighted,
} from '../../../domain/numbers/random.ts';
import type { PhantomPattern, PhantomRequest } from '../../../domain/scan/phantom-request.ts';
import type { Probe } from '../../acoustics/probe.ts';
import type { ELine, Streak } from '../../acoustics/scene.ts';
import type { BLine, ChestWall, Lung, LungLayer } from '../exam.ts';
import { organDraw } from './organ-draw.ts';
import { halfView, pleuraPlaceDraw } from './view.ts';

type Shown = Exclude<PhantomPattern, 'any'>;

const ANY: readonly { readonly pattern: Shown; readonly weight: number }[] = [
  { pattern: 'a_lines', weight: 0.34 },
  { pattern: 'b_lines', weight: 0.25 },
  { pattern: 'confluence', weight: 0.16 },
  { pattern: 'effusion', weight: 0.11 },
  { pattern: 'consolidation', weight: 0.14 },
];

function bLineDraw(random: Random, xMm: number): BLine {
  return {
    kind: 'b_line',
    xMm,
    halfWidthMm: 0.6 * exp(randomBetween(random, 0, 1.3)),
    flatness: 2,
    levelDb: randomBetween(random, -9, 8),
    lossDbMm: randomBetween(random, 0, 0.12),
    tiltRad: 0.03 * randomBell(random),
    end: randomChance(random, 0.45) ? randomBetween(random, 0.7, 0.97) : 1.05,
    endFade: randomBetween(random, 20, 130),
    bandMm: randomBetween(random, 2.5, 9),
    bandDb: randomBetween(random, 0, 3.5),
  };
}

function confluenceDraw(random: Random, xMm: number): BLine[] {
  const kind = randomWeighted(random, [0.3, 0.45, 0.25]);
  const wide = bLineDraw(random, xMm);
  if (kind === 0) {
    return [
      {
        ...wide,
        halfWidthMm: randomBetween(random, 3, 11),
        flatness: randomChance(random, 0.6) ? 4 : 2,
        bandDb: 0.4 * wide.bandDb,
      },
    ];
  }
  // White lung: everything between the ribs, and beyond them.
  if (kind === 2)
    return [
      {
        ...wide,
        halfWidthMm: randomBetween(random, 14, 45),
        flatness: 4,
        tiltRad: 0,
        bandDb: 0.2 * wide.bandDb,
      },
    ];
  const count = 2 + Math.floor(randomBetween(random, 0, 4));
  const step = randomBetween(random, 2.4, 4.2);
  const tiltRad = 0.02 * randomBell(random);
  return Array.from({ length: count }, (_, i) => ({
    ...bLineDraw(random, xMm + (i - (count - 1) / 2) * step),
    levelDb: wide.levelDb + randomBetween(random, -2.5, 2.5),
    halfWidthMm: randomBetween(random, 1.4, 2.6),
    tiltRad,
  }));
}

function separateDraw(random: Random, wall: ChestWall, probe: Probe, count: number): BLine[] {
  const lines: BLine[] = [];
  // The secondary lobule, 10-30 mm, keeps separate B-lines apart.
  for (let attempt = 0; attempt < 60 && lines.length < count; attempt++) {
    const place = pleuraPlaceDraw(random, wall, probe, 0.95);
    const apart = attempt < 30 ? 11 : 8;
    if (lines.every((line) => Math.abs(line.xMm - place) >= apart)) lines.push(bLineDraw(random, place));
  }
  return lines;
}

/** Short, fading ring-down: comet tails of the pleura, and Z-lines, longer and fainter. */
function tailDraw(random: Random, xMm: number): BLine {
  const isZLine = randomChance(random, 0.5);
  return {
    ...bLineDraw(random, xMm),
    kind: 'comet_tail',
    halfWidthMm: randomBetween(random, 0.4, 1.4),
    lossDbMm: isZLine ? randomBetween(random, 0.4, 0.8) : randomBetween(random, 0.8, 1.8),
  };
}

function ringsDraw(
  random: Random,
  shown: Shown,
  request: PhantomRequest,
  wall: ChestWall,
  probe: Probe,
): BLine[] {
  const lines: BLine[] = [];
  const place = (reach: number): number => pleuraPlaceDraw(random, wall, probe, reach);
  if (request.bLines !== undefined) lines.push(...separateDraw(random, wall, probe, request.bLines));
  else if (shown === 'b_lines') {
    lines.push(
      ...separateDraw(random, wall, probe, 1 + randomWeighted(random, [0.22, 0.3, 0.26, 0.15, 0.07])),
    );
  }
  if (shown === 'confluence') {
    lines.push(...confluenceDraw(random, place(0.75)));
    if (randomChance(random, 0.35)) lines.push(...confluenceDraw(random, place(0.9)));
    if (randomChance(random, 0.45)) lines.push(bLineDraw(random, place(0.9)));
  }
  if (shown === 'consolidation' && randomChance(random, 0.6)) lines.push(bLineDraw(random, place(0.9)));
  const tails = randomWeighted(random, [0.45, 0.25, 0.15, 0.1, 0.05]);
  for (let i = 0; i < tails; i++) lines.push(tailDraw(random, place(0.95)));
  return lines;
}

function eLinesDraw(random: Random, wall: ChestWall, probe: Probe): ELine[] {
  if (!randomChance(random, 0.06)) return [];
  const half = halfView(probe, wall.pleuralDepthMm);
  return Array.from({ length: 1 + Math.floor(randomBetween(random, 0, 4)) }, () => ({
    xMm: randomBetween(random, -0.9, 0.9) * half,
    fromMm: randomBetween(random, wall.skinMm, wall.pleuralDepthMm * 0.6),
    halfWidthMm: randomBetween(random, 0.6, 2.2),
    levelDb: randomBetween(random, 0, 9),
    lossDbMm: randomBetween(random, 0.02, 0.15),
  }));
}

function layerDraw(random: Random, shown: Shown, wall: ChestWall, probe: Probe): LungLayer | null {
  const half = halfView(probe, wall.pleuralDepthMm);
  const xMm = randomBetween(random, -0.6, 0.6) * half;
  if (shown === 'effusion') {
    return {
      kind: 'pleural_effusion',
      xMm,
      halfWidthMm: randomBetween(random, 0.4, 1.8) * half,
      thicknessMm: 6 * exp(randomBetween(random, 0, 2.4)),
      raggedMm: randomBetween(random, 0.3, 2),
      levelDb: randomBetween(random, -45, -20),
      swing: randomBetween(random, 0, 0.25),
    };
  }
  if (shown !== 'consolidation') return null;
  const isSmall = randomChance(random, 0.4);
  return {
    kind: 'consolidation',
    xMm,
    halfWidthMm: isSmall ? randomBetween(random, 4, 15) : randomBetween(random, 0.25, 1.1) * half,
    thicknessMm: isSmall ? randomBetween(random, 4.5, 14) : randomBetween(random, 10, 55),
    raggedMm: isSmall ? randomBetween(random, 0.5, 3) : randomBetween(random, 1.5, 6),
    levelDb: randomBetween(random, -9, 2),
    swing: randomBetween(random, 0, 0.08),
  };
}

/** Streaks beside the point, and those that a layer holds: air in bronchi, or strands of fibrin. */
function streaksDraw(random: Random, layer: LungLayer | null, wall: ChestWall, probe: Probe): Streak[] {
  const half = halfView(probe, wall.pleuralDepthMm);
  const streaks: Streak[] = Array.from({ length: Math.floor(randomBetween(random, 0, 16)) }, () => ({
    xMm: randomBetween(random, -1.1, 1.1) * half,
    belowMm: randomBetween(random, 3, probe.depthMm * 0.7),
    lengthMm: randomBetween(random, 3, 24),
    slope: randomBetween(random, -0.5, 0.5),
    levelDb: randomBetween(random, -16, -2),
    isInLayer: false,
  }));
  if (layer === null) return streaks;
  const isAir = layer.kind === 'consolidation';
  if (!randomChance(random, isAir ? 0.7 : 0.35)) return streaks;
  const count = Math.floor(isAir ? randomBetween(random, 2, 14) : randomBetween(random, 1, 7));
  for (let i = 0; i < count; i++) {
    const lengthMm = isAir ? randomBetween(random, 2, 14) : randomBetween(random, 8, 45);
    streaks.push({
      xMm: layer.xMm + randomBetween(random, -0.9, 0.8) * layer.halfWidthMm - lengthMm / 2,
      belowMm: randomBetween(random, 0.1, 0.85) * layer.thicknessMm,
      lengthMm,
      slope: (isAir ? 0.35 : 0.5) * randomBell(random),
      levelDb: isAir ? randomBetween(random, -2, 12) : randomBetween(random, -16, -2),
      isInLayer: true,
    });
  }
  return streaks;
}

/** Draws what lies at and below the pleura, and what can be taken for it. */
export function variedLungDraw(random: Random, request: PhantomRequest, wall: ChestWall, probe: Probe): Lung {
  const asked = request.pattern ?? (request.bLines ? 'b_lines' : 'any');
  const drawn =
    ANY[
      randomWeighted(
        random,
        ANY.map((entry) => entry.weight),
      )
    ]!.pattern;
  const shown: Shown = asked === 'any' ? drawn : asked;
  const isDry = shown === 'a_lines';
  const hasALines = randomChance(random, isDry ? 0.85 : 0.4);
  const layer = layerDraw(random, shown, wall, probe);
  return {
    sliding: request.sliding ?? randomChance(random, 0.9),
    pleuraDb: randomBetween(random, 4, 21),
    pleuraUnevenDb: randomBetween(random, 0.5, 7),
    pleuraTailMm: randomChance(random, 0.25)
      ? randomBetween(random, 0.8, 2.5)
      : randomBetween(random, 0.4, 1),
    aLineLossDb: hasALines ? randomBetween(random, 3, 15) : randomBetween(random, 24, 40),
    aLineTilt: randomBetween(random, 0.1, 0.4),
    aLineUnevenDb: randomBetween(random, 1, 8),
    hazeDb: randomBetween(random, -22, isDry ? 5 : 0),
    // Haze fades with depth, as in recorded clips without B-lines: their brightest windows keep a third of their
    // grey from the upper to the lower half, B-lines two thirds.
    hazeLossDbMm: randomBetween(random, 0.13, 0.36),
    hazeUnevenDb: randomBetween(random, 0.2, 1.3),
    mirrorDb: randomBetween(random, -26, -6),
    bLines: ringsDraw(random, shown, request, wall, probe),
    streaks: streaksDraw(random, layer, wall, probe),
    eLines: eLinesDraw(random, wall, probe),
    layer,
    organ: organDraw(random, shown, asked === 'any', halfView(probe, wall.pleuralDepthMm)),
  };
}
