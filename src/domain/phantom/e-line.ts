import { exp, powerFromDb } from '../geometry/portable-math.ts';
import type { Anatomy, Moment } from './anatomy.ts';
import { gridArc, gridLineAt } from './grid.ts';

/** Writes the power of all E-lines (line-major, `lines * samples`); they stay with the chest wall. */
export function eLinesFill(anatomy: Anatomy, moment: Moment, out: Float32Array): void {
  const { exam, grid } = anatomy;
  out.fill(0);
  for (const source of exam.lung.eLines) {
    const arc = gridArc(grid, source.fromMm);
    const middle = gridLineAt(grid, (source.xMm + moment.wallMm) / arc);
    const sigma = Math.max(0.7, source.halfWidthMm / (arc * grid.placeStep));
    const low = Math.max(0, Math.ceil(middle - 3 * sigma));
    const high = Math.min(grid.lines - 1, Math.floor(middle + 3 * sigma));
    const from = Math.max(0, Math.ceil(source.fromMm / grid.stepMm));
    for (let line = low; line <= high; line++) {
      const off = (line - middle) / sigma;
      const across = exp(-0.5 * off * off);
      for (let k = from; k < grid.samples; k++) {
        const below = (k - from) * grid.stepMm;
        const at = line * grid.samples + k;
        out[at] = out[at]! + across * powerFromDb(source.levelDb - source.lossDbMm * below);
      }
    }
  }
}
