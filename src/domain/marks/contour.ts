import { pathSimplify } from '../geometry/path-simplify.ts';
import type { PxPoint } from '../geometry/point.ts';

/**
 * The outline of a set of pixels as one closed polygon whose even-odd inside is exactly these pixels.
 *
 * The borders between members and others are followed along the pixel edges, so corners are whole numbers. Holes, and
 * parts that touch at a corner only, are separate loops; they are joined by bridges that are walked there and back
 * and so enclose nothing. `tolerancePx` > 0 simplifies each loop (Douglas and Peucker, 1973).
 */
export function contourTrace(
  pixels: Int32Array,
  width: number,
  height: number,
  tolerancePx: number,
): readonly PxPoint[] {
  const loops = loopsTrace(edgesCollect(pixels, width, height), width + 1).map((loop) =>
    loopSimplify(loop, tolerancePx),
  );
  const [outer, ...rest] = loops.filter((loop) => loop.length >= 3);
  if (outer === undefined) return [];
  const start = outer[0]!;
  return rest.length === 0 ? outer : [...outer, start, ...rest.flatMap((loop) => [...loop, loop[0]!, start])];
}

/** Directed border edges, members on the right: from each lattice corner the corners it leads to. */
function edgesCollect(pixels: Int32Array, width: number, height: number): Map<number, number[]> {
  const members = new Uint8Array(width * height);
  for (const at of pixels) members[at] = 1;
  const corners = width + 1;
  const edges = new Map<number, number[]>();
  const add = (from: number, to: number) => {
    const known = edges.get(from);
    if (known === undefined) edges.set(from, [to]);
    else known.push(to);
  };
  const has = (column: number, row: number) =>
    column >= 0 && column < width && row >= 0 && row < height && members[row * width + column] === 1;
  for (let at = members.indexOf(1); at >= 0; at = members.indexOf(1, at + 1)) {
    const column = at % width;
    const row = (at - column) / width;
    const topLeft = row * corners + column;
    if (!has(column, row - 1)) add(topLeft, topLeft + 1);
    if (!has(column + 1, row)) add(topLeft + 1, topLeft + 1 + corners);
    if (!has(column, row + 1)) add(topLeft + 1 + corners, topLeft + corners);
    if (!has(column - 1, row)) add(topLeft + corners, topLeft);
  }
  return edges;
}

/** Walks the edges into closed loops of corners, leaving out corners where the border goes straight on. */
function loopsTrace(edges: Map<number, number[]>, corners: number): PxPoint[][] {
  const loops: PxPoint[][] = [];
  for (const start of edges.keys()) {
    while ((edges.get(start)?.length ?? 0) > 0) {
      const loop: PxPoint[] = [];
      let at = start;
      let step = 0;
      do {
        const next = edges.get(at)!.pop()!;
        if (next - at !== step) loop.push({ x: at % corners, y: Math.floor(at / corners) });
        step = next - at;
        at = next;
      } while (at !== start);
      loops.push(loop);
    }
  }
  return loops;
}

/** Douglas-Peucker on a closed loop, cut at its first corner and at the one farthest from it. */
function loopSimplify(loop: readonly PxPoint[], tolerance: number): readonly PxPoint[] {
  if (tolerance <= 0 || loop.length <= 4) return loop;
  const first = loop[0]!;
  let far = 0;
  loop.forEach((corner, i) => {
    const best = loop[far]!;
    if (Math.hypot(corner.x - first.x, corner.y - first.y) > Math.hypot(best.x - first.x, best.y - first.y))
      far = i;
  });
  const simple = [
    ...pathSimplify(loop.slice(0, far + 1), tolerance).slice(0, -1),
    ...pathSimplify([...loop.slice(far), first], tolerance).slice(0, -1),
  ];
  return simple.length >= 3 ? simple : loop;
}
