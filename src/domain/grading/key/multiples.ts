import { beamRasterOf } from '../../geometry/beam-raster.ts';
import type { Key } from '../grade.ts';
import { A_LINE_OFF_MM, multipleAt } from './a-lines.ts';
import { pleuraAt, pleuraProfile } from './pleura.ts';
import { windowAt } from './window.ts';

/** Depth of the key's pleural line on a scan line, mm along it; null where the key has none in the image. */
export function pleuraOfKey(key: Key): (lateral: number) => number | null {
  const profile = pleuraProfile(
    key.findings.filter(({ finding }) => finding === 'pleural_line'),
    key.mask,
  );
  return (lateral) => {
    const { from, to } = key.windows[windowAt(key.windows, lateral)]!;
    return pleuraAt(profile, lateral, from, to) ?? pleuraAt(profile, lateral);
  };
}

/** Scan-line bins in which the pleural line's depth is looked up. */
const BINS = 256;

/**
 * Adds to `neutral` (1 or 0 per pixel) where a further A-line may be: at whole multiples of the pleural line's depth, in
 * windows where A-lines are seen. Echoes go on below the last that is labelled, and keen eyes see more of them.
 */
export function multiplesNeutral(key: Key, neutral: Uint8Array): void {
  const seen = new Set(
    key.findings.filter(({ finding }) => finding === 'a_line').map(({ window }) => window),
  );
  if (seen.size === 0) return;
  const { lateral, depthMm } = beamRasterOf(key.mask.sector, key.mask.width, key.mask.height);
  const pleuraMm = pleuraOfKey(key);
  const byBin = Array.from({ length: BINS }, (_, bin) => {
    const middle = ((bin + 0.5) / BINS) * 2 - 1;
    return seen.has(windowAt(key.windows, middle)) ? pleuraMm(middle) : null;
  });
  for (let at = 0; at < neutral.length; at++) {
    if (Math.abs(lateral[at]!) >= 1) continue;
    const pleura = byBin[Math.floor(((lateral[at]! + 1) / 2) * BINS)]!;
    if (pleura === null || depthMm[at]! < pleura) continue;
    const place = multipleAt(depthMm[at]!, pleura);
    if (place !== null && Math.abs(place.offMm) <= A_LINE_OFF_MM) neutral[at] = 1;
  }
}
