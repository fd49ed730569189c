/** A value is `scale * (stored - zero)`, stored in eight bits, -128 to 127; the scale may differ along one axis. */
export interface Quantisation {
  readonly scales: readonly number[];
  readonly zero: number;
  readonly axis: number;
}

/** The least and the greatest value of a layer's output. */
export type LayerRange = readonly [least: number, greatest: number];

/** By the layers' names; the layer that is given to the network by hand too. */
export type LayerRanges = ReadonlyMap<string, LayerRange>;

const LEAST = -128;
const GREATEST = 127;
/** Of a layer that is 0 everywhere. */
const LEAST_SCALE = 1e-9;

/** Eight bits over a range, which 0 is always part of and is stored exactly. */
export function rangeQuantisation([least, greatest]: LayerRange): Quantisation {
  const from = Math.min(0, least);
  const scale = Math.max(LEAST_SCALE, (Math.max(0, greatest) - from) / (GREATEST - LEAST));
  return { scales: [scale], zero: Math.round(LEAST - from / scale), axis: 0 };
}

/**
 * Weights in eight bits, as many steps below 0 as above it.
 * @param values row-major, the axis of the filters last
 * @param filters how many; each has a scale of its own
 */
export function kernelQuantised(
  values: Float32Array,
  filters: number,
): { readonly values: Int8Array<ArrayBuffer>; readonly scales: readonly number[] } {
  const greatest = new Float64Array(filters);
  for (let at = 0; at < values.length; at++) {
    const filter = at % filters;
    greatest[filter] = Math.max(greatest[filter]!, Math.abs(values[at]!));
  }
  const scales = Array.from(greatest, (most) => Math.max(LEAST_SCALE, most / GREATEST));
  return { values: Int8Array.from(values, (value, at) => Math.round(value / scales[at % filters]!)), scales };
}
