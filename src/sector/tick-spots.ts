import type { Spot } from './tick-comb.ts';

/** Grey level from which on a pixel belongs to a mark; scales are drawn to be read. */
const MARK_GREY = 64;

/** Small bright marks: 8-connected bodies whose box is no larger than `most`, in pixels. */
export function spotsFind(
  grey: Uint8Array,
  width: number,
  height: number,
  most: { readonly width: number; readonly height: number },
): readonly Spot[] {
  const seen = new Uint8Array(grey.length);
  const spots: Spot[] = [];
  const stack: number[] = [];
  for (let start = 0; start < grey.length; start++) {
    if (grey[start]! < MARK_GREY || seen[start] === 1) continue;
    let left = width;
    let right = 0;
    let top = height;
    let bottom = 0;
    let weight = 0;
    let moment = 0;
    seen[start] = 1;
    stack.push(start);
    while (stack.length > 0) {
      const at = stack.pop()!;
      const x = at % width;
      const y = (at - x) / width;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y + 1);
      weight += grey[at]!;
      moment += grey[at]! * (y + 0.5);
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          const next = row * width + column;
          if (seen[next] === 1 || grey[next]! < MARK_GREY) continue;
          seen[next] = 1;
          stack.push(next);
        }
      }
    }
    if (right - left <= most.width && bottom - top <= most.height)
      spots.push({ left, right, y: moment / weight });
  }
  return spots;
}
