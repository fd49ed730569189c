import type { MarkableFinding } from '../../domain/findings/finding.ts';
import type { MmPoint } from '../../domain/geometry/point.ts';
import { beamFromMm, mmFromBeam, type Sector } from '../../domain/geometry/sector.ts';
import type { BeamMark, LineMark, Mark, RegionMark } from '../../domain/marks/mark.ts';
import { marksShift } from '../../domain/marks/mark-shift.ts';
import { exp } from '../../domain/numbers/portable-math.ts';
import { type Random, randomBell, randomBetween, randomChance } from '../../domain/numbers/random.ts';

/** How someone of a level errs. Probabilities are per finding of the frame. */
export interface TraineeLevel {
  readonly name: string;
  /** Probability of not seeing a finding. */
  readonly missed: number;
  /** Probability of taking it for another class. */
  readonly mistaken: number;
  /** Most findings that they see where there is none, each with half a chance. */
  readonly imagined: number;
  /** Standard deviation of a mark's place, mm in each direction. */
  readonly shiftMm: number;
  /** Standard deviation of the logarithm of its width (line, beam) or size (region). */
  readonly width: number;
  /** Most of a line or beam that is left out at either end, share of its length. */
  readonly cut: number;
}

/**
 * Five levels, named after the stages of Dreyfus and Dreyfus (1980). Their errors are chosen to spread the scores
 * from about 20 to about 90 of 100; they are no measurement of people.
 */
export const TRAINEE_LEVELS: readonly TraineeLevel[] = [
  { name: 'novice', missed: 0.5, mistaken: 0.25, imagined: 4, shiftMm: 4, width: 0.6, cut: 0.4 },
  {
    name: 'advanced beginner',
    missed: 0.35,
    mistaken: 0.15,
    imagined: 2,
    shiftMm: 2.5,
    width: 0.45,
    cut: 0.3,
  },
  { name: 'competent', missed: 0.2, mistaken: 0.08, imagined: 1, shiftMm: 1.5, width: 0.3, cut: 0.2 },
  { name: 'proficient', missed: 0.1, mistaken: 0.03, imagined: 0, shiftMm: 0.8, width: 0.2, cut: 0.1 },
  { name: 'expert', missed: 0.03, mistaken: 0, imagined: 0, shiftMm: 0.4, width: 0.1, cut: 0.04 },
];

type DrawnMark = LineMark | BeamMark | RegionMark;

/** The class that each class is mistaken for. */
const TAKEN_FOR: Readonly<Record<MarkableFinding, MarkableFinding>> = {
  rib: 'pleural_line',
  pleural_line: 'a_line',
  a_line: 'pleural_line',
  b_line: 'b_line_confluence',
  b_line_confluence: 'b_line',
  pleural_effusion: 'consolidation',
  consolidation: 'pleural_effusion',
};

/** Marks by a trainee of a level where `perfect` (lines, beams and regions) would be right. */
export function traineeMarks(
  random: Random,
  level: TraineeLevel,
  perfect: readonly Mark[],
  sector: Sector,
): readonly Mark[] {
  const seen = perfect.flatMap((mark) => {
    if (mark.kind === 'brush' || mark.kind === 'eraser' || randomChance(random, level.missed)) return [];
    return marksShift(
      [markMisdraw(random, level, mark, sector)],
      sector,
      level.shiftMm * randomBell(random),
      level.shiftMm * randomBell(random),
    );
  });
  const imagined = Array.from({ length: level.imagined }, (_, place) => ({
    isDrawn: randomChance(random, 0.5),
    mark: markImagine(random, `imagined-${place + 1}`, sector),
  }));
  return [...seen, ...imagined.filter(({ isDrawn }) => isDrawn).map(({ mark }) => mark)];
}

function markMisdraw(random: Random, level: TraineeLevel, mark: DrawnMark, sector: Sector): DrawnMark {
  const finding = randomChance(random, level.mistaken) ? TAKEN_FOR[mark.finding] : mark.finding;
  const factor = exp(level.width * randomBell(random));
  const [before, after] = [level.cut * random.next(), level.cut * random.next()];
  switch (mark.kind) {
    case 'line':
      return {
        ...mark,
        finding,
        widthMm: mark.widthMm * factor,
        points: pathCut(mark.points, before, after),
      };
    case 'beam': {
      const fromMm = beamFromMm(sector, mark.origin).depthMm;
      const endDepthMm = mark.endDepthMm - after * (mark.endDepthMm - fromMm);
      return { ...mark, finding, widthMm: mark.widthMm * factor, endDepthMm };
    }
    case 'region':
      return { ...mark, finding, points: outlineScale(mark.points, factor) };
  }
}

/** The path without so much of its points at either end; at least two are left. */
function pathCut(points: readonly MmPoint[], before: number, after: number): readonly MmPoint[] {
  const from = Math.floor(before * points.length);
  const until = Math.max(from + 2, points.length - Math.floor(after * points.length));
  return points.slice(from, until);
}

/** The outline about the mean of its corners, larger or smaller. */
function outlineScale(points: readonly MmPoint[], factor: number): readonly MmPoint[] {
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  return points.map((point) => ({ x: x + (point.x - x) * factor, y: y + (point.y - y) * factor }));
}

/** A finding where none is: most often an A-line or a B-line, now and then a pleural line or an area. */
function markImagine(random: Random, id: string, sector: Sector): DrawnMark {
  const kind = random.next();
  const lateral = randomBetween(random, -0.8, 0.8);
  const depthMm = randomBetween(random, 0.15, 0.85) * sector.depthMm;
  const span = randomBetween(random, 0.15, 0.6);
  const at = (sideways: number, deeperMm: number): MmPoint =>
    mmFromBeam(sector, {
      lateral: Math.min(1, Math.max(-1, lateral + sideways)),
      depthMm: depthMm + deeperMm,
    });
  const across = [-1, -0.5, 0, 0.5, 1].map((share) => at((share * span) / 2, 0));
  if (kind < 0.35) return { id, kind: 'line', finding: 'a_line', points: across, widthMm: 2 };
  if (kind < 0.5) return { id, kind: 'line', finding: 'pleural_line', points: across, widthMm: 2 };
  if (kind < 0.85) {
    const origin = mmFromBeam(sector, { lateral, depthMm: 0.25 * sector.depthMm });
    return { id, kind: 'beam', finding: 'b_line', origin, widthMm: 3, endDepthMm: sector.depthMm };
  }
  const half = 0.08 * sector.depthMm;
  const finding = kind < 0.93 ? 'consolidation' : 'pleural_effusion';
  const points = [at(-span / 2, -half), at(span / 2, -half), at(span / 2, half), at(-span / 2, half)];
  return { id, kind: 'region', finding, points };
}
