import type { BeamPoint } from '../geometry/point.ts';
import type { Sector } from '../geometry/sector.ts';
import type { Mark } from '../marks/mark.ts';
import { type BeamShift, type Block, type BlockMotion, blockMatch, type Reach } from './block-match.ts';
import { lineDepthAt } from './line-depth.ts';
import { MOVING, markBlocks, originBlock } from './mark-blocks.ts';
import { type MarkMove, markMiddle, moveOfShift } from './mark-move.ts';
import type { MotionImage } from './motion-image.ts';

/** From one image to the next, tissue is looked for within this distance, mm; around where the last image had it. */
const STEP_MM = 4;

/** Around where it was followed to, it is looked for as the key's own image shows it, mm: drift is taken back by it. */
const DRIFT_MM = 1.6;

/** A neighbourhood that is followed back ends within this distance of where it began, mm, or does not count. */
const BACK_MM = 1.2;

/** A neighbourhood whose peak is lower has not been found. */
const PEAK_LEAST = 0.35;

/** The key's own image is the better witness only where it is still as much alike. */
const ANCHOR_LEAST = 0.5;

/** Where a smaller share of its neighbourhoods hold, a mark is the less sure. */
const HOLDING_LEAST = 1 / 3;

/** How the chest wall is read where nothing tells its depth: between these depths, mm. */
const WALL_FROM_MM = 4;
const WALL_TO_MM = 20;
const WALL_BLOCKS = 6;

/** A mark as it was followed to an image. */
export interface Followed {
  readonly move: MarkMove;
  /** How far it can be relied upon, 0-1: how much its neighbourhoods are still alike, less where only few of them hold. */
  readonly sure: number;
}

/** Follows the marks of one image through others, one after another. */
export interface MarksFollower {
  /** The next image, the one beside the last: how each mark has moved since its own image. */
  next(image: MotionImage): readonly Followed[];
}

/** The blocks of a thing, and where it was followed to. */
interface Track {
  readonly blocks: readonly Block[];
  readonly middle: BeamPoint;
  shift: BeamShift;
  sure: number;
}

/** @param marks those of `anchor`, in mm of its sector */
export function marksFollow(anchor: MotionImage, marks: readonly Mark[]): MarksFollower {
  const { sector } = anchor;
  const none: BeamShift = { lateral: 0, depthMm: 0 };
  const trackOf = (blocks: readonly Block[], middle: BeamPoint): Track => ({
    blocks,
    middle,
    shift: none,
    sure: 1,
  });
  const tracks = marks.map((mark) => trackOf(markBlocks(mark, sector), markMiddle(mark, sector)));
  const origins = marks.map((mark) =>
    mark.kind !== 'eraser' && MOVING[mark.finding] === 'ray'
      ? trackOf([originBlock(mark, sector)], markMiddle(mark, sector))
      : null,
  );
  const wall = trackOf(wallBlocks(marks, sector), { lateral: 0, depthMm: WALL_TO_MM });
  let last = anchor;
  return {
    next(image) {
      const images = { anchor, last, image };
      trackStep(wall, images, { acrossMm: STEP_MM, depthMm: STEP_MM });
      const wallShift = { lateral: wall.sure >= PEAK_LEAST ? wall.shift.lateral : 0, depthMm: 0 };
      const movesAs = (kind: string) => (mark: Mark) =>
        mark.kind !== 'eraser' && MOVING[mark.finding] === kind;
      const each = (kind: string, act: (track: Track, i: number) => void): void => {
        for (const [i, mark] of marks.entries()) if (movesAs(kind)(mark)) act(tracks[i]!, i);
      };
      each('layer', (track) => {
        track.shift = { ...track.shift, lateral: wallShift.lateral };
        trackStep(track, images, { acrossMm: 0, depthMm: STEP_MM });
      });
      each('solid', (track) => trackStep(track, images, { acrossMm: STEP_MM, depthMm: STEP_MM }));
      each('ray', (track, i) => {
        trackStep(track, images, { acrossMm: STEP_MM, depthMm: 0 });
        track.shift = { ...track.shift, depthMm: originDepth(i, images) };
      });
      last = image;
      return tracks.map(({ shift, middle, sure }) => ({ move: moveOfShift(shift, middle, sector), sure }));
    },
  };

  /** How much deeper a ray begins: as the pleural line that was drawn there, or as the echo that lies there. */
  function originDepth(i: number, images: Images): number {
    const origin = origins[i]!;
    const { lateral } = tracks[i]!.shift;
    const above = pleuraAbove(origin.middle.lateral + lateral);
    if (above !== null) {
      const from = above.depthAt(origin.middle.lateral);
      const to = above.depthAt(origin.middle.lateral + lateral - above.shift.lateral);
      return above.shift.depthMm + (to ?? 0) - (from ?? to ?? 0);
    }
    origin.shift = { ...origin.shift, lateral };
    trackStep(origin, images, { acrossMm: 0, depthMm: STEP_MM });
    return origin.shift.depthMm;
  }

  function pleuraAbove(lateral: number) {
    for (const [i, mark] of marks.entries()) {
      if (mark.kind !== 'line' || mark.finding !== 'pleural_line') continue;
      const { shift } = tracks[i]!;
      const depthAt = (at: number): number | null => lineDepthAt(mark.points, at, sector);
      if (depthAt(lateral - shift.lateral) !== null) return { shift, depthAt };
    }
    return null;
  }
}

interface Images {
  readonly anchor: MotionImage;
  readonly last: MotionImage;
  readonly image: MotionImage;
}

/** Follows a thing as a whole to the next image. */
function trackStep(track: Track, { anchor, last, image }: Images, reach: Reach): void {
  const { blocks, shift } = track;
  // What is followed is where it was in the last image, and is then looked for as it was in its own.
  const moved = blocks.map((block) => ({ ...block, middle: placeOf(block, shift) }));
  const step = blocksFollow(moved, last, image, { lateral: 0, depthMm: 0 }, reach);
  const stepped = {
    lateral: shift.lateral + step.shift.lateral,
    depthMm: shift.depthMm + step.shift.depthMm,
  };
  const near = {
    acrossMm: reach.acrossMm === 0 ? 0 : DRIFT_MM,
    depthMm: reach.depthMm === 0 ? 0 : DRIFT_MM,
  };
  const own = blocksFollow(blocks, anchor, image, stepped, near);
  track.shift = own.peak >= ANCHOR_LEAST ? own.shift : stepped;
  track.sure = Math.max(0, own.peak) * Math.min(1, own.share / HOLDING_LEAST);
}

function placeOf({ middle }: Block, shift: BeamShift): BeamPoint {
  return { lateral: middle.lateral + shift.lateral, depthMm: middle.depthMm + shift.depthMm };
}

interface Together {
  readonly shift: BeamShift;
  /** The middle one of their peaks; 0 where none holds. */
  readonly peak: number;
  /** Share of the neighbourhoods that hold, among those that can be compared, 0-1. */
  readonly share: number;
}

/**
 * Where neighbourhoods have gone together: the median of those that hold, so that one that went astray moves nothing. One holds
 * where it has a peak within what was searched, and ends where it began when it is followed back (Kalal et al., ICPR
 * 2010:2756-2759).
 */
function blocksFollow(
  blocks: readonly Block[],
  from: MotionImage,
  to: MotionImage,
  guess: BeamShift,
  reach: Reach,
): Together {
  let seen = 0;
  const holding = blocks.flatMap((block): readonly BlockMotion[] => {
    const motion = blockMatch(from, to, block, guess, reach);
    // One that lies outside of the image, or shows nothing, tells nothing.
    if (motion === null) return [];
    seen++;
    if (motion.isAtEdge || motion.peak < PEAK_LEAST) return [];
    const gone = { ...block, middle: placeOf(block, motion.shift) };
    const back = { lateral: -motion.shift.lateral, depthMm: -motion.shift.depthMm };
    const returned = blockMatch(to, from, gone, back, reach);
    if (returned === null) return [];
    const off = moveOfShift(
      {
        lateral: motion.shift.lateral + returned.shift.lateral,
        depthMm: motion.shift.depthMm + returned.shift.depthMm,
      },
      block.middle,
      from.sector,
    );
    return Math.hypot(off.acrossMm, off.depthMm) <= BACK_MM ? [motion] : [];
  });
  if (holding.length === 0) return { shift: guess, peak: 0, share: 0 };
  return {
    shift: {
      lateral: median(holding.map(({ shift }) => shift.lateral)),
      depthMm: median(holding.map(({ shift }) => shift.depthMm)),
    },
    peak: median(holding.map(({ peak }) => peak)),
    share: holding.length / seen,
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Neighbourhoods of the chest wall: above the pleural line where one was drawn. */
function wallBlocks(marks: readonly Mark[], sector: Sector): readonly Block[] {
  const depths = marks.flatMap((mark) =>
    mark.kind !== 'eraser' && mark.finding === 'pleural_line' ? [markMiddle(mark, sector).depthMm] : [],
  );
  const toMm = Math.max(WALL_FROM_MM * 2, Math.min(...depths, WALL_TO_MM) - 2);
  const halfDepthMm = (toMm - WALL_FROM_MM) / 2;
  return Array.from({ length: WALL_BLOCKS }, (_, i) => ({
    middle: { lateral: (2 * (i + 0.5)) / WALL_BLOCKS - 1, depthMm: WALL_FROM_MM + halfDepthMm },
    halfAcrossMm: 5,
    halfDepthMm,
  }));
}
