import { createHash } from 'node:crypto';

/** By this a text is known again: eight hexadecimal digits, whatever its line breaks. */
export function textHash(text: string): string {
  return createHash('sha256').update(text.replaceAll(/\s+/g, ' ')).digest('hex').slice(0, 8);
}
