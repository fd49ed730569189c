import type { Mask } from '../../frame/frame.ts';
import { instancesFind } from '../instances.ts';
import { anatomyRead } from './anatomy.ts';
import { beamsGroup, ROOT_MM } from './b-lines.ts';
import { pleuraAt } from './pleura.ts';
import { windowAt } from './window.ts';

/**
 * How many of a mask's B-lines and confluences, pieces below one another on the same scan lines together, begin farther than ROOT_MM below the pleural
 * line of their window (of the image where their window shows none); those of a mask without one are not counted.
 */
export function rootlessCount(mask: Mask): number {
  const { pleura, windows } = anatomyRead(mask);
  const beams = (['b_line', 'b_line_confluence'] as const).flatMap((finding) => instancesFind(mask, finding));
  return beamsGroup(beams).filter((pieces) => {
    const { origin, depthFromMm } = pieces.reduce((top, piece) =>
      piece.depthFromMm < top.depthFromMm ? piece : top,
    );
    const { from, to } = windows[windowAt(windows, origin.lateral)]!;
    const pleuraMm = pleuraAt(pleura, origin.lateral, from, to) ?? pleuraAt(pleura, origin.lateral);
    return pleuraMm !== null && depthFromMm - pleuraMm > ROOT_MM;
  }).length;
}
