import { FINDING_INDEX, type MarkableFinding } from '../../domain/findings/finding.ts';
import type { Mask } from '../../domain/frame/frame.ts';

/** What a network can be made to propose: all that is there, or that with one named error. */
export const PROPOSALS = [
  'right',
  'shadow_effusion',
  'a_line_pleura',
  'confluence_missed',
  'tissue_fluid',
] as const;
export type Proposal = (typeof PROPOSALS)[number];

const { rib, pleural_line, pleural_effusion } = FINDING_INDEX;

function replaced(mask: Mask, from: MarkableFinding, to: number): Mask {
  const value = FINDING_INDEX[from];
  return { ...mask, classes: mask.classes.map((one) => (one === value ? to : one)) };
}

/** Paints what lies behind each rib, seen from the probe, down to the bottom, as fluid. */
function shadowsFilled(mask: Mask): Mask {
  const { width, height, sector } = mask;
  const classes = mask.classes.slice();
  const { x, y } = sector.originPx;
  const radiusPx = sector.kind === 'convex' ? sector.radiusMm / sector.mmPerPx : Number.POSITIVE_INFINITY;
  const depthPx = sector.depthMm / sector.mmPerPx;
  for (let at = 0; at < classes.length; at++) {
    if (mask.classes[at] !== rib) continue;
    const px = { x: at % width, y: Math.floor(at / width) };
    // From the middle of the probe's curve outwards; straight down under a flat one.
    const isFlat = radiusPx === Number.POSITIVE_INFINITY;
    const way = isFlat ? { x: 0, y: 1 } : { x: px.x - x, y: px.y - (y - radiusPx) };
    const length = Math.hypot(way.x, way.y);
    const depth = isFlat ? px.y - y : length - radiusPx;
    for (let further = 1; depth + further < depthPx; further++) {
      const column = Math.round(px.x + (way.x / length) * further);
      const row = Math.round(px.y + (way.y / length) * further);
      if (column < 0 || column >= width || row >= height) break;
      if (classes[row * width + column] === FINDING_INDEX.background) {
        classes[row * width + column] = pleural_effusion;
      }
    }
  }
  return { ...mask, classes };
}

/** The mask as a network that makes one error would propose it. */
export function proposalMask(truth: Mask, proposal: Proposal): Mask {
  switch (proposal) {
    case 'right':
      return truth;
    case 'shadow_effusion':
      return shadowsFilled(truth);
    case 'a_line_pleura':
      return replaced(replaced(truth, 'pleural_line', 0), 'a_line', pleural_line);
    case 'confluence_missed':
      return replaced(truth, 'b_line_confluence', 0);
    case 'tissue_fluid':
      return replaced(truth, 'consolidation', pleural_effusion);
  }
}
