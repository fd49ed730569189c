import type { Mask } from '../../frame/frame.ts';
import { arcMm } from '../../geometry/arc.ts';
import type { Instance } from '../instances.ts';
import { type PleuraProfile, pleuraAt } from './pleura.ts';

/** Less wide than this along the face, a bright speck is no rib: what is seen of one at the image's side is wider. */
const RIB_NARROWEST_MM = 3;

/** The front of a rib may lie this much below the depth that the pleural line has beside it, as the chest wall slants. */
const RIB_BELOW_PLEURA_MM = 3;

/** The pieces that can be ribs: wide enough, and above the pleural line. */
export function ribsRead(
  pieces: readonly Instance[],
  mask: Mask,
  pleura: PleuraProfile,
): readonly Instance[] {
  return pieces.filter(({ lateralFrom, lateralTo, mean, depthFromMm }) => {
    if (arcMm(mask.sector, lateralTo - lateralFrom, mean.depthMm) < RIB_NARROWEST_MM) return false;
    const pleuraMm = pleuraAt(pleura, mean.lateral);
    return pleuraMm === null || depthFromMm <= pleuraMm + RIB_BELOW_PLEURA_MM;
  });
}
