/** A name to be put beside a point of the image; CSS pixels of the stage. */
export interface SpotWanted {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** Where a name stands: its middle, and where the line from its point meets its edge. */
export interface SpotPlace {
  readonly x: number;
  readonly y: number;
  readonly end: { readonly x: number; readonly y: number };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
}

/** Half the height of a name with the space round it, CSS pixels. */
const HALF_HEIGHT_PX = 15;

/** Of a name: width of a letter, and what stands to either side of the letters, with the space round it. */
const LETTER_PX = 6.4;
const SIDE_PX = 14;

/** How far a name may stand from its point; a step further costs as much as it is long. */
const DISTANCES_PX = [30, 48, 68, 90, 116, 146];

/** Costs of standing on another name, on a point that a name belongs to, or beyond the stage. */
const ON_NAME = 10_000;
const ON_POINT = 200;
const OUTSIDE = 5000;

/**
 * Places names so that none stands on another, each near its point and on none: above or below it first, for what is to be
 * seen runs across more often than not.
 */
export function spotsPlace(
  spots: readonly SpotWanted[],
  stage: { readonly width: number; readonly height: number },
): readonly SpotPlace[] {
  const placed: Box[] = [];
  const order = spots.map((_, i) => i).sort((a, b) => spots[a]!.y - spots[b]!.y);
  const boxes = new Map<number, Box>();
  for (const i of order) {
    const best = boxesAround(spots[i]!).reduce(
      (least, box) => {
        const cost = box.away + costOf(box, placed, spots, stage);
        return cost < least.cost ? { cost, box } : least;
      },
      { cost: Number.POSITIVE_INFINITY, box: null as Box | null },
    ).box!;
    placed.push(best);
    boxes.set(i, best);
  }
  return spots.map((spot, i) => {
    const { x, y, halfWidth } = boxes.get(i)!;
    const end = {
      x: Math.min(x + halfWidth, Math.max(x - halfWidth, spot.x)),
      y: Math.min(y + HALF_HEIGHT_PX, Math.max(y - HALF_HEIGHT_PX, spot.y)),
    };
    return { x, y, end };
  });
}

function boxesAround({ name, x, y }: SpotWanted): readonly (Box & { readonly away: number })[] {
  const halfWidth = (name.length * LETTER_PX) / 2 + SIDE_PX;
  return DISTANCES_PX.flatMap((away) => {
    const aside = halfWidth + away - HALF_HEIGHT_PX;
    return [
      { x, y: y - away, away },
      { x, y: y + away, away: away + 1 },
      { x: x + aside * 0.7, y: y - away, away: away + 8 },
      { x: x - aside * 0.7, y: y - away, away: away + 9 },
      { x: x + aside * 0.7, y: y + away, away: away + 10 },
      { x: x - aside * 0.7, y: y + away, away: away + 11 },
      { x: x + aside, y, away: away + 20 },
      { x: x - aside, y, away: away + 21 },
    ].map((place) => ({ ...place, halfWidth }));
  });
}

function costOf(
  box: Box,
  placed: readonly Box[],
  points: readonly SpotWanted[],
  { width, height }: { readonly width: number; readonly height: number },
): number {
  const names = placed.filter(
    (other) =>
      Math.abs(other.x - box.x) < other.halfWidth + box.halfWidth &&
      Math.abs(other.y - box.y) < 2 * HALF_HEIGHT_PX,
  );
  const covered = points.filter(
    ({ x, y }) => Math.abs(x - box.x) < box.halfWidth && Math.abs(y - box.y) < HALF_HEIGHT_PX,
  );
  const beyond =
    Math.max(0, box.halfWidth - box.x, box.x + box.halfWidth - width) +
    Math.max(0, HALF_HEIGHT_PX - box.y, box.y + HALF_HEIGHT_PX - height);
  return ON_NAME * names.length + ON_POINT * covered.length + (beyond > 0 ? OUTSIDE + beyond : 0);
}
