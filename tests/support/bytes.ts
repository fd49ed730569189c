/** Small helpers of the writers of files that tests make. */

export type Bytes = readonly number[] | Uint8Array;

export function joined(parts: readonly Bytes[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Big-endian. */
export function big(value: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** (bytes - 1 - i)) % 256);
}

/** Little-endian. */
export function little(value: number, bytes: number): number[] {
  return big(value, bytes).toReversed();
}

export function text(value: string): number[] {
  return [...value].map((letter) => letter.charCodeAt(0));
}
