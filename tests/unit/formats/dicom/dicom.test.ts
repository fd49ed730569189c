import jpeg from 'jpeg-js';
import { describe, expect, it } from 'vitest';
import { greyFromColour } from '../../../../src/domain/frame/grey.ts';
import { dicomRead } from '../../../../src/formats/dicom/dicom-read.ts';
import type { ImageSeries } from '../../../../src/formats/files/image-series.ts';
import { InputError, type InputErrorCode } from '../../../../src/formats/files/input-error.ts';
import { fileKind } from '../../../../src/formats/files/picture-header.ts';
import { messageSentence } from '../../../../src/ui/sentences/message-sentence.ts';
import {
  dicomWrite,
  type Element,
  encapsulated,
  IDENTITY,
  pixelElements,
  plain,
  regionItem,
  rleFrame,
  SYNTAX,
  sq,
  st,
  us,
} from '../../../support/dicom-make.ts';
import { sentenceOf } from '../../../support/facts.ts';
import { IMAGE_HEIGHT, IMAGE_WIDTH, numberedGrey, numberRead } from '../../../support/numbered-image.ts';

const COUNT = 5;
const PIXELS = IMAGE_WIDTH * IMAGE_HEIGHT;
const greys = Array.from({ length: COUNT }, (_, index) => numberedGrey(index));
const SIZE = { columns: IMAGE_WIDTH, rows: IMAGE_HEIGHT, frames: COUNT };

/** Each sample of each pixel, by what makes them of its grey. */
function interleavedOf(grey: Uint8Array, samples: (level: number) => readonly number[]): Uint8Array {
  return Uint8Array.from([...grey].flatMap((level) => [...samples(level)]));
}

function planesOf(grey: Uint8Array, samples: (level: number) => readonly number[]): readonly Uint8Array[] {
  return [0, 1, 2].map((sample) => grey.map((level) => samples(level)[sample]!));
}

/** A colour whose grey is the level to within one: a little more red, less blue, as tinted maps have. */
const tinted = (level: number): readonly number[] => {
  const red = Math.min(255, level + 4);
  const blue = Math.max(0, level - 10);
  return [red, level, blue];
};
const greyOfTinted = (grey: Uint8Array): Uint8Array => greyFromColour(interleavedOf(grey, tinted), 3);
const ybr = (level: number): readonly number[] => [level, 120, 135];

function jpegOf(grey: Uint8Array): Uint8Array {
  const data = new Uint8Array(4 * PIXELS).fill(255);
  grey.forEach((level, i) => {
    data.set([level, level, level], 4 * i);
  });
  return Uint8Array.from(jpeg.encode({ width: IMAGE_WIDTH, height: IMAGE_HEIGHT, data }, 95).data);
}

/** Two pixels share their chroma. */
function ybr422(grey: Uint8Array): Uint8Array {
  const out = new Uint8Array(2 * PIXELS);
  for (let i = 0; i < PIXELS; i += 2) out.set([grey[i]!, grey[i + 1]!, 120, 135], 2 * i);
  return out;
}

/** A palette that is no plain ramp: entry `i` is the grey 255 - i, in words of 16 bits. */
const fallingPalette: readonly Element[] = [0, 1, 2].flatMap((colour) => [
  us(0x00281101 + colour, 256, 0, 16),
  {
    tag: 0x00281201 + colour,
    vr: 'OW',
    value: Uint8Array.from({ length: 512 }, (_, i) => 255 - (i >> 1)),
  },
]);
const negative = (grey: Uint8Array): Uint8Array => grey.map((level) => 255 - level);

const mono = pixelElements({ ...SIZE, photometric: 'MONOCHROME2' });
const colour = (photometric: string, planar: 0 | 1 = 0) =>
  pixelElements({ ...SIZE, photometric, samples: 3, planar });

const rleMono = greys.map((grey) => [rleFrame([grey])]);
const jpegs = greys.map((grey) => [jpegOf(grey)]);

interface Case {
  readonly name: string;
  readonly file: Uint8Array;
  /** What the grey levels become; they stay as they are unless stated. */
  readonly expected?: (grey: Uint8Array) => Uint8Array;
}

const cases: readonly Case[] = (
  [
    ['explicit, MONOCHROME2', dicomWrite(SYNTAX.explicit, mono, plain(greys))],
    ['implicit, MONOCHROME2', dicomWrite(SYNTAX.implicit, mono, plain(greys, false))],
    [
      'MONOCHROME1',
      dicomWrite(
        SYNTAX.explicit,
        pixelElements({ ...SIZE, photometric: 'MONOCHROME1' }),
        plain(greys.map(negative)),
      ),
    ],
    [
      'RGB by pixel',
      dicomWrite(SYNTAX.explicit, colour('RGB'), plain(greys.map((grey) => interleavedOf(grey, tinted)))),
      greyOfTinted,
    ],
    [
      'RGB by plane',
      dicomWrite(SYNTAX.explicit, colour('RGB', 1), plain(greys.flatMap((grey) => planesOf(grey, tinted)))),
      greyOfTinted,
    ],
    [
      'YBR_FULL',
      dicomWrite(SYNTAX.explicit, colour('YBR_FULL'), plain(greys.map((grey) => interleavedOf(grey, ybr)))),
    ],
    ['YBR_FULL_422', dicomWrite(SYNTAX.explicit, colour('YBR_FULL_422'), plain(greys.map(ybr422)))],
    [
      'YBR_FULL_422 in name only',
      dicomWrite(
        SYNTAX.explicit,
        colour('YBR_FULL_422'),
        plain(greys.map((grey) => interleavedOf(grey, ybr))),
      ),
    ],
    [
      'PALETTE COLOR',
      dicomWrite(
        SYNTAX.explicit,
        [...pixelElements({ ...SIZE, photometric: 'PALETTE COLOR' }), ...fallingPalette],
        plain(greys.map(negative)),
      ),
    ],
    ['RLE, MONOCHROME2', dicomWrite(SYNTAX.rle, mono, encapsulated(rleMono))],
    ['RLE without an offset table', dicomWrite(SYNTAX.rle, mono, encapsulated(rleMono, { hasTable: false }))],
    [
      'RLE, RGB',
      dicomWrite(
        SYNTAX.rle,
        colour('RGB'),
        encapsulated(greys.map((grey) => [rleFrame(planesOf(grey, tinted))])),
      ),
      greyOfTinted,
    ],
    [
      'RLE, YBR_FULL',
      dicomWrite(
        SYNTAX.rle,
        colour('YBR_FULL'),
        encapsulated(greys.map((grey) => [rleFrame(planesOf(grey, ybr))])),
      ),
    ],
    [
      'RLE, PALETTE COLOR',
      dicomWrite(
        SYNTAX.rle,
        [...pixelElements({ ...SIZE, photometric: 'PALETTE COLOR' }), ...fallingPalette],
        encapsulated(greys.map((grey) => [rleFrame([negative(grey)])])),
      ),
    ],
  ] as const
).map(([name, file, expected]) => ({ name, file, ...(expected !== undefined && { expected }) }));

function greyAt(series: ImageSeries, index: number): Uint8Array {
  const image = series.image(index);
  if (image.kind === 'grey') return image.grey;
  const { data } = jpeg.decode(image.jpeg, { useTArray: true });
  return greyFromColour(data, 4);
}

describe('every image of a DICOM file, in any order', () => {
  it.each(cases)('$name: to the bit', ({ file, expected = (grey) => grey }) => {
    const series = dicomRead(file);
    expect(series).toMatchObject({ width: IMAGE_WIDTH, height: IMAGE_HEIGHT });
    expect(series.timesMs.length).toBe(COUNT);
    for (const index of [0, 3, 1, 4, 2, 0]) {
      const grey = greyAt(series, index);
      expect(numberRead(grey)).toBe(index);
      expect(Buffer.from(grey).equals(Buffer.from(expected(greys[index]!)))).toBe(true);
    }
  });

  it.each([
    ['explicit', SYNTAX.explicit, true],
    ['implicit', SYNTAX.implicit, false],
  ])('a file without its preamble, %s, with and without its head', (_, syntax, isExplicit) => {
    const file = dicomWrite(syntax, [...IDENTITY, ...mono], plain(greys, isExplicit));
    const headless = 132 + 12 + file[140]! + 256 * file[141]!;
    for (const cut of [132, headless]) {
      const bare = file.slice(cut);
      expect(fileKind(bare)).toBe('dicom');
      const series = dicomRead(bare);
      expect(series.timesMs.length).toBe(COUNT);
      expect(greyAt(series, 3)).toEqual(greys[3]);
    }
  });

  it('seven bits of eight are the whole range of grey', () => {
    const elements = mono.map((element) => (element.tag === 0x00280101 ? us(0x00280101, 7) : element));
    const series = dicomRead(
      dicomWrite(SYNTAX.explicit, elements, plain(greys.map((grey) => grey.map((level) => level >> 1)))),
    );
    const grey = greyAt(series, 2);
    expect(grey.every((level, i) => Math.abs(level - greys[2]![i]!) <= 1)).toBe(true);
  });

  const split = jpegs.map(([bytes]) => {
    const half = (bytes!.length >> 2) << 1;
    return [bytes!.slice(0, half), bytes!.slice(half)];
  });
  it.each([
    ['with an offset table', encapsulated(jpegs)],
    ['without', encapsulated(jpegs, { hasTable: false })],
    ['in two fragments each', encapsulated(split)],
    ['in two fragments each without a table', encapsulated(split, { hasTable: false })],
  ])('JPEG %s: to within its loss', (_, pixels) => {
    const series = dicomRead(dicomWrite(SYNTAX.jpeg, colour('YBR_FULL_422'), pixels));
    for (const index of [4, 0, 2, 1, 3]) {
      const grey = greyAt(series, index);
      expect(numberRead(grey)).toBe(index);
      const off = grey.reduce((sum, level, i) => sum + Math.abs(level - greys[index]![i]!), 0) / PIXELS;
      expect(off).toBeLessThan(2);
    }
  });

  it('a JPEG of MONOCHROME1 is marked for whoever shows it', () => {
    const elements = pixelElements({ ...SIZE, photometric: 'MONOCHROME1' });
    const inverse = dicomRead(dicomWrite(SYNTAX.jpeg, elements, encapsulated(jpegs))).image(0);
    expect(inverse).toMatchObject({ kind: 'jpeg', isNegative: true });
  });
});

describe('a JPEG that the file calls RGB', () => {
  const [whole] = jpegs[0]!;
  /** APP0 (JFIF) lies right behind the start of the image. */
  const bare = Uint8Array.from([
    ...whole!.subarray(0, 2),
    ...whole!.subarray(4 + 256 * whole![4]! + whole![5]!),
  ]);
  const frameAt = bare.findIndex((byte, at) => byte === 0xff && bare[at + 1] === 0xc0);
  const scanAt = bare.findIndex((byte, at) => byte === 0xff && bare[at + 1] === 0xda);
  const named = bare.map((byte, at) => {
    const component = (from: number, step: number) => [0, 1, 2].findIndex((i) => at === from + step * i);
    const id = Math.max(component(frameAt + 10, 3), component(scanAt + 5, 2));
    return id < 0 ? byte : [82, 71, 66][id]!;
  });
  const halved = bare.map((byte, at) => (at === frameAt + 11 ? 0x22 : byte));
  /** APP14 with transform 0 right behind the start of the image. */
  const isMarked = (jpeg: Uint8Array): boolean => {
    const image = dicomRead(
      dicomWrite(
        SYNTAX.jpeg,
        pixelElements({ ...SIZE, frames: 1, photometric: 'RGB', samples: 3 }),
        encapsulated([[jpeg]]),
      ),
    ).image(0);
    const adobe = [0xff, 0xd8, 0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62];
    return image.kind === 'jpeg' && adobe.every((byte, i) => image.jpeg[i] === byte);
  };

  it('is luma and chroma all the same where chroma is sampled less, or as JFIF', () => {
    expect(isMarked(halved)).toBe(false);
    expect(isMarked(whole!)).toBe(false);
  });

  it('is red, green and blue where its components are called so, or nothing speaks against it', () => {
    expect(isMarked(named)).toBe(true);
    expect(
      isMarked(
        Uint8Array.from([...whole!.subarray(0, whole!.length - bare.length + 2), ...named.subarray(2)]),
      ),
    ).toBe(true);
    expect(isMarked(bare)).toBe(true);
  });
});

describe('what a file says beside its images', () => {
  const read = (...elements: readonly Element[]): ImageSeries =>
    dicomRead(dicomWrite(SYNTAX.explicit, [...mono, ...elements], plain(greys)));

  it('times: FrameTime, FrameTimeVector, CineRate, or 25 a second', () => {
    expect(read(st(0x00181063, 'DS', '33.5')).timesMs).toEqual([0, 33.5, 67, 100.5, 134]);
    expect(read(st(0x00181065, 'DS', '0\\20\\30\\40\\50')).timesMs).toEqual([0, 20, 50, 90, 140]);
    expect(read(st(0x00180040, 'IS', '50')).timesMs).toEqual([0, 20, 40, 60, 80]);
    expect(read(st(0x00082144, 'IS', '10')).timesMs).toEqual([0, 100, 200, 300, 400]);
    expect(read().timesMs).toEqual([0, 40, 80, 120, 160]);
    // In seconds; with the first gap left out; and a fraction where a whole number belongs.
    expect(read(st(0x00181063, 'DS', '0.04')).timesMs).toEqual([0, 40, 80, 120, 160]);
    expect(read(st(0x00181065, 'DS', '20\\30\\40\\50')).timesMs).toEqual([0, 20, 50, 90, 140]);
    expect(read(st(0x00180040, 'IS', '12.5')).timesMs[1]).toBe(80);
    // A vector of another length, or one that stands still, is none.
    expect(read(st(0x00181065, 'DS', '0\\20\\30'), st(0x00181063, 'DS', '10')).timesMs[1]).toBe(10);
    expect(read(st(0x00181065, 'DS', '0\\20\\0\\40\\50')).timesMs[1]).toBe(40);
  });

  it('region and scale: the largest two-dimensional one, in centimetres', () => {
    const small = regionItem({ left: 0, top: 0, right: 20, bottom: 20, xCm: 0.5 });
    const large = regionItem({ left: 10, top: 4, right: 119, bottom: 95, xCm: 0.02 });
    const mMode = regionItem({ left: 0, top: 0, right: 127, bottom: 95, xCm: 0.02, format: 2 });
    const series = read(sq(0x00186011, small, large, mMode));
    expect(series.region).toEqual({ left: 10, top: 4, width: 110, height: 92 });
    expect(series.scale?.mmPerPx).toBeCloseTo(0.2, 12);
    expect(series.scale?.origin).toBe('dicom');
    expect(series.pixelAspect).toBe(1);
    // Some count the corner beyond the last pixel.
    const slipped = regionItem({ left: 0, top: 0, right: 128, bottom: 96, xCm: 0.02 });
    expect(read(sq(0x00186011, slipped)).scale?.mmPerPx).toBeCloseTo(0.2, 12);
  });

  it('a region that reaches beyond the picture says where the image is, and nothing of its scale', () => {
    const halved = regionItem({ left: 20, top: 8, right: 239, bottom: 191, xCm: 0.02 });
    expect(read(sq(0x00186011, halved))).toMatchObject({
      region: { left: 20, top: 8, width: 108, height: 88 },
      scale: null,
      pixelAspect: 1,
    });
  });

  it('a depth that no lung is looked at with is no scale', () => {
    const scaleAt = (xCm: number) =>
      read(sq(0x00186011, regionItem({ left: 0, top: 0, right: 127, bottom: 95, xCm }))).scale;
    // 96 rows: 14.4, 15.4, 393.6 and 403.2 mm.
    expect(scaleAt(0.015)).toBeNull();
    expect(scaleAt(0.016)).not.toBeNull();
    expect(scaleAt(0.41)).not.toBeNull();
    expect(scaleAt(0.42)).toBeNull();
  });

  it('PixelSpacing is gone by where no region is given, and said', () => {
    const spacing = st(0x00280030, 'DS', '0.5\\0.5');
    expect(read(spacing)).toMatchObject({ scale: { mmPerPx: 0.5, origin: 'pixel_spacing' }, pixelAspect: 1 });
    const region = regionItem({ left: 0, top: 0, right: 127, bottom: 95, xCm: 0.02 });
    expect(read(spacing, sq(0x00186011, region)).scale?.origin).toBe('dicom');
    expect(read(st(0x00280030, 'DS', '9\\9')).scale).toBeNull();
    expect(read(st(0x00280030, 'DS', '0.5\\0.6')).scale).toBeNull();
  });

  it('pixels that are no squares, and a calibration that cannot be', () => {
    const flat = read(
      sq(0x00186011, regionItem({ left: 0, top: 0, right: 127, bottom: 95, xCm: 0.02, yCm: 0.03 })),
    );
    expect(flat.scale).toBeNull();
    expect(flat.pixelAspect).toBeCloseTo(1.5, 12);
    const nearly = read(
      sq(0x00186011, regionItem({ left: 0, top: 0, right: 127, bottom: 95, xCm: 0.02, yCm: 0.0203 })),
    );
    expect(nearly.scale?.mmPerPx).toBeCloseTo(0.2, 12);
    expect(nearly.pixelAspect).toBeCloseTo(1.015, 12);
    const wild = read(sq(0x00186011, regionItem({ left: 0, top: 0, right: 127, bottom: 95, xCm: 40 })));
    expect(wild).toMatchObject({ scale: null, pixelAspect: 1, region: { width: 128, height: 96 } });
    expect(read(st(0x00280034, 'IS', '4\\3')).pixelAspect).toBeCloseTo(4 / 3, 12);
  });

  it('only names of the rest are told, never what they hold', () => {
    const series = read(...IDENTITY, sq(0x00081111, [st(0x00080050, 'SH', 'ACC-1')]));
    expect(series.tagsRemoved).toEqual(
      expect.arrayContaining([
        'PatientName',
        'PatientID',
        'PatientBirthDate',
        'InstitutionName',
        'AccessionNumber',
        '(0009,1010)',
      ]),
    );
    expect(series.tagsRemoved).not.toContain('Rows');
    expect(JSON.stringify(series)).not.toMatch(/DOE|JANE|X-4711|NOWHERE|ACC-1|1970/);
  });
});

describe('how many images a file holds', () => {
  const stated = (frames: number | null, photometric = 'MONOCHROME2', samples = 1) =>
    pixelElements({ ...SIZE, photometric, samples }).flatMap((element) => {
      if (element.tag !== 0x00280008) return [element];
      return frames === null ? [] : [st(0x00280008, 'IS', String(frames))];
    });
  const files: readonly (readonly [string, (frames: number | null) => Uint8Array<ArrayBuffer>])[] = [
    ['uncompressed', (frames) => dicomWrite(SYNTAX.explicit, stated(frames), plain(greys))],
    [
      'uncompressed, with halved chroma',
      (frames) => dicomWrite(SYNTAX.explicit, stated(frames, 'YBR_FULL_422', 3), plain(greys.map(ybr422))),
    ],
    ['RLE', (frames) => dicomWrite(SYNTAX.rle, stated(frames), encapsulated(rleMono))],
    [
      'RLE without an offset table',
      (frames) => dicomWrite(SYNTAX.rle, stated(frames), encapsulated(rleMono, { hasTable: false })),
    ],
    ['JPEG', (frames) => dicomWrite(SYNTAX.jpeg, stated(frames), encapsulated(jpegs))],
    [
      'JPEG in two fragments each',
      (frames) =>
        dicomWrite(
          SYNTAX.jpeg,
          stated(frames),
          encapsulated(jpegs.map(([one]) => [one!.subarray(0, 400), one!.subarray(400)])),
        ),
    ],
  ];

  describe.each(files)('%s', (_, write) => {
    it.each([
      [5, []],
      [1, ['The file says that it holds 1 of its 5 images: all 5 are opened.']],
      [3, ['The file says that it holds 3 of its 5 images: all 5 are opened.']],
      [0, ['The file does not say how many images it holds: all 5 that are in it are opened.']],
      [null, ['The file does not say how many images it holds: all 5 that are in it are opened.']],
    ] as const)('%s are stated and 5 are there: all are opened, and that is said', (frames, notes) => {
      const series = dicomRead(write(frames));
      expect(series.timesMs).toHaveLength(COUNT);
      expect(series.notes.map(messageSentence)).toEqual(notes);
      const last = series.image(COUNT - 1);
      if (last.kind === 'grey') expect(numberRead(last.grey)).toBe(COUNT - 1);
    });
  });

  it('one image is one image, stated or not', () => {
    const one = dicomRead(dicomWrite(SYNTAX.explicit, stated(null), plain(greys.slice(0, 1))));
    expect(one).toMatchObject({ timesMs: [0], notes: [] });
  });
});

describe('what cannot be read is refused in one sentence', () => {
  const refusal = (file: Uint8Array): InputError => {
    try {
      const series = dicomRead(file);
      series.timesMs.forEach((_, index) => {
        series.image(index);
      });
    } catch (error) {
      expect(error).toBeInstanceOf(InputError);
      expect(sentenceOf(error)).toMatch(/^[^\n]*[^.]\.$/);
      expect(sentenceOf(error)).not.toMatch(/\. [A-Z]/);
      return error as InputError;
    }
    throw new Error('It was read.');
  };
  const expectRefused = (file: Uint8Array, code: InputErrorCode, words: RegExp): void => {
    const error = refusal(file);
    expect(error.code).toBe(code);
    expect(sentenceOf(error)).toMatch(words);
  };

  it.each([
    [SYNTAX.jpeg2000, /JPEG 2000/],
    [SYNTAX.jpegLs, /JPEG-LS/],
    [SYNTAX.jpegLossless, /lossless JPEG/],
    [SYNTAX.bigEndian, /big-endian/],
    [SYNTAX.deflated, /deflated/],
    [SYNTAX.h264, /MPEG/],
    ['1.2.3.4', /unknown encoding \(1\.2\.3\.4\)/],
  ])('%s', (syntax, words) => {
    expectRefused(dicomWrite(syntax, mono, encapsulated(jpegs)), 'encoding-unsupported', words);
  });

  it('16 bits, odd colours, no image, wrong sizes, and less than is stated', () => {
    const size = { ...SIZE, photometric: 'MONOCHROME2' };
    const write = (elements: readonly Element[]) => dicomWrite(SYNTAX.explicit, elements, plain(greys));
    expectRefused(write(pixelElements({ ...size, bits: 16 })), 'encoding-unsupported', /16 bits/);
    expectRefused(write(colour('YBR_PARTIAL_420')), 'encoding-unsupported', /YBR_PARTIAL_420/);
    expectRefused(write(pixelElements({ ...size, rows: 0 })), 'picture-too-small', /128 x 0/);
    expectRefused(write(pixelElements({ ...size, columns: 9000 })), 'picture-too-large', /9000/);
    expectRefused(write(pixelElements({ ...size, frames: 6 })), 'file-damaged', /damaged/);
    expectRefused(write(pixelElements({ ...size, frames: 200_000 })), 'too-many-pictures', /100,000/);
    expectRefused(write(pixelElements({ ...SIZE, photometric: 'PALETTE COLOR' })), 'file-damaged', /palette/);
    expectRefused(dicomWrite(SYNTAX.explicit, mono, new Uint8Array(0)), 'video-without-pictures', /no image/);
    expectRefused(
      dicomWrite(SYNTAX.jpeg, pixelElements({ ...size, rows: 64 }), encapsulated(jpegs)),
      'file-damaged',
      /size/,
    );
  });

  it('cut short anywhere', () => {
    const whole = dicomWrite(SYNTAX.rle, [...mono, ...IDENTITY], encapsulated(rleMono));
    for (let length = 132; length < whole.length - 8; length += 37) refusal(whole.slice(0, length));
  });
});
