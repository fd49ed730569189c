import { FINDING_INDEX } from '../findings/finding.ts';
import type { BLineTruth, Mask, Truth } from '../frame/frame.ts';
import { pixelMm } from '../frame/mask.ts';
import { arcMm } from '../geometry/arc.ts';
import { beamFromMm, mmFromBeam } from '../geometry/sector.ts';
import type { BeamMark } from './mark.ts';

/** A beam mark for each single B-line of the truth, with the middle, width and ends that its pixels in the mask have. */
export function beamMarksFit(truth: Truth, mask: Mask): readonly BeamMark[] {
  const single = truth.bLines.filter((line) => !line.confluent);
  const pixels = pixelsByBLine(single, mask);
  return single.flatMap((_, i) => {
    const mark = beamFit(pixels[i]!, mask);
    return mark === null ? [] : [{ ...mark, id: `truth-b_line-${i + 1}` }];
  });
}

/** The mask's B-line pixels, each given to the B-line with the nearest scan line. */
function pixelsByBLine(lines: readonly BLineTruth[], mask: Mask): readonly (readonly number[])[] {
  const pixels = lines.map((): number[] => []);
  mask.classes.forEach((value, at) => {
    if (value !== FINDING_INDEX.b_line || lines.length === 0) return;
    const { lateral } = beamFromMm(mask.sector, pixelMm(mask, at));
    let best = 0;
    lines.forEach((line, i) => {
      if (Math.abs(line.lateral - lateral) < Math.abs(lines[best]!.lateral - lateral)) best = i;
    });
    pixels[best]!.push(at);
  });
  return pixels;
}

/** The beam of some pixels of a B-line, with their middle, width and ends; null where there are none. */
export function beamFit(pixels: ArrayLike<number>, mask: Mask): Omit<BeamMark, 'id'> | null {
  if (pixels.length === 0) return null;
  const { sector } = mask;
  const beams = Array.from(pixels, (at) => beamFromMm(sector, pixelMm(mask, at)));
  const depths = beams.map((beam) => beam.depthMm).sort((a, b) => a - b);
  const from = depths[0]! - sector.mmPerPx / 2;
  const to = depths[depths.length - 1]! + sector.mmPerPx / 2;
  // A pixel's share of the scan lines is its area over its arc's radius: deeper pixels span less of the fan.
  let spanned = 0;
  let middle = 0;
  for (const beam of beams) {
    const share = sector.mmPerPx ** 2 / arcMm(sector, 1, beam.depthMm);
    spanned += share;
    middle += share * beam.lateral;
  }
  const lateral = middle / spanned;
  return {
    kind: 'beam',
    finding: 'b_line',
    origin: mmFromBeam(sector, { lateral, depthMm: from }),
    widthMm: (spanned / (to - from)) * arcMm(sector, 1, from),
    endDepthMm: to,
  };
}
