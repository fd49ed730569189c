import { FINDING_INDEX, FINDINGS, MARKABLE_FINDINGS } from '../../domain/findings/finding.ts';
import { classComponents, classSet } from '../../domain/frame/components.ts';
import type { Mask } from '../../domain/frame/frame.ts';
import { maskResample, maskShift } from '../../domain/frame/mask.ts';
import { MASK_SIZE } from '../../domain/frame/resample.ts';
import { polarClassesPlace, polarPlacingOf } from '../../network/polar-placing.ts';
import { type PolarSize, polarClasses, polarSamplingOf } from '../../network/polar-sampling.ts';

/**
 * The mask of one who knows the truth of every pixel but must answer by one class per cell of a polar raster, as the
 * network does.
 * @param truth on the raster that the image is drawn on
 */
export function rasterReader(truth: Mask, size: PolarSize): Mask {
  const cells = polarClasses(polarSamplingOf(truth, size), truth.classes);
  const placing = polarPlacingOf(truth, size);
  const values = new Float32Array(cells.length * FINDINGS.length);
  const starts = Int32Array.from(cells, (_, cell) => cell * FINDINGS.length);
  for (const [cell, value] of cells.entries()) values[starts[cell]! + value] = 1;
  return {
    width: MASK_SIZE,
    height: MASK_SIZE,
    classes: polarClassesPlace(placing, cells, { values, starts }),
    sector: placing.sector,
  };
}

const FOUR_BESIDE = [
  [0, -1],
  [-1, 0],
  [1, 0],
  [0, 1],
] as const;

/** Every finding one pixel wider all round at background's cost, or one narrower. */
export function edgesMove(mask: Mask, way: 'out' | 'in'): Mask {
  const { width, height, classes } = mask;
  const moved = classes.slice();
  for (let at = 0; at < classes.length; at++) {
    const value = classes[at]!;
    if ((value === 0) !== (way === 'out')) continue;
    const column = at % width;
    const row = (at - column) / width;
    for (const [dx, dy] of FOUR_BESIDE) {
      const [x, y] = [column + dx, row + dy];
      if (x < 0 || x >= width || y < 0 || y >= height) continue;
      const other = classes[y * width + x]!;
      if ((other === 0) === (way === 'out')) continue;
      moved[at] = other;
      break;
    }
  }
  return { ...mask, classes: moved };
}

/** The truth with every edge half a pixel of `like` out or in, or all of it half a pixel deeper, on the raster of `like`. */
export function edgeReader(truth: Mask, like: Mask, way: 'out' | 'in' | 'deeper'): Mask {
  // An image of twice the mask's side: its pixels are half of the mask's.
  const moved = way === 'deeper' ? maskShift(truth, 0, like.sector.mmPerPx / 2) : edgesMove(truth, way);
  return maskResample(moved, like.sector, like.width);
}

/** `base` with the classes of `values` as `over` has them. */
function classesTake(base: Mask, over: Mask, values: ReadonlySet<number>): Mask {
  const classes = base.classes.map((value, at) => {
    const other = over.classes[at]!;
    if (values.has(other)) return other;
    return values.has(value) ? 0 : value;
  });
  return { ...base, classes };
}

/** The network's mask with the truth's pleural line: what the B-line artefact score owes to the pleura's ends. */
export function pleuraMend(network: Mask, truth: Mask): Mask {
  return classesTake(network, truth, new Set([FINDING_INDEX.pleural_line]));
}

/** The network's mask with the truth in every class that only one of both has at all; or in every class that both have. */
export function classesMend(network: Mask, truth: Mask, which: 'one_has' | 'both_have'): Mask {
  const has = (mask: Mask, finding: (typeof MARKABLE_FINDINGS)[number]): boolean =>
    classComponents(mask, finding).length > 0;
  const mended = MARKABLE_FINDINGS.filter((finding) => {
    const [there, said] = [has(truth, finding), has(network, finding)];
    return which === 'one_has' ? there !== said : there && said;
  });
  return classesTake(network, truth, new Set(mended.map((finding) => FINDING_INDEX[finding])));
}

/**
 * The network's mask without its errors of whole findings near the threshold: findings of the truth that it misses
 * though they would be gone under `stricter`, and findings that it sees in vain though they would be there under
 * `laxer`.
 */
export function thresholdMend(network: Mask, truth: Mask, stricter: Uint8Array, laxer: Uint8Array): Mask {
  const classes = network.classes.slice();
  for (const finding of MARKABLE_FINDINGS) {
    const value = FINDING_INDEX[finding];
    const [seen, real] = [classSet(network, finding), classSet(truth, finding)];
    const faint = (pixels: Int32Array, others: Uint8Array): boolean =>
      pixels.filter((at) => others[at] === value).length * 2 < pixels.length;
    for (const pixels of classComponents(truth, finding, 0)) {
      if (pixels.some((at) => seen[at] === 1) || !faint(pixels, stricter)) continue;
      for (const at of pixels) classes[at] = value;
    }
    for (const pixels of classComponents(network, finding, 0)) {
      if (pixels.some((at) => real[at] === 1) || faint(pixels, laxer)) continue;
      for (const at of pixels) classes[at] = truth.classes[at]!;
    }
  }
  return { ...network, classes };
}
