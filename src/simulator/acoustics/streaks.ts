import { amplitudeFromDb } from '../../domain/numbers/portable-math.ts';
import type { EchoLine } from './echo-line.ts';
import { pulseAdd, pulseSigma } from './pulse.ts';
import type { Scene } from './scene.ts';

/** Streaks, as pulses on the scan lines that they cross. */
export function streaksAdd(scene: Scene, { line, re }: EchoLine): void {
  const { grid, lines } = scene;
  const sigma = pulseSigma(scene) * 1.2;
  const along = lines.alongLungMm[line]! + 0.7 * scene.displacement.lungMm;
  const thickness = lines.lungMm[line]! - lines.pleuraMm[line]!;
  for (const streak of scene.streaks) {
    const off = along - streak.xMm;
    if (off < 0 || off > streak.lengthMm) continue;
    if (streak.isInLayer && streak.belowMm + streak.slope * off > thickness - 1) continue;
    const depth = lines.pleuraMm[line]! + streak.belowMm + streak.slope * off;
    const fade = Math.min(1, off / 2, (streak.lengthMm - off) / 2);
    pulseAdd(re, depth / grid.stepMm, sigma, 0, fade * amplitudeFromDb(streak.levelDb));
  }
}
