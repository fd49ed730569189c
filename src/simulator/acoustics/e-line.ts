import { exp, powerFromDb } from '../../domain/numbers/portable-math.ts';
import type { Anatomy, LineAnatomy, Moment } from '../exam/anatomy.ts';
import type { ELine } from '../exam/exam.ts';
import { gridArc, gridLineAt } from './grid.ts';

/** The scan lines that an E-line lies on, and its share of power on each; it stays with the chest wall. */
interface ELineReach {
  readonly from: number;
  readonly to: number;
  readonly acrossOf: (line: number) => number;
}

function eLineReach({ grid }: Anatomy, moment: Moment, source: ELine): ELineReach {
  const arc = gridArc(grid, source.fromMm);
  const middle = gridLineAt(grid, (source.xMm + moment.wallMm) / arc);
  const sigma = Math.max(0.7, source.halfWidthMm / (arc * grid.placeStep));
  return {
    from: Math.max(0, Math.ceil(middle - 3 * sigma)),
    to: Math.min(grid.lines - 1, Math.floor(middle + 3 * sigma)),
    acrossOf: (line) => {
      const off = (line - middle) / sigma;
      return exp(-0.5 * off * off);
    },
  };
}

/** Writes the power of all E-lines (line-major, `lines * samples`). */
export function eLinesFill(anatomy: Anatomy, moment: Moment, out: Float32Array): void {
  const { exam, grid } = anatomy;
  out.fill(0);
  for (const source of exam.lung.eLines) {
    const reach = eLineReach(anatomy, moment, source);
    const from = Math.max(0, Math.ceil(source.fromMm / grid.stepMm));
    for (let line = reach.from; line <= reach.to; line++) {
      const across = reach.acrossOf(line);
      for (let k = from; k < grid.samples; k++) {
        const below = (k - from) * grid.stepMm;
        const at = line * grid.samples + k;
        out[at] = out[at]! + across * powerFromDb(source.levelDb - source.lossDbMm * below);
      }
    }
  }
}

/** Gas in the wall sends nearly all sound back: what lies under it is heard as much less as it rings louder. */
export function eLinesShade(anatomy: Anatomy, moment: Moment, out: LineAnatomy): void {
  out.gasPasses.fill(1);
  out.gasFromMm.fill(Number.POSITIVE_INFINITY);
  for (const source of anatomy.exam.lung.eLines) {
    const { from, to, acrossOf } = eLineReach(anatomy, moment, source);
    for (let line = from; line <= to; line++) {
      const passes = 1 / (1 + 2 * acrossOf(line) * powerFromDb(source.levelDb));
      out.gasPasses[line] = out.gasPasses[line]! * passes;
      out.gasFromMm[line] = Math.min(out.gasFromMm[line]!, source.fromMm);
    }
  }
}
