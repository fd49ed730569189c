import { describe, expect, it } from 'vitest';
import { dicomRead } from '../../../../src/formats/dicom/dicom-read.ts';
import type { ImageSeries } from '../../../../src/formats/files/image-series.ts';
import { fileKind } from '../../../../src/formats/files/picture-header.ts';
import {
  dicomWrite,
  type Element,
  encapsulated,
  IDENTITY,
  pixelElements,
  plain,
  regionItem,
  SYNTAX,
  sq,
  st,
  us,
} from '../../../support/dicom-make.ts';
import { IMAGE_HEIGHT, IMAGE_WIDTH, numberRead } from '../../../support/numbered-image.ts';
import { COUNT, cases, colour, greyAt, greys, jpegs, mono, PIXELS, SIZE } from './dicom-cases.ts';

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
