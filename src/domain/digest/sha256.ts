import { sha256 } from '@noble/hashes/sha2.js';

/** SHA-256 in lower-case hexadecimal. The browser's own `crypto.subtle` is missing on pages that came over plain http. */
export function sha256Hex(bytes: Uint8Array): string {
  return hexOf(sha256(bytes));
}

/** Bytes as lower-case hexadecimal digits, two each. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** SHA-256 of what comes part by part. */
export interface Sha256Parts {
  add(bytes: Uint8Array): void;
  /** Of all that was added, 32 bytes; nothing may be added after. */
  end(): Uint8Array;
}

export function sha256Parts(): Sha256Parts {
  const hash = sha256.create();
  return {
    add(bytes) {
      hash.update(bytes);
    },
    end: () => hash.digest(),
  };
}
