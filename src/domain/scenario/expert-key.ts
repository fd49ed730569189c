import type { MarkableFinding } from '../findings/finding.ts';
import type { MmPoint } from '../geometry/point.ts';
import type { Sector } from '../geometry/sector.ts';
import type { Mark } from '../marks/mark.ts';

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

export interface KeyExpert extends KeySignature {
  readonly frames: readonly KeyFrame[];
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

/** The images that have a key, rising. */
export function keyIndices({ experts }: Pick<ExpertKey, 'experts'>): readonly number[] {
  const indices = experts.flatMap(({ frames }) => frames.map(({ index }) => index));
  return [...new Set(indices)].sort((a, b) => a - b);
}

/** The image with a key that is nearest to an image of the clip, the earlier one of two as near; null where none has one. */
export function keyIndexNearest(key: Pick<ExpertKey, 'experts'>, index: number): number | null {
  const away = (one: number): number => Math.abs(one - index);
  return keyIndices(key).reduce<number | null>(
    (best, one) => (best === null || away(one) < away(best) ? one : best),
    null,
  );
}

/** The marks on an image, of each expert who drew on it. */
export function keyFramesAt(
  key: Pick<ExpertKey, 'experts'>,
  index: number,
): readonly (KeySignature & KeyFrame)[] {
  return key.experts.flatMap(({ by, date, frames }) =>
    frames.filter((frame) => frame.index === index).map((frame) => ({ by, date, ...frame })),
  );
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
