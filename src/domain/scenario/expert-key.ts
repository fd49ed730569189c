import type { MarkableFinding } from '../findings/finding.ts';
import type { MmPoint } from '../geometry/point.ts';
import type { Sector } from '../geometry/sector.ts';
import type { Mark } from '../marks/mark.ts';
import { type MarkMove, markMove } from '../motion/mark-move.ts';

/** The clip that a key was drawn on, as far as marks in mm depend on it. */
export interface KeyClip {
  readonly widthPx: number;
  readonly heightPx: number;
  /** How many images it has. */
  readonly images: number;
  readonly sector: Sector;
}

/** By whom a key was drawn, and on which day (as `2026-11-30`). */
export interface KeySignature {
  readonly by: string;
  readonly date: string;
}

/** An expert's marks on one image of a clip, in mm of its own sector; none where it shows nothing. */
export interface KeyFrame {
  /** From 0. */
  readonly index: number;
  readonly marks: readonly Mark[];
}

/** A mark as it was carried to another image. */
export interface CarriedMark extends MarkMove {
  /** How far it can be relied upon, 0-1. */
  readonly sure: number;
}

/** An image on which the expert did not draw: marks of another one were carried to it by the images' own motion. */
export interface CarriedFrame {
  /** From 0. */
  readonly index: number;
  /** Whose marks they are. */
  readonly from: number;
  /** The image on its other side whose marks decided as well where they lie; null where there is none. */
  readonly to: number | null;
  /** How each mark of `from` moved, in their order. */
  readonly moves: readonly CarriedMark[];
  /** Whether nobody has looked yet at what cannot be relied upon: nobody is graded by it. */
  readonly isToCheck: boolean;
}

export interface KeyExpert extends KeySignature {
  readonly frames: readonly KeyFrame[];
  /** None unless told. */
  readonly carried?: readonly CarriedFrame[];
}

/** Who drew marks, and on which images where they were carried from there. */
export interface KeyWitness extends KeySignature {
  /** Rising, from 0; none where they were drawn on the image itself. */
  readonly carriedFrom?: readonly number[];
}

/** A place where learners err, and what they are told there. */
export interface KeyPlace {
  readonly index: number;
  /** Of which class a wrong mark has to be; null for any. */
  readonly finding: MarkableFinding | null;
  /** A closed outline, mm. */
  readonly points: readonly MmPoint[];
  readonly say: string;
}

/** The key of a recorded clip, drawn by one expert or by two. */
export interface ExpertKey {
  /** Null where it is not said. */
  readonly drawnOn: KeyClip | null;
  readonly experts: readonly KeyExpert[];
  readonly places: readonly KeyPlace[];
}

/** The images that have a key, rising: those that were drawn on, and those that marks were carried to. */
export function keyIndices({ experts }: Pick<ExpertKey, 'experts'>): readonly number[] {
  const indices = experts.flatMap(({ frames, carried = [] }) => [
    ...frames.map(({ index }) => index),
    ...carried.filter(({ isToCheck }) => !isToCheck).map(({ index }) => index),
  ]);
  return [...new Set(indices)].sort((a, b) => a - b);
}

/**
 * The images that learners are given, rising: where two experts drew those that both have marked, since what both say is asked
 * for there alone; all that have a key where there is none of both.
 */
export function keyIndicesGiven(key: Pick<ExpertKey, 'experts'>): readonly number[] {
  const all = keyIndices(key);
  const each = key.experts.map((expert) => new Set(keyIndices({ experts: [expert] })));
  const ofAll = all.filter((index) => each.every((own) => own.has(index)));
  return ofAll.length > 0 ? ofAll : all;
}

/** Whether two experts drew, and learners are given images that both have marked. */
export function keyIsOfBoth(key: Pick<ExpertKey, 'experts'>): boolean {
  const given = keyIndicesGiven(key);
  return (
    key.experts.length > 1 &&
    key.experts.every((expert) => keyIndices({ experts: [expert] }).includes(given[0] ?? -1))
  );
}

/** The given image that is nearest to an image of the clip, the earlier one of two as near; null where there is none. */
export function keyIndexNearest(key: Pick<ExpertKey, 'experts'>, index: number): number | null {
  const away = (one: number): number => Math.abs(one - index);
  return keyIndicesGiven(key).reduce<number | null>(
    (best, one) => (best === null || away(one) < away(best) ? one : best),
    null,
  );
}

/**
 * The image that a freeze stops on: the one that was asked for by its number, if it has a key, and otherwise the given one
 * nearest to where the clip stood.
 */
export function keyIndexFrozen(
  key: Pick<ExpertKey, 'experts'>,
  asked: number | null,
  stopped: number,
): number {
  if (asked !== null && keyIndices(key).includes(asked)) return asked;
  return keyIndexNearest(key, stopped) ?? stopped;
}

/** The marks on an image, of each expert who drew on it or whose marks were carried to it. */
export function keyFramesAt(key: ExpertKey, index: number): readonly (KeyWitness & KeyFrame)[] {
  return key.experts.flatMap((expert): readonly (KeyWitness & KeyFrame)[] => {
    const { by, date, frames, carried = [] } = expert;
    const drawn = frames.find((frame) => frame.index === index);
    if (drawn !== undefined) return [{ by, date, ...drawn }];
    const moved = carried.find((frame) => frame.index === index && !frame.isToCheck);
    if (moved === undefined || key.drawnOn === null) return [];
    const { from, to } = moved;
    const carriedFrom = (to === null ? [from] : [from, to]).sort((a, b) => a - b);
    return [{ by, date, index, marks: carriedMarks(expert, moved, key.drawnOn.sector), carriedFrom }];
  });
}

/** Who marked an image and who did not, where two experts drew and one of them alone marked it; else null. */
export function keyOfOneAt(
  key: ExpertKey,
  index: number,
): { readonly by: string; readonly other: string } | null {
  const [one] = keyFramesAt(key, index);
  const absent = key.experts.find((expert) => keyFramesAt({ ...key, experts: [expert] }, index).length === 0);
  return one === undefined || absent === undefined ? null : { by: one.by, other: absent.by };
}

/** The marks of an image that they were carried to, in mm of the clip's sector; none where what they come from is gone. */
export function carriedMarks(
  { frames }: Pick<KeyExpert, 'frames'>,
  { index, from, moves }: CarriedFrame,
  sector: Sector,
): readonly Mark[] {
  const marks = frames.find((frame) => frame.index === from)?.marks ?? [];
  return marks.flatMap((mark, at) => {
    const move = moves[at];
    return move === undefined ? [] : [{ ...markMove(mark, move, sector), id: `${mark.id}-${index}` }];
  });
}

/** Files round: so much of a length, and so many pixels of a place, an outline may differ and still be the same. */
const SHARE_OFF = 0.01;
const PX_OFF = 1;

/** Whether a key can have been drawn on a clip: its marks fit no image of another size, outline or number. */
export function keyFitsClip(
  key: Pick<ExpertKey, 'drawnOn' | 'experts'>,
  clip: {
    readonly width: number;
    readonly height: number;
    readonly sector: Sector;
    readonly timesMs: readonly number[];
  },
): boolean {
  const images = clip.timesMs.length;
  if ((keyIndices(key).at(-1) ?? 0) >= images) return false;
  const { drawnOn } = key;
  if (drawnOn === null) return true;
  return (
    drawnOn.widthPx === clip.width &&
    drawnOn.heightPx === clip.height &&
    drawnOn.images === images &&
    sectorIsNear(drawnOn.sector, clip.sector)
  );
}

function sectorIsNear(a: Sector, b: Sector): boolean {
  const isNear = (one: number, other: number): boolean => Math.abs(one / other - 1) <= SHARE_OFF;
  const apartPx = Math.hypot(a.originPx.x - b.originPx.x, a.originPx.y - b.originPx.y);
  if (apartPx > PX_OFF || !isNear(a.mmPerPx, b.mmPerPx) || !isNear(a.depthMm, b.depthMm)) return false;
  if (a.kind === 'linear') return b.kind === 'linear' && isNear(a.widthMm, b.widthMm);
  return b.kind === 'convex' && isNear(a.radiusMm, b.radiusMm) && isNear(a.angleRad, b.angleRad);
}
