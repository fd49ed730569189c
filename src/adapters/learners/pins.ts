import type { PinHash, Pins } from '../../ports/learners.ts';

/** As OWASP asks of PBKDF2 with SHA-256; a PIN of so few digits is found out all the same by whoever sets a machine on it. */
const ROUNDS = 600_000;
const SALT_BYTES = 16;
const HASH_BITS = 256;

/** PINs by WebCrypto, which browsers give to pages over https or from the same computer alone. */
export function pinsCreate(crypto: Crypto = globalThis.crypto): Pins {
  const hashOf = async (pin: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<string> => {
    const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, [
      'deriveBits',
    ]);
    const by = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
    return hexOf(new Uint8Array(await crypto.subtle.deriveBits(by, key, HASH_BITS)));
  };
  return {
    // Over plain http the browser leaves it out, whatever the types say.
    isPossible: (crypto?.subtle as SubtleCrypto | undefined) !== undefined,
    async hash(pin) {
      const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
      return { salt: hexOf(salt), hash: await hashOf(pin, salt, ROUNDS), rounds: ROUNDS };
    },
    check: async (pin, { salt, hash, rounds }: PinHash) =>
      (await hashOf(pin, bytesOf(salt), rounds)) === hash,
  };
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
