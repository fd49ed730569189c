import { powerFromDb, sin } from '../../domain/numbers/portable-math.ts';
import type { RingMaps } from './echo-buffers.ts';
import { acrossPower, type RingSource, spreadAt } from './ring-down.ts';
import type { LineRun } from './run.ts';
import type { Scene } from './scene.ts';

/** Where in its bands a B-line is, radians; uneven ones follow each other at 0.4 to 1.6 of their mean spacing. */
function bandPhase({ bandMm, hasUnevenBands, phase }: RingSource, belowMm: number): number {
  const even = (6.283185307179586 * belowMm) / bandMm;
  return hasUnevenBands ? even + 2 * sin(0.31 * even + phase) : even;
}

/**
 * Writes the power of the rings on the scan lines of `range`. Power per sample of depth falls by its source's loss; it
 * starts at the lung's surface of each scan line.
 */
export function ringMapsFill({ grid, lines, rings, timeS }: Scene, range: LineRun, maps: RingMaps): void {
  if (rings.length === 0) return;
  const { flat, banded } = maps;
  flat.fill(0, range.from * grid.samples, (range.to + 1) * grid.samples);
  banded.fill(0, range.from * grid.samples, (range.to + 1) * grid.samples);
  for (const ring of rings) {
    const { source } = ring;
    const reach = ring.sigma * (source.flatness === 2 ? 3.2 : 2.2) * 1.25;
    const aside = 1.25 * reach + Math.abs(ring.drift) * grid.samples;
    if (ring.line + aside < range.from || ring.line - aside > range.to) continue;
    const flicker = 0.8 * sin(timeS * 3.1 + source.phase);
    for (let k = Math.max(0, Math.floor(ring.from) - 20); k < ring.to; k++) {
      const below = (k - ring.from) * grid.stepMm;
      const fade = Math.min(1, (ring.to - k) / source.endFade);
      const level = source.levelDb + flicker - source.lossDbMm * below;
      const power = powerFromDb(level) * fade;
      const band = powerFromDb(source.bandDb * sin(bandPhase(source, below)));
      const middle = ring.line + ring.drift * (k - ring.from);
      const spread = spreadAt(ring, k, grid.samples);
      const low = Math.max(range.from, Math.ceil(middle - reach * spread));
      const high = Math.min(range.to, Math.floor(middle + reach * spread));
      for (let line = low; line <= high; line++) {
        if (k * grid.stepMm < lines.lungMm[line]!) continue;
        const added = power * acrossPower(ring, (line - middle) / spread);
        const at = line * grid.samples + k;
        flat[at] = flat[at]! + added;
        banded[at] = banded[at]! + added * band;
      }
    }
  }
}
