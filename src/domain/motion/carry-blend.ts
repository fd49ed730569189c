import { arcMm } from '../geometry/arc.ts';
import type { BeamPoint, MmPoint } from '../geometry/point.ts';
import type { Sector } from '../geometry/sector.ts';
import type { Mark } from '../marks/mark.ts';
import type { CarriedFrame, CarriedMark, KeyFrame } from '../scenario/expert-key.ts';
import type { CarryStretch } from './carry-stretch.ts';
import { lineDepthAt } from './line-depth.ts';
import { MOVING } from './mark-blocks.ts';
import { type MarkMove, markMiddle, shiftOfMove } from './mark-move.ts';
import type { Followed } from './marks-follow.ts';

/**
 * Least that all marks of an image have to be sure by to be taken unseen, 0-1. Chosen on simulated clips (`npm run carry`): see
 * docs/decisions/0039.
 */
export const SURE_LEAST = 0.6;

/** Marks of two images are the same finding where one, carried to the other, lies within this distance of it, mm. */
const PAIR_MM = 8;

/** Where both sides say the same of a mark within the first distance, it is as sure as they are; from the second on it is not, mm. */
const AGREED_MM = 2;
const APART_MM = 6;

/** The marks of a drawn image, and where they were followed to, by the image's index. */
export interface CarryPass {
  readonly anchor: KeyFrame;
  readonly followed: ReadonlyMap<number, readonly Followed[]>;
}

/**
 * The images of a stretch, carried from one side or from both. Between two drawn images a mark has the shape that it has on the
 * nearer one, and lies where both sides say together, each by how near it is and how sure: so it is at either end where it was drawn.
 */
export function carryBlend(
  { first, last }: CarryStretch,
  before: CarryPass | null,
  after: CarryPass | null,
  sector: Sector,
): readonly CarriedFrame[] {
  const pairs = before === null || after === null ? null : pairsFind(before, after, last, sector);
  return Array.from({ length: last - first + 1 }, (_, i): CarriedFrame | null => {
    const index = first + i;
    const isNearBefore =
      before !== null && (after === null || index - before.anchor.index <= after.anchor.index - index);
    const own = isNearBefore ? before : after;
    const other = isNearBefore ? after : before;
    const moves = own?.followed.get(index);
    if (own === null || moves === undefined) return null;
    const { anchor } = own;
    const blended = moves.map(({ move, sure }, at): CarriedMark => {
      const partner = pairs === null ? undefined : partnerOf(pairs, at, isNearBefore);
      const theirs = partner === undefined ? undefined : other?.followed.get(index)?.[partner];
      const theirMark = partner === undefined ? undefined : other?.anchor.marks[partner];
      if (other === null || theirs === undefined || theirMark === undefined) return { ...move, sure };
      const share = Math.abs(index - anchor.index) / Math.abs(other.anchor.index - anchor.index);
      return sidesJoin(
        { mark: anchor.marks[at]!, move, sure, weight: (1 - share) * sure },
        { mark: theirMark, move: theirs.move, sure: theirs.sure, weight: share * theirs.sure },
        sector,
      );
    });
    return {
      index,
      from: anchor.index,
      to: other?.anchor.index ?? null,
      moves: blended,
      isToCheck: blended.some(({ sure }) => sure < SURE_LEAST),
    };
  }).filter((frame) => frame !== null);
}

interface Side {
  readonly mark: Mark;
  readonly move: MarkMove;
  readonly sure: number;
  readonly weight: number;
}

/** Where a mark lies by the side whose shape it has and by the other one. */
function sidesJoin(own: Side, other: Side, sector: Sector): CarriedMark {
  const off = sidesOff(own, other, sector);
  if (off === null) return { ...own.move, sure: own.sure };
  const sum = own.weight + other.weight;
  const share = sum === 0 ? 0 : other.weight / sum;
  const apartMm = Math.hypot(off.acrossMm, off.depthMm);
  const agreement = Math.max(0, Math.min(1, (APART_MM - apartMm) / (APART_MM - AGREED_MM)));
  const together = sum === 0 ? 0 : (own.weight * own.sure + other.weight * other.sure) / sum;
  return {
    acrossMm: own.move.acrossMm + share * off.acrossMm,
    depthMm: own.move.depthMm + share * off.depthMm,
    sure: together * agreement,
  };
}

/**
 * How far the other side's mark lies from the own one's on the image that both were carried to, mm; null for lines beside each
 * other.
 */
function sidesOff(
  own: Pick<Side, 'mark' | 'move'>,
  other: Pick<Side, 'mark' | 'move'>,
  sector: Sector,
): MarkMove | null {
  const a = placeOf(own, sector);
  const b = placeOf(other, sector);
  const { mark } = own;
  if (mark.kind === 'line' && other.mark.kind === 'line' && MOVING[mark.finding] === 'layer') {
    // Lines are drawn as far as somebody cares to draw them: only how deep they lie tells where they are.
    const lateral = (a.lateral + b.lateral) / 2;
    const depthOf = (side: typeof own, of: readonly MmPoint[]): number | null => {
      const shift = shiftOfMove(side.move, markMiddle(side.mark, sector), sector);
      const depthMm = lineDepthAt(of, lateral - shift.lateral, sector);
      return depthMm === null ? null : depthMm + shift.depthMm;
    };
    const here = depthOf(own, mark.points);
    const there = depthOf(other, other.mark.points);
    return here === null || there === null ? null : { acrossMm: 0, depthMm: there - here };
  }
  return { acrossMm: arcMm(sector, b.lateral - a.lateral, a.depthMm), depthMm: b.depthMm - a.depthMm };
}

function placeOf({ mark, move }: Pick<Side, 'mark' | 'move'>, sector: Sector): BeamPoint {
  const middle = markMiddle(mark, sector);
  const shift = shiftOfMove(move, middle, sector);
  return { lateral: middle.lateral + shift.lateral, depthMm: middle.depthMm + shift.depthMm };
}

/** Of each mark of the image before, which one of the image after is the same finding. */
type Pairs = ReadonlyMap<number, number>;

function partnerOf(pairs: Pairs, at: number, isBefore: boolean): number | undefined {
  if (isBefore) return pairs.get(at);
  return [...pairs].find(([, other]) => other === at)?.[0];
}

/** Nearest first: each mark is the same as one other at most. */
function pairsFind(before: CarryPass, after: CarryPass, last: number, sector: Sector): Pairs {
  const followed = before.followed.get(last) ?? [];
  const candidates = before.anchor.marks.flatMap((mark, at) =>
    after.anchor.marks.flatMap((other, partner) => {
      if (mark.kind === 'eraser' || other.kind === 'eraser') return [];
      if (mark.kind !== other.kind || mark.finding !== other.finding) return [];
      const move = followed[at]?.move;
      if (move === undefined) return [];
      const off = sidesOff({ mark, move }, { mark: other, move: { acrossMm: 0, depthMm: 0 } }, sector);
      if (off === null) return [];
      const a = placeOf({ mark, move }, sector);
      const b = markMiddle(other, sector);
      const apartMm = Math.hypot(off.acrossMm, off.depthMm);
      const asideMm = Math.abs(arcMm(sector, b.lateral - a.lateral, a.depthMm));
      return apartMm > PAIR_MM ? [] : [{ at, partner, apartMm: apartMm + asideMm }];
    }),
  );
  const pairs = new Map<number, number>();
  for (const { at, partner } of candidates.sort((a, b) => a.apartMm - b.apartMm)) {
    if (!pairs.has(at) && ![...pairs.values()].includes(partner)) pairs.set(at, partner);
  }
  return pairs;
}
