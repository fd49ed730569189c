import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { InputError, type InputErrorCode } from '../../../../src/formats/files/input-error.ts';
import { MAX_FILE_BYTES } from '../../../../src/formats/files/picture-header.ts';
import { archiveRead } from '../../../../src/formats/zip/archive-read.ts';
import { archiveWrite } from '../../../../src/formats/zip/archive-write.ts';
import { sentenceOf } from '../../../support/facts.ts';

const NOISE = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251);

/** All that is in a zip, by path. */
async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Readonly<Record<string, Uint8Array>>> {
  const { files, unpack } = await archiveRead(new Blob([bytes]));
  const contents: Record<string, Uint8Array> = {};
  for (const [at, { path }] of files.entries()) {
    contents[path] = new Uint8Array(await (await unpack(at)).arrayBuffer());
  }
  return contents;
}

async function expectRefused(bytes: Uint8Array, code: InputErrorCode, words: RegExp): Promise<void> {
  const error = await unpacked(bytes as Uint8Array<ArrayBuffer>).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).code).toBe(code);
  expect(sentenceOf(error)).toMatch(/^[^\n]*[^.]\.$/);
  expect(sentenceOf(error)).toMatch(words);
}

const CENTRAL = { signature: 0x02014b50, flags: 8, method: 10, size: 24 };
const LOCAL = { signature: 0x04034b50, flags: 6, method: 8, size: 22 };

/** Writes over a field of every file, or of the nth alone, in the directory and in the file's own header. */
function forged(
  zip: Uint8Array,
  field: 'flags' | 'method' | 'size',
  value: number,
  nth: number | null = null,
): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  for (const layout of [CENTRAL, LOCAL]) {
    let seen = 0;
    for (let at = 0; at + 4 <= bytes.length; at++) {
      if (view.getUint32(at, true) !== layout.signature) continue;
      if (nth === null || nth === seen) {
        if (field === 'size') view.setUint32(at + layout.size, value, true);
        else view.setUint16(at + layout[field], value, true);
      }
      seen += 1;
    }
  }
  return bytes;
}

describe('a zip', () => {
  it('gives its files with their paths, without folders and what systems hide', async () => {
    const zip = zipSync({
      scan: { 'b 2.png': strToU8('two'), 'b 10.png': [strToU8('ten'), { level: 0 }] },
      empty: {},
      '__MACOSX/scan/._b 2.png': strToU8('hidden'),
      'scan/.DS_Store': strToU8('hidden'),
    });
    const contents = await unpacked(zip as Uint8Array<ArrayBuffer>);
    const texts = Object.entries(contents).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]);
    expect(Object.fromEntries(texts)).toEqual({ 'scan/b 2.png': 'two', 'scan/b 10.png': 'ten' });
  });

  it('gives the beginning of a file, and the whole of it with what came out', async () => {
    const zip = zipSync({ a: NOISE, b: strToU8('short') }) as Uint8Array<ArrayBuffer>;
    const { files, head, unpack } = await archiveRead(new Blob([zip]));
    expect(files).toEqual([
      { path: 'a', bytes: 5000 },
      { path: 'b', bytes: 5 },
    ]);
    expect(await head(0, 132)).toEqual(NOISE.slice(0, 132));
    expect(new TextDecoder().decode(await head(1, 132))).toBe('short');
    let out = 0;
    const whole = await unpack(0, (bytes) => {
      out += bytes;
    });
    expect([whole.size, out]).toEqual([5000, 5000]);
  });

  it('that swells beyond measure is stopped while it does; what is not unpacked does no harm', async () => {
    const zip = zipSync({ 'bomb.png': new Uint8Array(20 << 20), 'a.txt': strToU8('words') });
    await expectRefused(zip, 'archive-refused', /swell/);
    const { head } = await archiveRead(new Blob([zip as Uint8Array<ArrayBuffer>]));
    expect(await head(0, 8)).toEqual(new Uint8Array(8));
    const large = forged(zipSync({ 'a.png': NOISE }), 'size', MAX_FILE_BYTES + 1);
    await expectRefused(large, 'archive-refused', /more than 500 MB once unpacked/);
  });

  it('is bounded by what comes out: ten files that state a megabyte and hold far more give no more', async () => {
    const names = Array.from({ length: 10 }, (_, i) => `${i}.png`);
    // Packed to a hundredth, so that it is not the swelling that is seen.
    const long = Uint8Array.from({ length: 6 << 20 }, (_, i) => (i % 1000 < 990 ? 0 : (i * 7919) % 251));
    const zip = zipSync(Object.fromEntries(names.map((name) => [name, long])));
    const bytes = forged(zip, 'size', 1 << 20) as Uint8Array<ArrayBuffer>;
    await expectRefused(bytes, 'archive-refused', /more than it states/);
    const { unpack } = await archiveRead(new Blob([bytes]));
    for (let at = 0; at < names.length; at++) {
      let out = 0;
      await expect(
        unpack(at, (more) => {
          out += more;
        }),
      ).rejects.toThrow(InputError);
      // What was on its way when the bound was met, and no more.
      expect(out).toBeLessThan(2 << 20);
    }
    const less = forged(zipSync({ 'a.png': NOISE }), 'size', 6000);
    await expectRefused(less, 'file-damaged', /damaged/);
  });

  it('with a password is said to be locked, also where a folder or an open file comes first', async () => {
    const zip = zipSync({ scan: { 'a.png': NOISE, 'b.png': NOISE } });
    await expectRefused(forged(zip, 'flags', 1), 'archive-refused', /password/);
    await expectRefused(forged(zip, 'flags', 1, 1), 'archive-refused', /password/);
  });

  it.each([
    [1, 'Shrink'],
    [12, 'bzip2'],
    [14, 'LZMA'],
    [93, 'Zstandard'],
    [95, 'XZ'],
    [98, 'PPMd'],
    [77, 'method 77'],
  ])('packed by method %i is told by its name, %s', async (method, name) => {
    const zip = forged(zipSync({ 'a.png': NOISE }), 'method', method);
    await expectRefused(zip, 'archive-refused', new RegExp(`is packed with ${name}, which is not read here`));
  });

  it('packed with Deflate64, as Windows does with large files, is read', async () => {
    // Short distances and lengths are written alike in both.
    const text = strToU8(Array.from({ length: 900 }, (_, i) => `${(i * i) % 1009},`).join(''));
    const zip = forged(zipSync({ 'a.txt': text }), 'method', 9) as Uint8Array<ArrayBuffer>;
    expect(zip.length).toBeLessThan(text.length);
    expect((await unpacked(zip))['a.txt']).toEqual(text);
  });

  it('cut short or garbled is refused, also where only its checksum tells', async () => {
    const zip = zipSync({ 'a.png': NOISE });
    for (let length = 4; length < zip.length; length += 97) {
      await expectRefused(zip.slice(0, length), 'file-damaged', /damaged/);
    }
    const stored = zipSync({ 'a.png': [NOISE, { level: 0 }] });
    stored[1000]! ^= 1;
    await expectRefused(stored, 'file-damaged', /damaged/);
  });
});

describe('what is packed here', () => {
  it('is read back, and tells no date', async () => {
    let went = 0;
    const files = [
      { path: 'copy.json', content: new Blob(['{}']) },
      { path: 'clips/x/frames.bin', content: new Blob([NOISE]) },
    ];
    const zip = await archiveWrite(files, 'stored', (bytes) => {
      went += bytes;
    });
    expect(went).toBe(5002);
    const bytes = new Uint8Array(await zip.arrayBuffer());
    const contents = await unpacked(bytes);
    expect(Object.keys(contents)).toEqual(['copy.json', 'clips/x/frames.bin']);
    expect(contents['clips/x/frames.bin']).toEqual(NOISE);
    // Time and date of the first file's header, APPNOTE.TXT 4.4.6: midnight of 1 January 1980.
    expect(new DataView(bytes.buffer).getUint32(10, true)).toBe(0x00210000);
  });
});
