import { MARKABLE_FINDINGS, type MarkableFinding } from '../../findings/finding.ts';
import { setGrow } from '../../frame/distance.ts';
import type { Mask } from '../../frame/frame.ts';
import { countMatch } from '../count.ts';
import type { Standing, StandingReason } from '../grade.ts';
import { instanceOf } from '../instances.ts';
import type { DrawnFinding, ExpertDrawing } from './expert-drawing.ts';
import { pixelsSet, pixelsShare } from './pixels.ts';

/** A finding of one expert or of both, and how marks are graded by it. */
export interface AgreedFinding extends DrawnFinding {
  readonly standing: Standing;
  readonly reason: StandingReason | null;
}

/** Two experts mean the same where so much of the smaller finding lies within the tolerance of the other. */
const SAME_SHARE = 0.25;

/**
 * What two experts say together. Where both drew a finding, it is asked for as far as both have it within the tolerance, and
 * right is what either drew, so that who marks as one of them did, or between them, does well. What only one drew is right
 * too, and nobody misses it.
 *
 * @param toleranceMm of a class
 */
export function expertsAgree(
  first: ExpertDrawing,
  second: ExpertDrawing,
  toleranceMm: (finding: MarkableFinding) => number,
): readonly AgreedFinding[] {
  return MARKABLE_FINDINGS.flatMap((finding) => {
    const near = (pixels: readonly Int32Array[]): Uint8Array => {
      const { width, height, sector } = first.mask;
      return setGrow(pixelsSet(pixels, width * height), width, height, toleranceMm(finding) / sector.mmPerPx);
    };
    const ofClass = ({ findings }: ExpertDrawing) => findings.filter((one) => one.finding === finding);
    const [mine, theirs] = [ofClass(first), ofClass(second)];
    const groups =
      finding === 'b_line' ? bLinesPaired(mine, theirs, first.mask) : overlapsGrouped(mine, theirs, near);
    return groups.flatMap((group) => groupAgree(group, first.mask, near));
  });
}

/** The findings of either expert that are the same one. */
interface Group {
  readonly mine: readonly DrawnFinding[];
  readonly theirs: readonly DrawnFinding[];
}

type Near = (pixels: readonly Int32Array[]) => Uint8Array;

function groupAgree({ mine, theirs }: Group, mask: Mask, near: Near): readonly AgreedFinding[] {
  const all = [...mine, ...theirs];
  const nearOf = (drawn: readonly DrawnFinding[]) => near(drawn.map(({ pixels }) => pixels));
  const [nearMine, nearTheirs] = [nearOf(mine), nearOf(theirs)];
  const core = [
    ...mine.flatMap((one) => [...one.core.filter((at) => nearTheirs[at] === 1)]),
    ...theirs.flatMap((one) => [...one.core.filter((at) => nearMine[at] === 1)]),
  ];
  if (core.length === 0) return all.map((one) => ({ ...one, standing: 'welcome', reason: 'one_expert' }));
  const pixels = Int32Array.from(new Set(all.flatMap((one) => [...one.pixels]))).sort();
  return [
    {
      ...instanceOf(mask, all[0]!.finding, pixels),
      core: Int32Array.from(new Set(core)).sort(),
      standing: 'asked',
      reason: null,
    },
  ];
}

/** B-lines are counted, so that they are the same one to one: by where they begin. */
function bLinesPaired(
  mine: readonly DrawnFinding[],
  theirs: readonly DrawnFinding[],
  mask: Mask,
): readonly Group[] {
  const { pairs } = countMatch(mine, { mask, expected: theirs, spare: [] }, 'b_line');
  const taken = (of: 'row' | 'column') => new Set(pairs.map((pair) => pair[of]));
  const [rows, columns] = [taken('row'), taken('column')];
  return [
    ...pairs.map(({ row, column }) => ({ mine: [mine[row]!], theirs: [theirs[column]!] })),
    ...mine.filter((_, row) => !rows.has(row)).map((one) => ({ mine: [one], theirs: [] })),
    ...theirs.filter((_, column) => !columns.has(column)).map((one) => ({ mine: [], theirs: [one] })),
  ];
}

/** Everything else is the same where it overlaps: one area of one expert can be two of the other. */
function overlapsGrouped(
  mine: readonly DrawnFinding[],
  theirs: readonly DrawnFinding[],
  near: Near,
): readonly Group[] {
  const groups: { mine: DrawnFinding[]; theirs: DrawnFinding[] }[] = mine.map((one) => ({
    mine: [one],
    theirs: [],
  }));
  const nearOwn = new Map(mine.map((one) => [one, near([one.pixels])]));
  for (const other of theirs) {
    const nearOther = near([other.pixels]);
    const isSame = (one: DrawnFinding): boolean =>
      pixelsShare(one.pixels, nearOther) >= SAME_SHARE ||
      pixelsShare(other.pixels, nearOwn.get(one)!) >= SAME_SHARE;
    const joined = groups.filter((group) => group.mine.some(isSame));
    for (const group of joined) groups.splice(groups.indexOf(group), 1);
    groups.push({
      mine: joined.flatMap((group) => group.mine),
      theirs: [...joined.flatMap((group) => group.theirs), other],
    });
  }
  return groups;
}
