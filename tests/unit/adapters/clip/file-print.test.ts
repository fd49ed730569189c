import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { filePrint } from '../../../../src/adapters/clip/file-print.ts';
import { filePrintEquals } from '../../../../src/domain/frame/clip-used.ts';

const MEBIBYTE = 1024 * 1024;

/** SHA-256 of the hash of a file's beginning and of its size, eight bytes, the greatest first. */
function printOf(head: Uint8Array, sizeBytes: number): string {
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(sizeBytes));
  const start = createHash('sha256').update(head).digest();
  return createHash('sha256').update(start).update(size).digest('hex');
}

test('a short file is hashed whole, and nothing but one hash is given', async () => {
  expect(await filePrint(new File(['abc'], 'MUSTERMANN_1964.png'))).toEqual({
    sha256: printOf(Buffer.from('abc'), 3),
  });
});

test('of a long file the first mebibyte is hashed, and its size', async () => {
  const bytes = Uint8Array.from({ length: MEBIBYTE + 5 }, (_, i) => i % 251);
  const { sha256 } = await filePrint(new Blob([bytes]));
  expect(sha256).toBe(printOf(bytes.subarray(0, MEBIBYTE), MEBIBYTE + 5));
});

test.each([
  ['one byte', Uint8Array.of(1, 2, 3), Uint8Array.of(1, 2, 4)],
  ['the size, where they begin alike,', new Uint8Array(MEBIBYTE + 1), new Uint8Array(MEBIBYTE + 2)],
])('%s tells files apart', async (_what, one, other) => {
  expect(filePrintEquals(await filePrint(new Blob([one])), await filePrint(new Blob([other])))).toBe(false);
  expect(filePrintEquals(await filePrint(new Blob([one])), await filePrint(new Blob([one])))).toBe(true);
});
