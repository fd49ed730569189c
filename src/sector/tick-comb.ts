/** A small mark, in pixels. */
export interface Spot {
  readonly left: number;
  readonly right: number;
  /** Its middle. */
  readonly y: number;
}

/** Marks at equal distances in one column. */
export interface Comb {
  /** Height of the first mark. */
  readonly firstPx: number;
  readonly stepPx: number;
  /** Width of each mark from the first on; null where one is missing. */
  readonly widths: readonly (number | null)[];
  /** 0-1: how few are missing, how many there are, and how little else stands in the column. */
  readonly quality: number;
}

/** Marks that one column must have. */
const MARKS_LEAST = 5;
/** Share of the depth that they must span. */
const SPAN_LEAST = 0.5;
/** Distance from mark to mark, as a share of the depth: 1 cm of 30, or 5 cm of 10. */
const STEP = { least: 0.02, most: 0.25 } as const;
/** How far a mark may lie off its place: drawn on whole pixels, and scaled with the video. */
const OFF_PX = 1.25;
/** Share of the places that have a mark. */
const FILLED_LEAST = 0.8;

/** The combs in marks: left edges, right edges or middles in line. */
export function combsFind(spots: readonly Spot[], depthPx: number): readonly Comb[] {
  const combs: Comb[] = [];
  for (const edge of [(s: Spot) => s.left, (s: Spot) => s.right, (s: Spot) => (s.left + s.right) / 2]) {
    for (const column of columnsOf(spots, edge)) {
      const comb = combFind(column, depthPx);
      if (comb !== null) combs.push(comb);
    }
  }
  // Narrow marks alone are in line by their middles too: the column that has the wide ones as well says more.
  return combs.filter(
    (comb) => !combs.some((other) => marksCount(other) > marksCount(comb) && isAlike(other, comb)),
  );
}

function marksCount({ widths }: Comb): number {
  return widths.filter((width) => width !== null).length;
}

function isAlike(one: Comb, other: Comb): boolean {
  const places = (one.firstPx - other.firstPx) / other.stepPx;
  return (
    Math.abs(one.stepPx / other.stepPx - 1) < 0.02 &&
    Math.abs(places - Math.round(places)) * other.stepPx <= 2 * OFF_PX
  );
}

/** Spots whose edges lie within a pixel or so of each other, from top to bottom. */
function columnsOf(spots: readonly Spot[], edge: (spot: Spot) => number): readonly (readonly Spot[])[] {
  const sorted = spots.toSorted((a, b) => edge(a) - edge(b));
  const columns: Spot[][] = [];
  for (const [at, first] of sorted.entries()) {
    // Begun at each new place: a column is all that lies within reach of its leftmost.
    if (at > 0 && edge(first) === edge(sorted[at - 1]!)) continue;
    const column: Spot[] = [];
    for (let i = at; i < sorted.length && edge(sorted[i]!) - edge(first) <= OFF_PX; i++)
      column.push(sorted[i]!);
    if (column.length >= MARKS_LEAST) columns.push(column.sort((a, b) => a.y - b.y));
  }
  return columns;
}

function combFind(column: readonly Spot[], depthPx: number): Comb | null {
  let best: Comb | null = null;
  for (let i = 0; i + 1 < column.length; i++) {
    for (let j = i + 1; j < Math.min(column.length, i + 4); j++) {
      const step = column[j]!.y - column[i]!.y;
      if (step < STEP.least * depthPx || step > STEP.most * depthPx) continue;
      const comb = combAt(column, column[i]!.y, step, depthPx);
      if (comb !== null && (best === null || comb.quality > best.quality)) best = comb;
    }
  }
  return best;
}

/** The comb through a mark with about this step, its step fitted to all its marks. */
function combAt(column: readonly Spot[], from: number, step: number, depthPx: number): Comb | null {
  let origin = from;
  let fitted = step;
  let marks: ReadonlyMap<number, Spot> = new Map();
  for (let round = 0; round < 3; round++) {
    marks = marksOn(column, origin, fitted);
    if (marks.size < MARKS_LEAST) return null;
    const line = lineFit([...marks].map(([place, { y }]) => [place, y] as const));
    origin = line.at;
    fitted = line.slope;
  }
  const places = [...marks.keys()].sort((a, b) => a - b);
  const first = places[0]!;
  const count = places.at(-1)! - first + 1;
  const filled = marks.size / count;
  if (filled < FILLED_LEAST || (count - 1) * fitted < SPAN_LEAST * depthPx) return null;
  const strays = column.length - marks.size;
  const many = Math.min(1, 0.7 + 0.05 * (marks.size - MARKS_LEAST));
  return {
    firstPx: origin + first * fitted,
    stepPx: fitted,
    widths: Array.from({ length: count }, (_, i) => {
      const spot = marks.get(first + i);
      return spot === undefined ? null : spot.right - spot.left;
    }),
    quality: filled * many * (marks.size / (marks.size + strays)),
  };
}

/** The marks nearest to the places of a comb. */
function marksOn(column: readonly Spot[], origin: number, step: number): ReadonlyMap<number, Spot> {
  const marks = new Map<number, Spot>();
  const off = (place: number, { y }: Spot): number => Math.abs(y - origin - place * step);
  for (const spot of column) {
    const place = Math.round((spot.y - origin) / step);
    if (off(place, spot) > OFF_PX) continue;
    const other = marks.get(place);
    if (other === undefined || off(place, spot) < off(place, other)) marks.set(place, spot);
  }
  return marks;
}

/** Least squares y = at + slope * place. */
function lineFit(points: readonly (readonly [place: number, y: number])[]): {
  readonly at: number;
  readonly slope: number;
} {
  const meanPlace = points.reduce((sum, [place]) => sum + place, 0) / points.length;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  let spread = 0;
  let joint = 0;
  for (const [place, y] of points) {
    spread += (place - meanPlace) ** 2;
    joint += (place - meanPlace) * (y - meanY);
  }
  const slope = joint / spread;
  return { at: meanY - slope * meanPlace, slope };
}
