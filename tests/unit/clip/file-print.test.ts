import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { filePrint } from '../../../src/adapters/clip/file-print.ts';
import { filePrintEquals } from '../../../src/domain/frame/clip-used.ts';

const MEBIBYTE = 1024 * 1024;

test('a short file is hashed whole', async () => {
  // The hash of "abc" that FIPS 180-2 gives as its example.
  expect(await filePrint(new Blob(['abc']), 'abc.png')).toEqual({
    name: 'abc.png',
    sizeBytes: 3,
    headSha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  });
});

test('of a long file the first mebibyte is hashed', async () => {
  const bytes = Uint8Array.from({ length: MEBIBYTE + 5 }, (_, i) => i % 251);
  const { sizeBytes, headSha256 } = await filePrint(new Blob([bytes]), 'long.mp4');
  expect(sizeBytes).toBe(MEBIBYTE + 5);
  expect(headSha256).toBe(createHash('sha256').update(bytes.subarray(0, MEBIBYTE)).digest('hex'));
});

test('one byte tells files of one size apart', async () => {
  const one = await filePrint(new Blob([Uint8Array.of(1, 2, 3)]), 'a.png');
  const other = await filePrint(new Blob([Uint8Array.of(1, 2, 4)]), 'a.png');
  expect(filePrintEquals(one, other)).toBe(false);
});
