import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { archiveRead } from '../../../src/adapters/archive/archive-read.ts';
import { InputError, type InputErrorCode } from '../../../src/domain/frame/input-error.ts';
import { MAX_FILE_BYTES } from '../../../src/domain/frame/picture-header.ts';

function expectRefused(bytes: Uint8Array, code: InputErrorCode, words: RegExp): void {
  let error: unknown = null;
  try {
    archiveRead(bytes);
  } catch (reason) {
    error = reason;
  }
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).code).toBe(code);
  expect((error as InputError).message).toMatch(/^[^\n]*[^.]\.$/);
  expect((error as InputError).message).toMatch(words);
}

/** Writes another number over each place where the directory, or a file's header, states an unpacked size. */
function sizeForged(zip: Uint8Array, size: number): Uint8Array {
  const forged = zip.slice();
  const view = new DataView(forged.buffer);
  for (let at = 0; at + 46 < forged.length; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x02014b50) view.setUint32(at + 24, size, true);
    if (signature === 0x04034b50) view.setUint32(at + 22, size, true);
  }
  return forged;
}

describe('a zip', () => {
  it('gives its files with their paths, without folders and what systems hide', () => {
    const zip = zipSync({
      'scan/b 2.png': strToU8('two'),
      'scan/b 10.png': [strToU8('ten'), { level: 0 }],
      '__MACOSX/scan/._b 2.png': strToU8('hidden'),
      'scan/.DS_Store': strToU8('hidden'),
    });
    expect(
      archiveRead(zip).map(({ path, name, bytes }) => [path, name, new TextDecoder().decode(bytes)]),
    ).toEqual([
      ['scan/b 2.png', 'b 2.png', 'two'],
      ['scan/b 10.png', 'b 10.png', 'ten'],
    ]);
  });

  it('that would swell beyond measure is refused before it is unpacked', () => {
    expectRefused(zipSync({ 'bomb.png': new Uint8Array(20 << 20) }), 'archive-refused', /swell/);
    // Many files that are harmless one by one.
    const small = zipSync({ 'a.png': new Uint8Array(1000).map((_, i) => (i * 7919) % 251) });
    expectRefused(sizeForged(small, MAX_FILE_BYTES + 1), 'archive-refused', /more than 500 MB/);
  });

  it('gets no more room than it states', () => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251);
    const forged = sizeForged(zipSync({ 'a.png': bytes }), 100);
    // Refused or cut to what was stated, never more.
    try {
      expect(archiveRead(forged)[0]!.bytes.length).toBeLessThanOrEqual(100);
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
    }
  });

  it('with a password, cut short or garbled is refused', () => {
    const zip = zipSync({ 'a.png': Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 251) });
    const locked = zip.slice();
    locked[6]! |= 1;
    expectRefused(locked, 'archive-refused', /password/);
    for (let length = 4; length < zip.length; length += 97) {
      expectRefused(zip.slice(0, length), 'file-damaged', /damaged/);
    }
  });
});
