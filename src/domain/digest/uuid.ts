/** A UUID in lower-case digits, of whatever version. */
export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * A version 4 UUID of 16 random bytes. The browser's own `crypto.randomUUID` is missing on pages that came over plain
 * http, `crypto.getRandomValues` is not.
 */
export function uuidOf(random: Uint8Array): string {
  if (random.length !== 16) throw new RangeError(`A UUID is made of 16 bytes, not ${random.length}.`);
  const bytes = Uint8Array.from(random);
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
