import { hexOf } from '../digest/sha256.ts';
import { textDigest } from '../digest/text-digest.ts';

/** Of the last field, before the digits. */
const SEAL = ',"sha256":"';
const DIGITS = 64;
const TAIL = SEAL.length + DIGITS + 2;

/**
 * Why a text is not taken. `foreign`: it is not of this kind; `cut`: it begins as one does and breaks off; `edited`: it is whole,
 * and not what was saved.
 */
export type SealFault = 'foreign' | 'cut' | 'edited';

export type SealedRead = { readonly value: unknown } | { readonly fault: SealFault };

/**
 * JSON of an object, its last field the SHA-256 of all text before that field. It shows an accident or a hasty change; there is no
 * secret in it, so that whoever means to can make another one.
 *
 * @param value its first fields are `product` and `kind`; no field of it is called `sha256`
 */
export function sealedWrite(value: { readonly product: 'batsign'; readonly kind: string }): string {
  const open = JSON.stringify(value).slice(0, -1);
  return `${open}${SEAL}${hexOf(textDigest(open))}"}\n`;
}

/** Reads what `sealedWrite` gave; nothing of the value is checked but its kind. */
export function sealedRead(text: string, kind: string): SealedRead {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  const isBegun = trimmed.startsWith(`{"product":"batsign","kind":"${kind}"`);
  const value = jsonRead(trimmed);
  if (value === undefined) return { fault: isBegun ? 'cut' : 'foreign' };
  if (!isOfKind(value, kind)) return { fault: 'foreign' };
  const open = trimmed.slice(0, -TAIL);
  const isWhole = trimmed.slice(-TAIL) === `${SEAL}${hexOf(textDigest(open))}"}`;
  return isWhole ? { value } : { fault: 'edited' };
}

function isOfKind(value: unknown, kind: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const said = value as { readonly product?: unknown; readonly kind?: unknown };
  return said.product === 'batsign' && said.kind === kind;
}

function jsonRead(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
