import { sha256 } from '@noble/hashes/sha2.js';

/** SHA-256 in lower-case hexadecimal. The browser's own `crypto.subtle` is missing on pages that came over plain http. */
export function sha256Hex(bytes: Uint8Array): string {
  return Array.from(sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
