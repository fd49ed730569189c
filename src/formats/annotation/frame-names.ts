/**
 * Indices of a clip's images by the last number in each name, such as 12 of `frame_000012.png`; null where a name has
 * none or two have the same.
 */
export function framesOfNames(names: readonly (string | null)[]): readonly number[] | null {
  const indices = names.map((name) => {
    const number = /(\d{1,9})(?!.*\d)/.exec(name?.replace(/\.[^./\\]*$/, '') ?? '')?.[1];
    return number === undefined ? -1 : Number(number);
  });
  return indices.includes(-1) || new Set(indices).size < indices.length ? null : indices;
}

/** The name of a picture by its index, from 0. */
export function frameName(index: number): string {
  return `frame_${String(index).padStart(6, '0')}.png`;
}
