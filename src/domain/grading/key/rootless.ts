import type { Mask } from '../../frame/frame.ts';
import { type Instance, instancesFind } from '../instances.ts';
import { anatomyOf } from './anatomy.ts';
import { beamsGroup, ROOT_MM } from './b-lines.ts';
import { pleuraAt } from './pleura.ts';
import { windowAt } from './window.ts';

/**
 * A mask's B-lines and confluences, pieces below one another on the same scan lines together, that begin farther than
 * ROOT_MM below the pleural line of their window (of the image where their window shows none); none of a mask without one.
 */
export function rootlessFind(mask: Mask): readonly (readonly Instance[])[] {
  const { pleura, windows } = anatomyOf(mask);
  const beams = (['b_line', 'b_line_confluence'] as const).flatMap((finding) => instancesFind(mask, finding));
  return beamsGroup(beams).filter((pieces) => {
    const { origin, depthFromMm } = pieces.reduce((top, piece) =>
      piece.depthFromMm < top.depthFromMm ? piece : top,
    );
    const { from, to } = windows[windowAt(windows, origin.lateral)]!;
    const pleuraMm = pleuraAt(pleura, origin.lateral, from, to) ?? pleuraAt(pleura, origin.lateral);
    return pleuraMm !== null && depthFromMm - pleuraMm > ROOT_MM;
  });
}

/** How many of these a mask has. */
export function rootlessCount(mask: Mask): number {
  return rootlessFind(mask).length;
}
