import { powerFromDb } from '../geometry/portable-math.ts';
import type { Anatomy, LineAnatomy, Moment } from './anatomy.ts';
import { rippleAt } from './ripple.ts';

/** The front of an organ's layer on one scan line. */
interface OrganFront {
  readonly depthMm: number;
  readonly levelDb: number;
}

/** Share by which a full heartbeat thins the layers of a heart. */
const BEAT = 0.18;

/** Depths of the layers' fronts on a scan line, from the chest wall (or the fluid under it) down. */
function frontDepths(anatomy: Anatomy, lines: LineAnatomy, moment: Moment, line: number): number[] {
  const { organ } = anatomy.exam.lung;
  if (organ === null) return [];
  const along = lines.alongLungMm[line]! + (1 - organ.follows) * moment.lungMm;
  const inside = Math.max(0, organ.side * (along - organ.edgeMm));
  const beat = organ.kind === 'heart' ? 1 - BEAT * moment.beat : 1;
  let nominal = lines.lungMm[line]!;
  let depth = nominal;
  return organ.layers.map((layer, index) => {
    const own =
      index === 0
        ? 0
        : layer.slope * inside + layer.waveMm * rippleAt(anatomy.organWave, along + 400 + 61 * index);
    const front = Math.max(depth, nominal + own);
    depth = front;
    nominal += layer.thicknessMm * beat;
    return front;
  });
}

/** Writes the organ's power along one scan line, from the chest wall to the bottom; above it nothing is written. */
export function organLineFill(
  anatomy: Anatomy,
  lines: LineAnatomy,
  moment: Moment,
  line: number,
  out: Float32Array,
): void {
  const { organ } = anatomy.exam.lung;
  if (organ === null) return;
  const { stepMm, samples } = anatomy.grid;
  const fronts = frontDepths(anatomy, lines, moment, line);
  const surface = lines.lungMm[line]!;
  for (const [index, front] of fronts.entries()) {
    const from = Math.max(0, Math.floor(front / stepMm));
    const to = Math.min(samples, Math.floor((fronts[index + 1] ?? samples * stepMm) / stepMm));
    const { levelDb } = organ.layers[index]!;
    for (let k = from; k < to; k++) {
      out[k] = powerFromDb(levelDb - organ.lossDbMm * (k * stepMm - surface));
    }
  }
}

/** The echoes of the layers' fronts on one scan line, fainter with depth. */
export function organFrontsAt(
  anatomy: Anatomy,
  lines: LineAnatomy,
  moment: Moment,
  line: number,
): OrganFront[] {
  const { organ } = anatomy.exam.lung;
  if (organ === null) return [];
  const surface = lines.lungMm[line]!;
  return frontDepths(anatomy, lines, moment, line).map((depthMm, index) => ({
    depthMm,
    levelDb: organ.layers[index]!.frontDb - organ.lossDbMm * (depthMm - surface),
  }));
}
