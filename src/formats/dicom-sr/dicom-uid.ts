import { sha256Hex } from '../../domain/digest/sha256.ts';

const HEX_DIGITS = 32;

/** An identifier for what a text says, always the same for the same: a 128-bit number under 2.25 (PS3.5, B.2). */
export function uidOfText(text: string): string {
  return `2.25.${BigInt(`0x${sha256Hex(new TextEncoder().encode(text)).slice(0, HEX_DIGITS)}`)}`;
}
