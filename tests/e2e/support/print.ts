/** FNV-1a, 32 bits: tells bytes apart, here and in the page. */
export function fingerprint(bytes: Uint8Array): number {
  let print = 0x811c9dc5;
  for (const byte of bytes) print = Math.imul(print ^ byte, 0x01000193);
  return print >>> 0;
}
