import { FINDING_INDEX, type FindingClass } from '../findings/finding.ts';
import type { Mask } from './frame.ts';

/** Smaller than this is a speck and no finding: 4 mm^2 is a dot 2.3 mm wide. */
export const SPECK_MM2 = 4;

/** Pixels of one class: 1 where the mask has it, else 0. */
export function classSet(mask: Mask, finding: FindingClass): Uint8Array {
  const value = FINDING_INDEX[finding];
  const { classes } = mask;
  const set = new Uint8Array(classes.length);
  const first = classes.indexOf(value);
  if (first < 0) return set;
  const last = classes.lastIndexOf(value);
  for (let i = first; i <= last; i++) if (classes[i] === value) set[i] = 1;
  return set;
}

/** The 8-connected components of a set, each as its pixels' indices, in the order of their first pixel. */
function componentsFind(set: Uint8Array, width: number, height: number): readonly Int32Array[] {
  const components: Int32Array[] = [];
  const start = set.indexOf(1);
  if (start < 0) return components;
  const seen = new Uint8Array(set.length);
  const stack: number[] = [];
  for (let first = start; first < set.length; first++) {
    if (set[first] !== 1 || seen[first] === 1) continue;
    const pixels: number[] = [];
    let waiting = 1;
    stack[0] = first;
    seen[first] = 1;
    while (waiting > 0) {
      waiting -= 1;
      const at = stack[waiting]!;
      pixels.push(at);
      const column = at % width;
      const row = (at - column) / width;
      for (let y = Math.max(0, row - 1); y <= Math.min(height - 1, row + 1); y++) {
        for (let x = Math.max(0, column - 1); x <= Math.min(width - 1, column + 1); x++) {
          const next = y * width + x;
          if (set[next] !== 1 || seen[next] === 1) continue;
          seen[next] = 1;
          stack[waiting] = next;
          waiting += 1;
        }
      }
    }
    components.push(Int32Array.from(pixels));
  }
  return components;
}

/** The components of one class of a mask that are at least `minMm2` large. */
export function classComponents(
  mask: Mask,
  finding: FindingClass,
  minMm2: number = SPECK_MM2,
): readonly Int32Array[] {
  const pixelMm2 = mask.sector.mmPerPx ** 2;
  return componentsFind(classSet(mask, finding), mask.width, mask.height).filter(
    (pixels) => pixels.length * pixelMm2 >= minMm2,
  );
}
