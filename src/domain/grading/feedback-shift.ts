import type { Mask } from '../frame/frame.ts';
import { arcMm } from '../geometry/arc.ts';
import { assignmentFind } from './assignment.ts';
import { type Breadths, breadthsCompare, isBeside } from './breadth.ts';
import type { FeedbackFact, FeedbackPart } from './feedback-fact.ts';
import type { KeyFinding } from './grade.ts';
import type { Instance } from './instances.ts';
import { type Offset, offsetOf, RUNS } from './offset.ts';

/** A mark runs beside a finding that is missed at no one side where it has so much of its way in common with it. */
const COMMON = 0.5;

/**
 * So many times as far as on the whole may a mark be off where it starts: one that is farther off there comes back to the
 * line below, and would leave it if it were moved.
 */
const START_MOST = 1.5;

/** Whether a mark lies on a finding or within so many mm beside it. */
export function instanceIsNear(mark: Instance, line: Instance, { sector }: Mask, withinMm: number): boolean {
  const apart = Math.max(mark.lateralFrom, line.lateralFrom) - Math.min(mark.lateralTo, line.lateralTo);
  const deeper = Math.max(mark.depthFromMm, line.depthFromMm) - Math.min(mark.depthToMm, line.depthToMm);
  return arcMm(sector, apart, line.mean.depthMm) <= withinMm && deeper <= withinMm;
}

/** A mark that covers a finding in part, since it lies beside it: neither of the two says that the other is too broad. */
interface Shift {
  readonly line: KeyFinding;
  readonly mark: Instance;
  readonly offset: Offset;
}

/**
 * Found lines and the marks on them of which a part is missed, extra or both for the mark's place rather than for its
 * size; each line and each mark once.
 */
export function shiftsFind(
  lines: readonly KeyFinding[],
  onLines: readonly FeedbackFact[],
  marks: readonly Instance[],
  spills: readonly (FeedbackFact | null)[],
  mask: Mask,
  toleranceMm: number,
): readonly Shift[] {
  const offsets = lines.map((line, row) =>
    marks.map((mark, column) =>
      instanceIsNear(mark, line, mask, toleranceMm)
        ? shiftOf(line, onLines[row]!, mark, spills[column] ?? null, mask, toleranceMm)
        : null,
    ),
  );
  const costs = offsets.map((row) =>
    row.map((offset) =>
      offset === null ? Number.POSITIVE_INFINITY : Math.hypot(offset.deeperMm, offset.rightMm),
    ),
  );
  return assignmentFind(costs).map(({ row, column }) => ({
    line: lines[row]!,
    mark: marks[column]!,
    offset: offsets[row]![column]!,
  }));
}

/** How a mark should move where its place is what is wrong; null where it is not. */
function shiftOf(
  line: KeyFinding,
  onLine: FeedbackFact,
  mark: Instance,
  spill: FeedbackFact | null,
  mask: Mask,
  toleranceMm: number,
): Offset | null {
  const runs = RUNS[line.finding];
  if (runs === 'area') {
    if (onLine.code !== 'partly_missed' || spill?.code !== 'spills') return null;
    const offset = offsetOf(mark, line, mask);
    const off = partOff(offset);
    if (onLine.part === null && spill.part === null) return null;
    // One of the two sides may be too unclear to be named; neither may be another.
    const isOpposite = (onLine.part ?? off) === off && (spill.part ?? OPPOSITE[off]) === OPPOSITE[off];
    return isOpposite && Math.hypot(offset.deeperMm, offset.rightMm) > toleranceMm ? offset : null;
  }
  const isSide = isAcross(onLine, runs) || (spill !== null && isAcross(spill, runs));
  const isScattered = runs === 'across' && isSomewhere(onLine) && spill !== null && isSomewhere(spill);
  if (!isSide && !isScattered) return null;
  const breadths = breadthsCompare(mark.pixels, line.pixels, runs, mask);
  if (breadths === null) return null;
  // A bent line may be missed here and there, and at no side, by a mark that runs beside it all along.
  if (!isSide && (breadths.common < COMMON || breadths.unevenMm > toleranceMm)) return null;
  // Where the one is whole, the other's breadth alone says enough, provided that it is so.
  if (onLine.code === 'found' && breadths.markMm > breadths.findingMm) return null;
  if (spill === null && breadths.markMm < breadths.findingMm) return null;
  if (!isBeside(breadths, toleranceMm)) return null;
  if (runs === 'across') return { deeperMm: breadths.offMm, rightMm: 0 };
  // Scan lines part with the depth: told is how far it is where both start, which is what the count goes by.
  const offset = offsetOf(mark, line, mask);
  const share = offset.rightMm / breadths.offMm;
  return share > 0 && share <= START_MOST ? offset : null;
}

/** "Too narrow" stands only where no mark on the line is as broad as it is; else a part of it is missed. */
export function narrowHold(
  fact: FeedbackFact,
  line: KeyFinding,
  marks: readonly Instance[],
  mask: Mask,
  toleranceMm: number,
): FeedbackFact {
  if (fact.code !== 'too_narrow') return fact;
  const isBroad = breadthsOn(line, marks, mask, toleranceMm).some(
    ({ markMm, findingMm }) => markMm >= findingMm,
  );
  return isBroad ? { ...fact, code: 'partly_missed', part: null } : fact;
}

/** "Too broad" stands only where no line below the mark is as broad as it is; else the mark goes too far. */
export function broadHold(
  fact: FeedbackFact,
  mark: Instance,
  lines: readonly KeyFinding[],
  mask: Mask,
  toleranceMm: number,
): FeedbackFact {
  if (fact.code !== 'too_broad') return fact;
  const isNarrow = lines
    .flatMap((line) => breadthsOn(line, [mark], mask, toleranceMm))
    .some(({ markMm, findingMm }) => markMm <= findingMm);
  return isNarrow ? { ...fact, code: 'spills', part: null } : fact;
}

function breadthsOn(
  line: KeyFinding,
  marks: readonly Instance[],
  mask: Mask,
  toleranceMm: number,
): readonly Breadths[] {
  const runs = RUNS[line.finding];
  if (runs === 'area') return [];
  return marks
    .filter((mark) => instanceIsNear(mark, line, mask, toleranceMm))
    .flatMap((mark) => breadthsCompare(mark.pixels, line.pixels, runs, mask) ?? []);
}

/** The side of a finding that a mark which is off so leaves out. */
function partOff({ deeperMm, rightMm }: Offset): FeedbackPart {
  if (Math.abs(deeperMm) >= Math.abs(rightMm)) return deeperMm < 0 ? 'upper' : 'lower';
  return rightMm < 0 ? 'left' : 'right';
}

const OPPOSITE = { left: 'right', right: 'left', upper: 'lower', lower: 'upper' } as const;

/** Whether a fact says that something is missed or extra, and not where. */
function isSomewhere(fact: FeedbackFact): boolean {
  return (fact.code === 'partly_missed' || fact.code === 'spills') && fact.part === null;
}

/** Whether a fact says that something is missed or extra at a side, rather than at an end. */
function isAcross(fact: FeedbackFact, runs: 'along' | 'across'): boolean {
  if (fact.code === 'too_narrow' || fact.code === 'too_broad') return true;
  if (fact.code !== 'partly_missed' && fact.code !== 'spills') return false;
  const sides = runs === 'along' ? ['left', 'right'] : ['upper', 'lower'];
  return fact.part !== null && sides.includes(fact.part);
}
