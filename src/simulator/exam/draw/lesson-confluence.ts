import { type Random, randomBell, randomBetween } from '../../../domain/numbers/random.ts';
import type { Probe } from '../../acoustics/probe.ts';
import { edgeReach } from '../../acoustics/ring-down.ts';
import type { BLine, ChestWall } from '../exam.ts';
import { mainWindow, pleuraPlaceDraw } from './view.ts';

/** How many B-lines merge, at least and at most. */
const ORIGINS = { least: 4, most: 7 } as const;

/**
 * Origins lie this many half widths (SD) apart. Between two equal B-lines the power falls by 3 to 4 dB under the
 * pleura, so that each origin can be told, and by 1 to 2 dB at the bottom, where they are wider: no gap is left.
 */
const APART_SD = { least: 3.3, most: 3.65 } as const;

/** Width of normal lung beside a confluence before the next B-line, mm. */
const CLEAR_MM = 7;

/** Half of what a B-line takes of the lung's surface, mm. */
function reachMm({ halfWidthMm, flatness }: BLine): number {
  return halfWidthMm * edgeReach(flatness);
}

/** Merged B-lines in the middle window: several, each as wide as one alone, of uneven brightness, with no gap. */
function mergedDraw(random: Random, wall: ChestWall, probe: Probe, one: (xMm: number) => BLine): BLine[] {
  const window = mainWindow(wall, probe);
  const widthMm = window.toMm - window.fromMm;
  const halfWidthMm = randomBetween(random, 0.9, 1.25);
  const stepMm = halfWidthMm * randomBetween(random, APART_SD.least, APART_SD.most);
  // Some of the window stays normal, for comparison, where it is wide enough for that.
  const fit = Math.floor((randomBetween(random, 0.55, 0.85) * widthMm) / stepMm);
  const count = Math.min(ORIGINS.most, Math.max(ORIGINS.least, fit));
  const spanMm = (count - 1) * stepMm;
  const room = Math.max(0, widthMm / 2 - spanMm / 2 - 2 * halfWidthMm);
  const middle = (window.fromMm + window.toMm) / 2 + room * randomBetween(random, -0.8, 0.8);
  const tiltRad = 0.01 * randomBell(random);
  const levelDb = randomBetween(random, 3.5, 6);
  return Array.from({ length: count }, (_, i) => ({
    ...one(middle + (i - (count - 1) / 2) * stepMm),
    halfWidthMm,
    flatness: 2,
    levelDb: levelDb + randomBetween(random, -1.6, 1.6),
    lossDbMm: randomBetween(random, 0, 0.02),
    tiltRad: tiltRad + 0.003 * randomBell(random),
    bandDb: randomBetween(random, 0, 0.8),
    end: 1.05,
    endFade: 14,
  }));
}

/**
 * Rings of the game's images where a confluence is asked for: merged B-lines, never a single wide one, and up to `separate`
 * B-lines with a clear gap of normal lung beside it, as many as find a place.
 * @param one a B-line of its own at a place of the pleura
 */
export function lessonConfluenceDraw(
  random: Random,
  wall: ChestWall,
  probe: Probe,
  separate: number,
  one: (xMm: number) => BLine,
): BLine[] {
  const lines = mergedDraw(random, wall, probe, one);
  const merged = lines.length;
  for (let attempt = 0; attempt < 60 && lines.length < merged + separate; attempt++) {
    const next = one(pleuraPlaceDraw(random, wall, probe, 0.9));
    const isClear = lines.every(
      (line) => Math.abs(line.xMm - next.xMm) >= reachMm(line) + reachMm(next) + CLEAR_MM,
    );
    if (isClear) lines.push(next);
  }
  return lines;
}
