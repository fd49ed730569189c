import { gridArc, gridLineAt } from '../acoustics/grid.ts';
import { driftPerSample, type RingDown } from '../acoustics/ring-down.ts';
import type { ExamAnatomy, LineAnatomy, Moment } from './anatomy.ts';

/** The B-lines and comet tails of an exam at one moment, as far as they reach into the image. */
export function ringDownsAt(anatomy: ExamAnatomy, lines: LineAnatomy, moment: Moment): RingDown[] {
  const { exam, grid } = anatomy;
  const arc = gridArc(grid, exam.wall.pleuralDepthMm);
  const rings: RingDown[] = [];
  for (const source of exam.lung.bLines) {
    const line = gridLineAt(grid, (source.xMm + moment.lungMm) / arc);
    const nearest = Math.floor(line + 0.5);
    if (nearest < -8 || nearest > grid.lines + 7) continue;
    const inside = Math.min(grid.lines - 1, Math.max(0, nearest));
    const from = lines.lungMm[inside]! / grid.stepMm;
    rings.push({
      source: { ...source, phase: source.xMm },
      line,
      from,
      to: Math.min(grid.samples, source.end * grid.samples),
      sigma: Math.max(0.7, source.halfWidthMm / (arc * grid.placeStep)),
      drift: driftPerSample(grid, source.tiltRad),
    });
  }
  return rings;
}
