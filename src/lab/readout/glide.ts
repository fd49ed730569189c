import type { Frame, Mask } from '../../domain/frame/frame.ts';
import { arcMm } from '../../domain/geometry/arc.ts';
import { instancesFind } from '../../domain/grading/instances.ts';
import { blockMatch } from '../../domain/motion/block-match.ts';
import { motionImage } from '../../domain/motion/motion-image.ts';

/** Neighbourhoods that are followed lie so far below the pleural line, mm: what glides lies under it. */
const BELOW_MM = 3;
const HALF = { halfAcrossMm: 5, halfDepthMm: 4 };

/** From one to the next along the pleural line, in lateral units: some 3 mm. */
const APART = 0.12;

/** How far they are looked for, mm: lung glides by less than 3 mm from one image to the next but one. */
const REACH = { acrossMm: 3, depthMm: 1.5 };

/** A neighbourhood whose correlation is lower has not been found again. */
const PEAK_LEAST = 0.35;

/**
 * How fast what lies under the pleural line glides between two images, mm/s to the right: the median over neighbourhoods
 * along the pleural line. Null where none is found again.
 * @param mask of the image between the two
 */
export function glideMeasure(mask: Mask, before: Frame, after: Frame): number | null {
  const [from, to] = [motionImage(before), motionImage(after)];
  const shifts: number[] = [];
  for (const { lateralFrom, lateralTo, mean } of instancesFind(mask, 'pleural_line')) {
    for (let lateral = lateralFrom; lateral <= lateralTo; lateral += APART) {
      const middle = { lateral, depthMm: mean.depthMm + BELOW_MM };
      const found = blockMatch(from, to, { middle, ...HALF }, { lateral: 0, depthMm: 0 }, REACH);
      if (found === null || found.peak < PEAK_LEAST || found.isAtEdge) continue;
      shifts.push(arcMm(mask.sector, found.shift.lateral, mean.depthMm));
    }
  }
  if (shifts.length === 0) return null;
  shifts.sort((a, b) => a - b);
  return (shifts[shifts.length >> 1]! * 1000) / (after.timeMs - before.timeMs);
}
