import { sha256 } from '@noble/hashes/sha2.js';

/** SHA-256, 32 bytes. The browser's own `crypto.subtle` is missing on pages that came over plain http. */
export function sha256Bytes(bytes: Uint8Array): Uint8Array {
  return sha256(bytes);
}

/** SHA-256 in lower-case hexadecimal. */
export function sha256Hex(bytes: Uint8Array): string {
  return Array.from(sha256(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
