import type { ConvexFan } from '../domain/geometry/fan.ts';
import { arcInner, arcOuter, fanRays } from './fan-arcs.ts';
import type { Outline } from './fan-edges.ts';
import type { LitMask } from './lit-mask.ts';

const ROUNDS = 8;
/** Pixels within which a point takes part, early and late. */
const GATES = [3.5, 2] as const;

/**
 * Fits apex, angle and radii together to the outline points near the fan's edges: least absolute deviations by
 * iteratively reweighted least squares (Gauss-Newton steps), so that letters and shadows do not pull.
 */
export function fanRefine(fan: ConvexFan, mask: LitMask, outline: Outline): ConvexFan {
  let now = fan;
  for (let round = 0; round < ROUNDS; round++) {
    const next = fanStep(now, mask, outline, round < 3 ? GATES[0] : GATES[1]);
    if (next === null || next.half < 0.04 || next.half > 1.2 || next.outer < next.inner + 8) return now;
    now = next;
  }
  return now;
}

/** One residual with its derivatives by apex x, apex y, half angle, inner and outer radius. */
type Row = readonly [residual: number, x: number, y: number, half: number, inner: number, outer: number];

function fanStep(fan: ConvexFan, mask: LitMask, outline: Outline, gate: number): ConvexFan | null {
  const rows: Row[] = [];
  const sin = Math.sin(fan.half);
  const cos = Math.cos(fan.half);
  const from = Math.max(0, fan.apexY + fan.inner * cos);
  const to = Math.min(mask.height, fan.apexY + fan.outer * cos);
  for (let row = Math.ceil(from); row < to; row++) {
    const dy = row + 0.5 - fan.apexY;
    for (const [edge, sign] of [
      [outline.left[row]!, -1],
      [outline.right[row]!, 1],
    ] as const) {
      const dx = (edge - fan.apexX) * sign;
      const residual = dx * cos - dy * sin;
      if (!(Math.abs(residual) < gate) || edge <= 1 || edge >= mask.width - 1) continue;
      rows.push([residual, -sign * cos, sin, -dx * sin - dy * cos, 0, 0]);
    }
  }
  const rays = fanRays(mask, fan.apexX, fan.apexY, fan.half);
  const inner = arcInner(rays, fan.apexY);
  const outer = arcOuter(rays, fan.apexY, mask.height);
  for (const ray of rays) {
    const towardX = -Math.sin(ray.angle);
    const towardY = -Math.cos(ray.angle);
    const late = ray.last - outer.radius;
    if (outer.fate === 'seen' && ray.last < ray.leave - 2 && Math.abs(late) < gate)
      rows.push([late, towardX, towardY, 0, 0, -1]);
    const early = ray.first - inner.radius;
    if (inner.fate === 'seen' && ray.first > ray.enter + 2 && Math.abs(early) < gate)
      rows.push([early, towardX, towardY, 0, -1, 0]);
  }
  if (rows.length < 12) return null;
  const step = stepSolve(rows, Math.max(1, fan.outer));
  if (step === null) return null;
  return {
    kind: 'convex',
    apexX: fan.apexX + step[0]!,
    apexY: fan.apexY + step[1]!,
    half: fan.half + step[2]!,
    inner: Math.max(0, inner.radius + step[3]!),
    outer: outer.radius + step[4]!,
  };
}

/** Solves the weighted normal equations; angles are scaled by `reach` so that all unknowns are pixels. */
function stepSolve(rows: readonly Row[], reach: number): readonly number[] | null {
  const n = 5;
  const matrix = Array.from({ length: n }, () => new Float64Array(n + 1));
  for (const row of rows) {
    const weight = 1 / Math.max(0.4, Math.abs(row[0]));
    const d = [row[1], row[2], row[3] / reach, row[4], row[5]];
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) matrix[i]![j]! += weight * d[i]! * d[j]!;
      matrix[i]![n]! -= weight * d[i]! * row[0];
    }
  }
  for (let i = 0; i < n; i++) matrix[i]![i]! += 1e-3 * rows.length;
  for (let i = 0; i < n; i++) {
    const pivot = matrix[i]![i]!;
    if (!(Math.abs(pivot) > 1e-9)) return null;
    for (let k = 0; k < n; k++) {
      if (k === i) continue;
      const factor = matrix[k]![i]! / pivot;
      for (let j = i; j <= n; j++) matrix[k]![j]! -= factor * matrix[i]![j]!;
    }
  }
  const step = matrix.map((line, i) => line[n]! / line[i]!);
  return step.every(Number.isFinite) ? step.map((value, i) => (i === 2 ? value / reach : value)) : null;
}
