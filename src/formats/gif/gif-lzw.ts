const CODES = 4096;

/**
 * Undoes the LZW of a GIF image (GIF89a specification, appendix F: variable-length codes, low bits first, early
 * clear codes).
 *
 * @param minimumBits bits of a colour index, 1 to 8
 * @returns exactly `count` colour indices; null where the data end early or name a code that was never made
 */
export function gifUnpack(data: Uint8Array, minimumBits: number, count: number): Uint8Array | null {
  const clear = 1 << minimumBits;
  const end = clear + 1;
  const prefix = new Uint16Array(CODES);
  const suffix = new Uint8Array(CODES);
  const length = new Uint16Array(CODES);
  for (let code = 0; code < clear; code++) {
    suffix[code] = code;
    length[code] = 1;
  }
  const indices = new Uint8Array(count);
  let next = clear + 2;
  let bits = minimumBits + 1;
  let previous = -1;
  let held = 0;
  let heldBits = 0;
  let from = 0;
  let at = 0;
  while (at < count) {
    while (heldBits < bits) {
      if (from >= data.length) return null;
      held |= data[from]! << heldBits;
      from += 1;
      heldBits += 8;
    }
    const code = held & ((1 << bits) - 1);
    held >>>= bits;
    heldBits -= bits;
    if (code === clear) {
      next = clear + 2;
      bits = minimumBits + 1;
      previous = -1;
      continue;
    }
    if (code === end || code > next || (code === next && previous < 0)) return null;
    // A code that is only just being made stands for the previous string and its own first index.
    const known = code === next ? previous : code;
    const size = length[known]!;
    if (size === 0) return null;
    let place = at + size - 1;
    let walk = known;
    for (let left = size; left > 0; left--, place--) {
      if (place < count) indices[place] = suffix[walk]!;
      walk = prefix[walk]!;
    }
    const first = indices[at]!;
    at += size;
    if (code === next) {
      if (at < count) indices[at] = first;
      at += 1;
    }
    if (previous >= 0 && next < CODES) {
      prefix[next] = previous;
      suffix[next] = first;
      length[next] = length[previous]! + 1;
      next += 1;
      if (next === 1 << bits && bits < 12) bits += 1;
    }
    previous = code;
  }
  return indices;
}
