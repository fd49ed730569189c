import { FINDING_INDEX, FINDINGS, type FindingClass } from '../findings/finding.ts';
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

/**
 * The 8-connected components of equal class in a mask, background aside, each as its pixels' indices; in the order of
 * their first pixels. `only`: of this class value alone.
 */
function componentsFind({ classes, width, height }: Mask, only: number | null): readonly Int32Array[] {
  const components: Int32Array[] = [];
  const seen = new Uint8Array(classes.length);
  const stack: number[] = [];
  for (let first = 0; first < classes.length; first++) {
    const value = classes[first]!;
    if (value === 0 || seen[first] === 1 || (only !== null && value !== only)) continue;
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
          if (classes[next] !== value || seen[next] === 1) continue;
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

/** The components of every class of a mask that are at least a speck, by class value. */
export function maskComponents(mask: Mask): readonly (readonly Int32Array[])[] {
  const least = SPECK_MM2 / mask.sector.mmPerPx ** 2;
  const byClass = FINDINGS.map((): Int32Array[] => []);
  for (const pixels of componentsFind(mask, null)) {
    if (pixels.length >= least) byClass[mask.classes[pixels[0]!]!]?.push(pixels);
  }
  return byClass;
}

/** The components of one class of a mask that are at least `minMm2` large. */
export function classComponents(
  mask: Mask,
  finding: FindingClass,
  minMm2: number = SPECK_MM2,
): readonly Int32Array[] {
  const pixelMm2 = mask.sector.mmPerPx ** 2;
  return componentsFind(mask, FINDING_INDEX[finding]).filter((pixels) => pixels.length * pixelMm2 >= minMm2);
}
