/** The point that a name points at, in the units of the picture. */
export interface Anchor {
  readonly x: number;
  readonly y: number;
}

/** The column beside a picture in which names stand. */
export interface LabelColumn {
  /** Where leader lines end. */
  readonly x: number;
  /** Middles of the first and last line of text that fit. */
  readonly topY: number;
  readonly bottomY: number;
  /** From one name to the next at least. */
  readonly gap: number;
}

/** Heights for names in a given order, each as near to its anchor as its neighbours let it. */
function heightsSpread(wanted: readonly number[], { topY, bottomY, gap }: LabelColumn): number[] {
  const heights = [...wanted];
  for (let i = 0; i < heights.length; i++) {
    const least = i === 0 ? topY : heights[i - 1]! + gap;
    heights[i] = Math.max(heights[i]!, least);
  }
  for (let i = heights.length - 1; i >= 0; i--) {
    const most = i === heights.length - 1 ? bottomY : heights[i + 1]! - gap;
    heights[i] = Math.min(heights[i]!, most);
  }
  return heights;
}

/** Whether the leader lines of two anchors to heights of the column cross. */
function isCrossing(a: Anchor, aY: number, b: Anchor, bY: number, x: number): boolean {
  const side = (from: Anchor, toY: number, point: Anchor): number =>
    (x - from.x) * (point.y - from.y) - (toY - from.y) * (point.x - from.x);
  const bEnd = { x, y: bY };
  const aEnd = { x, y: aY };
  return side(a, aY, b) * side(a, aY, bEnd) < 0 && side(b, bY, a) * side(b, bY, aEnd) < 0;
}

function* orders(count: number, taken: readonly number[] = []): Generator<readonly number[]> {
  if (taken.length === count) {
    yield taken;
    return;
  }
  for (let i = 0; i < count; i++) if (!taken.includes(i)) yield* orders(count, [...taken, i]);
}

/**
 * At which height of the column each anchor's name stands: never nearer to another than the column's gap, with as few
 * leader lines crossing as can be, and those as short as can be. For a handful of names: every order is tried.
 */
export function labelsPlace(anchors: readonly Anchor[], column: LabelColumn): readonly number[] {
  let best: readonly number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const order of orders(anchors.length)) {
    const spread = heightsSpread(
      order.map((i) => anchors[i]!.y),
      column,
    );
    const heights = anchors.map((_, i) => spread[order.indexOf(i)]!);
    let cost = 0;
    for (let i = 0; i < anchors.length; i++) {
      cost += Math.abs(heights[i]! - anchors[i]!.y);
      for (let j = 0; j < i; j++) {
        if (isCrossing(anchors[i]!, heights[i]!, anchors[j]!, heights[j]!, column.x)) cost += 10_000;
      }
    }
    if (cost < least) {
      least = cost;
      best = heights;
    }
  }
  return best;
}
