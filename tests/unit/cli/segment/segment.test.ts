import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode, encode } from 'fast-png';
import * as jpeg from 'jpeg-js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import networkJson from '../../../../models/network.json' with { type: 'json' };
import { pgmRead } from '../../../../src/cli/segment/pgm-read.ts';
import { pictureRead } from '../../../../src/cli/segment/picture-read.ts';
import { MARKABLE_FINDINGS } from '../../../../src/domain/findings/finding.ts';
import { sectorInside } from '../../../../src/domain/frame/mask.ts';
import { InputError } from '../../../../src/formats/files/input-error.ts';
import { modelRandom } from '../../../../src/network/model-random.ts';
import { networkSpecificationRead } from '../../../../src/network/network-specification.ts';
import { phantomFrame, phantomOpen } from '../../../../src/simulator/exam/phantom.ts';
import { commandRun } from '../../../support/command-run.ts';
import { exifSay } from '../../../support/exif-make.ts';
import { sentenceOf } from '../../../support/facts.ts';
import { repetitions } from '../../../support/repetitions.ts';
import { randomSeeded } from '../../sector/synthetic-screen.ts';

const PHANTOM = phantomFrame(phantomOpen({ seed: 5, split: 'game', probe: 'convex' }), 0, 256).frame;
const SIZE = 40;
/** A slope that no transposition, row shift or scaling leaves as it is. */
const SLOPE = Uint8Array.from({ length: SIZE * SIZE }, (_, i) => (i % SIZE) * 4 + Math.floor(i / SIZE) * 2);

function refusalOf(bytes: Uint8Array): InputError {
  try {
    pictureRead(bytes);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

function ascii(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

describe('PGM', () => {
  test('binary with comments, one byte a level', () => {
    const head = ascii(`P5 # made by hand\n# size\n${SIZE}\t${SIZE}\n255\n`);
    expect(pgmRead(joined(head, SLOPE))).toEqual({ width: SIZE, height: SIZE, grey: SLOPE });
  });

  test('binary with two bytes a level, big-endian, scaled', () => {
    const wide = new Uint8Array(SIZE * SIZE * 2);
    SLOPE.forEach((level, i) => {
      wide[2 * i] = level;
      wide[2 * i + 1] = level;
    });
    expect(pgmRead(joined(ascii(`P5\n${SIZE} ${SIZE}\n65535\n`), wide)).grey).toEqual(SLOPE);
  });

  test('text, scaled from its greatest level', () => {
    const levels = Array.from({ length: SIZE * SIZE }, (_, i) => i % 16).join(' ');
    const { grey } = pgmRead(ascii(`P2\n${SIZE} ${SIZE} 15\n${levels}\n`));
    expect([...grey.slice(0, 17)]).toEqual([...Array.from({ length: 16 }, (_, i) => 17 * i), 0]);
  });

  test('what is wrong with it is said', () => {
    const head = ascii(`P5\n${SIZE} ${SIZE}\n255\n`);
    expect(refusalOf(joined(head, SLOPE.subarray(1)))).toMatchObject({
      code: 'file-damaged',
      message: 'The PGM picture is damaged: it holds 1599 of 1600 bytes of pixels; write it again.',
    });
    expect(refusalOf(ascii('P5\n'))).toMatchObject({ code: 'file-damaged' });
    expect(refusalOf(ascii(`P5\n${SIZE} ${SIZE}\n70000\n`))).toMatchObject({ code: 'file-damaged' });
    expect(refusalOf(ascii('P5\n0 0\n255\n'))).toMatchObject({ code: 'picture-too-small' });
    expect(refusalOf(ascii('P5\n20000 20000\n255\n'))).toMatchObject({ code: 'picture-too-large' });
    expect(refusalOf(ascii(`P2\n${SIZE} ${SIZE} 15\n1 2 3`)).message).toContain('level 4 of 1600');
  });
});

describe('PNG and JPEG', () => {
  const base = { width: SIZE, height: SIZE };

  test('grey of 8 and 16 bits, with and without alpha, colour and palette all give the same levels', () => {
    const spread = (channels: number, alpha: boolean): Uint8Array =>
      Uint8Array.from({ length: SLOPE.length * channels }, (_, i) =>
        alpha && i % channels === channels - 1 ? 255 : SLOPE[Math.floor(i / channels)]!,
      );
    const palette = Array.from({ length: 256 }, (_, i) => [i, i, i]);
    const wide = Uint16Array.from(SLOPE, (level) => level * 257);
    const files = [
      encode({ ...base, data: SLOPE, channels: 1 }),
      encode({ ...base, data: wide, channels: 1, depth: 16 }),
      encode({ ...base, data: spread(2, true), channels: 2 }),
      encode({ ...base, data: spread(3, false), channels: 3 }),
      encode({ ...base, data: spread(4, true), channels: 4 }),
      encode({ ...base, data: SLOPE, channels: 1, palette }),
      encode({ ...base, data: SLOPE, channels: 1 }, { interlace: 'Adam7' }),
    ];
    for (const file of files) expect(pictureRead(file)).toEqual({ ...base, grey: SLOPE });
  });

  test('grey of 1 bit a pixel, rows beginning on whole bytes', () => {
    const packed = Uint8Array.from({ length: 5 * SIZE }, (_, i) => (i % 5 === 0 ? 0b10100000 : 0));
    const { grey } = pictureRead(encode({ ...base, data: packed, channels: 1, depth: 1 }));
    for (let row = 0; row < SIZE; row++) {
      expect([...grey.slice(row * SIZE, row * SIZE + 4)]).toEqual([255, 0, 255, 0]);
    }
  });

  test('a JPEG, colour or not, gives its levels within its loss', () => {
    const data = Uint8Array.from({ length: SLOPE.length * 4 }, (_, i) =>
      i % 4 === 3 ? 255 : SLOPE[i >> 2]!,
    );
    const { width, height, grey } = pictureRead(new Uint8Array(jpeg.encode({ ...base, data }, 95).data));
    expect([width, height]).toEqual([SIZE, SIZE]);
    expect(Math.max(...grey.map((level, i) => Math.abs(level - SLOPE[i]!)))).toBeLessThan(6);
  });

  test('a JPEG that lies on its side is turned as every program shows it', () => {
    const wide = { width: 64, height: 48 };
    const data = Uint8Array.from({ length: wide.width * wide.height * 4 }, (_, i) =>
      i % 4 === 3 ? 255 : 3 * ((i >> 2) % wide.width),
    );
    const { width, height, grey } = pictureRead(exifSay(jpeg.encode({ ...wide, data }, 95).data, 6));
    expect([width, height]).toEqual([48, 64]);
    for (const row of [0, 20, 63]) expect(Math.abs(grey[row * width + 5]! - 3 * row)).toBeLessThan(6);
  });

  test('too large, too small, cut, bombs, videos and other things are refused with one sentence', () => {
    const png = encode({ ...base, data: SLOPE, channels: 1 });
    const stating = (width: number, height: number): Uint8Array => {
      const bytes = png.slice();
      new DataView(bytes.buffer).setUint32(16, width);
      new DataView(bytes.buffer).setUint32(20, height);
      return bytes;
    };
    const bomb = encode({ width: 4000, height: 4000, data: new Uint8Array(16_000_000), channels: 1 });
    new DataView(bomb.buffer).setUint32(16, SIZE);
    new DataView(bomb.buffer).setUint32(20, SIZE);
    const jpegBytes = new Uint8Array(
      jpeg.encode({ ...base, data: new Uint8Array(SIZE * SIZE * 4).fill(90) }, 90).data,
    );
    const refused: [Uint8Array, string][] = [
      [new Uint8Array(0), 'file-empty'],
      [stating(20_000, 20_000), 'picture-too-large'],
      [stating(0, 0), 'picture-too-small'],
      [png.subarray(0, png.length / 2), 'file-damaged'],
      [bomb, 'file-damaged'],
      [jpegBytes.subarray(0, 100), 'file-damaged'],
      [ascii('\0\0\0\x18ftypisom0000'), 'file-unknown'],
      [ascii('hello, I am text'), 'file-unknown'],
    ];
    for (const [bytes, code] of refused) expect(refusalOf(bytes).code).toBe(code);
  });
});

describe('seeded mutations of each kind', () => {
  const grey = PHANTOM.grey.subarray(0, 64 * 64);
  const colours = Uint8Array.from({ length: grey.length * 4 }, (_, i) => grey[i >> 2]!);
  const originals: [string, Uint8Array][] = [
    ['PNG', encode({ width: 64, height: 64, data: grey, channels: 1 })],
    ['JPEG', new Uint8Array(jpeg.encode({ width: 64, height: 64, data: colours }, 80).data)],
    ['PGM', joined(ascii('P5\n64 64\n255\n'), grey)],
  ];
  test.each(originals)('%s: read, or refused with one sentence', (_, original) => {
    const random = randomSeeded(17);
    for (let trial = 0; trial < repetitions(100, 1000); trial++) {
      const bytes = original.slice(
        0,
        trial % 3 === 0 ? Math.ceil(random() * original.length) : original.length,
      );
      const flips = 1 + Math.floor(random() * 6);
      // Mostly in the header, where the damage is worst.
      for (let flip = 0; flip < flips; flip++) {
        const reach = random() < 0.7 ? Math.min(bytes.length, 200) : bytes.length;
        bytes[Math.floor(random() * reach)] = Math.floor(random() * 256);
      }
      try {
        const { width, height, grey: levels } = pictureRead(bytes);
        expect(levels.length).toBe(width * height);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        expect(sentenceOf(error)).toMatch(/^[^\n]+\.$/);
      }
    }
  });
});

const segmentRun = (...args: readonly string[]) => commandRun('src/cli/segment.ts', args);

describe('npm run segment', () => {
  let folder = '';
  let model = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'batsign-segment-'));
    model = mkdtempSync(join(tmpdir(), 'batsign-model-'));
    const { manifest, weights } = await modelRandom(networkSpecificationRead(networkJson), 3);
    writeFileSync(join(model, 'network.json'), JSON.stringify(networkJson));
    writeFileSync(join(model, 'batsign-unet.json'), JSON.stringify(manifest));
    writeFileSync(join(model, 'batsign-unet.bin'), weights);
    const { width, height, grey } = PHANTOM;
    writeFileSync(join(folder, 'phantom.png'), encode({ width, height, data: grey, channels: 1 }));
    writeFileSync(join(folder, 'phantom.pgm'), joined(ascii(`P5\n${width} ${height}\n255\n`), grey));
    writeFileSync(join(folder, 'broken.png'), readFileSync(join(folder, 'phantom.png')).subarray(0, 3000));
    writeFileSync(join(folder, 'black.pgm'), joined(ascii('P5\n64 64\n255\n'), new Uint8Array(4096)));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
    rmSync(model, { recursive: true, force: true });
  });

  test('reports every good file as JSON, writes masks and overlays, and says what is wrong with the others', async () => {
    const file = (name: string): string => join(folder, name);
    const out = join(folder, 'out');
    const names = ['phantom.png', 'broken.png', 'phantom.pgm', 'black.pgm', 'missing.png'];
    const ended = await segmentRun(
      ...names.map(file),
      '--out',
      out,
      '--json',
      '--model',
      model,
      '--depth-mm',
      '110',
    );
    expect(ended.code).toBe(1);
    const errors = ended.err.split('\n').filter((line) => line.startsWith(folder));
    expect(errors).toEqual([
      `${file('broken.png')}: The PNG picture is damaged or cut off: its pixels cannot be unpacked; export the picture again.`,
      `${file('black.pgm')}: No ultrasound image is found in the picture; crop it to the image, or choose another.`,
      `${file('missing.png')}: There is no such file; check its name.`,
    ]);
    const { files } = JSON.parse(ended.out) as {
      files: { file: string; classes: Record<string, Record<string, number>> }[];
    };
    expect(files.map((entry) => entry.file)).toEqual([file('phantom.png'), file('phantom.pgm')]);
    for (const entry of files) {
      expect(Object.keys(entry)).toEqual(['file', 'classes', 'pleural_depth_mm', 'blas', 'blas_scanline']);
      expect(Object.keys(entry.classes)).toEqual(MARKABLE_FINDINGS);
      for (const figures of Object.values(entry.classes)) {
        expect(Object.keys(figures)).toEqual(['share', 'instances', 'confidence']);
      }
    }
    expect({ ...files[0], file: '' }).toEqual({ ...files[1], file: '' });
    expect(readdirSync(out).sort()).toEqual([
      'phantom-2.mask.png',
      'phantom-2.overlay.png',
      'phantom.mask.png',
      'phantom.overlay.png',
    ]);
    const mask = decode(readFileSync(join(out, 'phantom.mask.png')));
    expect([mask.width, mask.height, mask.palette?.length]).toEqual([256, 256, 8]);
    // The found sector is not the phantom's to the last pixel: the shares agree, not the counts.
    const inside = sectorInside(PHANTOM.sector, 256, 256).reduce((sum, bit) => sum + bit, 0);
    const marked = mask.data.filter((value) => value > 0).length / inside;
    const stated = Object.values(files[0]!.classes).reduce((sum, { share }) => sum + share!, 0);
    expect(Math.abs(marked - stated)).toBeLessThan(0.02);
    expect(stated).toBeGreaterThan(0.01);
  });

  test('a mask that cannot be written costs its own picture alone', async () => {
    const out = join(folder, 'taken');
    mkdirSync(join(out, 'phantom.mask.png'), { recursive: true });
    const files = [join(folder, 'phantom.png'), join(folder, 'phantom.pgm')];
    const ended = await segmentRun(...files, '--out', out, '--json', '--model', model);
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(/^[^\n]*phantom\.png: EISDIR[^\n]*\n$/);
    expect(JSON.parse(ended.out).files).toHaveLength(1);
    expect(readdirSync(out).sort()).toContain('phantom-2.mask.png');
  });

  test('turns a model with a flipped byte, a cut one and none into one sentence', async () => {
    const weights = readFileSync(join(model, 'batsign-unet.bin'));
    const flipped = Uint8Array.from(weights);
    flipped[1000] = flipped[1000]! ^ 1;
    for (const bytes of [flipped, weights.subarray(0, 5000)]) {
      writeFileSync(join(model, 'batsign-unet.bin'), bytes);
      const ended = await segmentRun(join(folder, 'phantom.png'), '--model', model);
      expect(ended.code).toBe(2);
      expect(ended.out).toBe('');
      expect(ended.err.trim().split('\n')).toHaveLength(1);
    }
    writeFileSync(join(model, 'batsign-unet.bin'), weights);
    const ended = await segmentRun(join(folder, 'phantom.png'), '--model', join(folder, 'nowhere'));
    expect(ended.code).toBe(2);
    expect(ended.err.trim().split('\n')).toHaveLength(1);
  });

  test('refuses a folder for a picture, and a file for a folder, in one sentence', async () => {
    const picture = join(folder, 'phantom.png');
    expect(await segmentRun(folder)).toMatchObject({
      code: 1,
      err: `${folder}: It is no file; name the pictures in a folder.\n`,
    });
    expect(await segmentRun(picture, '--out', picture)).toMatchObject({
      code: 2,
      err: `The folder ${picture} cannot be made: give --out one that you may write to, not a file.\n`,
    });
    expect(await segmentRun(picture, '--sieve')).toMatchObject({
      code: 2,
      err: "Unknown option '--sieve'.\n",
    });
  });

  test('asks for files and for a sensible depth', async () => {
    expect(await segmentRun()).toMatchObject({ code: 2, out: '' });
    const ended = await segmentRun('x.png', '--depth-mm', 'deep');
    expect(ended).toMatchObject({ code: 2, out: '' });
    expect(ended.err).toContain('--depth-mm must be a whole number from 10 to 400');
  });
});
