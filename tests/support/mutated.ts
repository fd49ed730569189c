/** Damaged files for tests of readers. */

/** A few bytes changed, mostly near the ends where the structure is; sometimes cut short. */
export function mutated(original: Uint8Array<ArrayBuffer>, random: () => number): Uint8Array<ArrayBuffer> {
  const bytes = original.slice(0, random() < 0.1 ? Math.ceil(random() * original.length) : original.length);
  const flips = 1 + Math.floor(random() * 4);
  for (let flip = 0; flip < flips; flip++) {
    const near = Math.floor(random() * Math.min(bytes.length, 900));
    const place = random();
    const at =
      place < 0.5 ? near : place < 0.8 ? bytes.length - 1 - near : Math.floor(random() * bytes.length);
    bytes[at] = random() < 0.3 ? 255 : Math.floor(random() * 256);
  }
  return bytes;
}
