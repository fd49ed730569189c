import { MARKABLE_FINDINGS, type MarkableFinding } from '../findings/finding.ts';
import { classComponents, SPECK_MM2 } from '../frame/components.ts';
import type { Mask } from '../frame/frame.ts';
import { pixelMm } from '../frame/mask.ts';
import { arcMm } from '../geometry/arc.ts';
import { beamFromMm, mmFromBeam } from '../geometry/sector.ts';
import { beamFit } from '../marks/beam-fit.ts';
import type { LineMark } from '../marks/mark.ts';
import { regionTrace } from '../marks/region-trace.ts';
import type { KeySuggestion } from './key-suggestion.ts';

/** A line's points lie so far apart, mm: what a hand would draw, without the steps of the pixels. */
const LINE_STEP_MM = 3;

/**
 * A network's labels of an image as the marks that a teacher would draw for them: a line along each piece of pleura and each
 * A-line, a beam for each B-line, an outline for each of the others. Specks are left out.
 */
export function labelMarks(mask: Mask): KeySuggestion['marks'] {
  const speckPx = SPECK_MM2 / mask.sector.mmPerPx ** 2;
  return MARKABLE_FINDINGS.flatMap((finding) =>
    classComponents(mask, finding)
      .filter(({ length }) => length >= speckPx)
      .flatMap((pixels, i) => markOf(finding, `label-${finding}-${i + 1}`, pixels, mask)),
  );
}

function markOf(
  finding: MarkableFinding,
  id: string,
  pixels: Int32Array,
  mask: Mask,
): KeySuggestion['marks'] {
  switch (finding) {
    case 'pleural_line':
    case 'a_line': {
      const line = lineFit(pixels, mask);
      return line === null ? [] : [{ ...line, id, finding }];
    }
    case 'b_line': {
      const beam = beamFit(pixels, mask);
      return beam === null ? [] : [{ ...beam, id }];
    }
    default: {
      const region = regionTrace(pixels, mask);
      return region === null ? [] : [{ ...region, id, finding }];
    }
  }
}

/**
 * A line through the middle of a band across the scan lines, as thick as the band is on average; null where the band is
 * shorter than two steps.
 */
function lineFit(pixels: Int32Array, mask: Mask): Omit<LineMark, 'id' | 'finding'> | null {
  const { sector } = mask;
  const beams = Array.from(pixels, (at) => beamFromMm(sector, pixelMm(mask, at)));
  const laterals = beams.map(({ lateral }) => lateral);
  const from = Math.min(...laterals);
  const to = Math.max(...laterals);
  const meanMm = beams.reduce((sum, { depthMm }) => sum + depthMm, 0) / beams.length;
  const longMm = arcMm(sector, to - from, meanMm) + sector.mmPerPx;
  const steps = Math.floor(longMm / LINE_STEP_MM);
  if (steps < 2) return null;
  const bins = Array.from({ length: steps }, () => ({ sum: 0, count: 0 }));
  for (const { lateral, depthMm } of beams) {
    const bin = bins[Math.min(steps - 1, Math.floor(((lateral - from) / (to - from)) * steps))]!;
    bin.sum += depthMm;
    bin.count += 1;
  }
  const middles = bins.flatMap(({ sum, count }, i) =>
    count === 0 ? [] : [{ lateral: from + ((i + 0.5) / steps) * (to - from), depthMm: sum / count }],
  );
  const widthMm = (pixels.length * sector.mmPerPx ** 2) / longMm;
  const ends = [{ ...middles[0]!, lateral: from }, ...middles, { ...middles.at(-1)!, lateral: to }];
  // The stroke's tip is round: it reaches beyond the last point by half its width.
  const tip = widthMm / 2 / arcMm(sector, 1, meanMm);
  const points = ends.map(({ lateral, depthMm }) =>
    mmFromBeam(sector, { lateral: Math.max(from + tip, Math.min(lateral, to - tip)), depthMm }),
  );
  return { kind: 'line', points, widthMm: Math.max(widthMm, sector.mmPerPx) };
}
