import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

/** Tells a packed text from whatever else a course system may give. */
const MARK = 'b1.';

/** A text as few characters of the kind that every course system keeps: deflated, in base64 with `-` and `_`. */
export function suspendPack(text: string): string {
  const bytes = deflateSync(strToU8(text), { level: 9 });
  return MARK + btoa(strFromU8(bytes, true)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Null where it is no such text. */
export function suspendUnpack(packed: string): string | null {
  if (!packed.startsWith(MARK)) return null;
  try {
    const base64 = packed.slice(MARK.length).replaceAll('-', '+').replaceAll('_', '/');
    return strFromU8(inflateSync(strToU8(atob(base64), true)));
  } catch {
    return null;
  }
}
