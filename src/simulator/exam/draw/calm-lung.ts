import {
  type Random,
  randomBell,
  randomBetween,
  randomChance,
  randomWeighted,
} from '../../../domain/numbers/random.ts';
import type { PhantomPattern, PhantomRequest } from '../../../domain/scan/phantom-request.ts';
import type { Probe } from '../../acoustics/probe.ts';
import type { Streak } from '../../acoustics/scene.ts';
import type { BLine, ChestWall, Lung, LungLayer } from '../exam.ts';
import { lessonConfluenceDraw } from './lesson-confluence.ts';
import { halfView, pleuraPlaceDraw } from './view.ts';

type Shown = Exclude<PhantomPattern, 'any'>;

const ANY: readonly { readonly pattern: Shown; readonly weight: number }[] = [
  { pattern: 'a_lines', weight: 0.34 },
  { pattern: 'b_lines', weight: 0.26 },
  { pattern: 'confluence', weight: 0.18 },
  { pattern: 'effusion', weight: 0.1 },
  { pattern: 'consolidation', weight: 0.12 },
];

function bLineDraw(random: Random, xMm: number, isGame: boolean): BLine {
  return {
    kind: 'b_line',
    xMm,
    halfWidthMm: randomBetween(random, 0.7, 1.7),
    flatness: 2,
    levelDb: isGame ? randomBetween(random, 3, 7) : randomBetween(random, -10, 7),
    lossDbMm: randomBetween(random, 0, isGame ? 0.03 : 0.07),
    tiltRad: 0.016 * randomBell(random),
    end: !isGame && randomChance(random, 0.3) ? randomBetween(random, 0.7, 0.95) : 1.05,
    endFade: 14,
    bandMm: randomBetween(random, 2.5, 9),
    bandDb: randomBetween(random, 0.5, isGame ? 1.5 : 4.5),
    // A regular ladder down a B-line is nothing that scanners show.
    ...(isGame && { hasUnevenBands: true }),
  };
}

function confluenceDraw(random: Random, xMm: number): BLine[] {
  if (randomChance(random, 0.45)) {
    const wide = bLineDraw(random, xMm, false);
    return [{ ...wide, halfWidthMm: randomBetween(random, 5.5, 11), flatness: 4 }];
  }
  const count = 2 + Math.floor(randomBetween(random, 0, 3));
  const step = randomBetween(random, 2.6, 3.8);
  const tiltRad = 0.012 * randomBell(random);
  return Array.from({ length: count }, (_, i) => ({
    ...bLineDraw(random, xMm + (i - (count - 1) / 2) * step, false),
    halfWidthMm: randomBetween(random, 1.6, 2.4),
    tiltRad,
  }));
}

function separateDraw(
  random: Random,
  wall: ChestWall,
  probe: Probe,
  count: number,
  isGame: boolean,
): BLine[] {
  const lines: BLine[] = [];
  // The secondary lobule, 10-30 mm, keeps separate B-lines apart.
  for (let attempt = 0; attempt < 60 && lines.length < count; attempt++) {
    const place = pleuraPlaceDraw(random, wall, probe, isGame ? 0.75 : 0.95);
    const apart = attempt < 30 ? 10 : 7.5;
    if (lines.every((line) => Math.abs(line.xMm - place) >= apart)) {
      lines.push(bLineDraw(random, place, isGame));
    }
  }
  return lines;
}

function bLinesDraw(
  random: Random,
  shown: Shown,
  request: PhantomRequest,
  wall: ChestWall,
  probe: Probe,
): BLine[] {
  const isGame = request.split === 'game';
  const lines: BLine[] = [];
  if (isGame && shown === 'confluence') {
    const wanted = request.bLines ?? randomWeighted(random, [0.6, 0.4]);
    return lessonConfluenceDraw(random, wall, probe, wanted, (xMm) => bLineDraw(random, xMm, true));
  }
  if (request.bLines !== undefined) {
    lines.push(...separateDraw(random, wall, probe, request.bLines, isGame));
  } else if (shown === 'b_lines') {
    const count = 1 + randomWeighted(random, [0.5, 0.28, 0.14, 0.08]);
    lines.push(...separateDraw(random, wall, probe, count, isGame));
  }
  if (shown === 'confluence') {
    lines.push(...confluenceDraw(random, pleuraPlaceDraw(random, wall, probe, 0.7)));
    if (randomChance(random, 0.35)) {
      lines.push(...confluenceDraw(random, pleuraPlaceDraw(random, wall, probe, 0.9)));
    }
    if (randomChance(random, 0.4))
      lines.push(bLineDraw(random, pleuraPlaceDraw(random, wall, probe, 0.9), false));
  }
  if (shown === 'consolidation' && randomChance(random, 0.5)) {
    lines.push(bLineDraw(random, pleuraPlaceDraw(random, wall, probe, 0.9), isGame));
  }
  const tails = isGame ? 0 : randomWeighted(random, [0.6, 0.2, 0.12, 0.08]);
  for (let i = 0; i < tails; i++) {
    lines.push({
      ...bLineDraw(random, pleuraPlaceDraw(random, wall, probe, 0.95), isGame),
      kind: 'comet_tail',
      halfWidthMm: randomBetween(random, 0.4, 1),
      lossDbMm: randomBetween(random, 0.7, 1.6),
    });
  }
  return lines;
}

function layerDraw(random: Random, shown: Shown, wall: ChestWall, probe: Probe): LungLayer | null {
  if (shown !== 'effusion' && shown !== 'consolidation') return null;
  const half = halfView(probe, wall.pleuralDepthMm);
  const isEffusion = shown === 'effusion';
  return {
    kind: isEffusion ? 'pleural_effusion' : 'consolidation',
    xMm: randomBetween(random, -0.5, 0.5) * half,
    halfWidthMm: (isEffusion ? randomBetween(random, 0.5, 1.6) : randomBetween(random, 0.2, 0.7)) * half,
    thicknessMm: isEffusion ? randomBetween(random, 9, 55) : randomBetween(random, 7, 38),
    raggedMm: isEffusion ? randomBetween(random, 0.3, 1.5) : randomBetween(random, 1.5, 5),
    levelDb: isEffusion ? randomBetween(random, -42, -26) : randomBetween(random, -9, 0),
    swing: 0,
  };
}

function streaksDraw(random: Random, wall: ChestWall, probe: Probe, isGame: boolean): Streak[] {
  const count = isGame ? Math.floor(randomBetween(random, 0, 3)) : Math.floor(randomBetween(random, 0, 14));
  const half = halfView(probe, wall.pleuralDepthMm);
  return Array.from({ length: count }, () => ({
    xMm: randomBetween(random, -1.1, 1.1) * half,
    belowMm: randomBetween(random, 4, probe.depthMm * 0.7),
    lengthMm: randomBetween(random, 4, 22),
    slope: randomBetween(random, -0.45, 0.45),
    levelDb: randomBetween(random, -16, -2),
    isInLayer: false,
  }));
}

/** Draws what lies at and below the pleura. */
export function calmLungDraw(random: Random, request: PhantomRequest, wall: ChestWall, probe: Probe): Lung {
  const isGame = request.split === 'game';
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
  // An interstitial lung may keep A-lines between its B-lines; a dry one may show none.
  const aLines = isDry ? isGame || randomChance(random, 0.88) : randomChance(random, isGame ? 0.25 : 0.45);
  return {
    sliding: request.sliding ?? (isGame || randomChance(random, 0.9)),
    pleuraDb: isGame ? randomBetween(random, 17, 22) : randomBetween(random, 8, 23),
    pleuraUnevenDb: randomBetween(random, 0.5, isGame ? 2 : 5),
    pleuraTailMm: 0.8,
    aLineLossDb: aLines
      ? isGame
        ? randomBetween(random, 6, 9)
        : randomBetween(random, 5, 16)
      : randomBetween(random, 26, 40),
    aLineTilt: randomBetween(random, isGame ? 0.2 : 0.1, 0.32),
    aLineUnevenDb: randomBetween(random, 1, isGame ? 2.5 : 8),
    hazeDb: isGame
      ? isDry
        ? randomBetween(random, -12, -7)
        : randomBetween(random, -16, -11)
      : randomBetween(random, -22, isDry ? 1 : -4),
    hazeLossDbMm: isGame ? randomBetween(random, 0.06, 0.12) : randomBetween(random, 0, 0.24),
    hazeUnevenDb: randomBetween(random, 0.5, isGame ? 1 : 2.5),
    mirrorDb: randomBetween(random, -26, -8),
    bLines: bLinesDraw(random, shown, request, wall, probe),
    streaks: streaksDraw(random, wall, probe, isGame),
    eLines: [],
    layer: layerDraw(random, shown, wall, probe),
    organ: null,
  };
}
