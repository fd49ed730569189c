import { zipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import type { Clip } from '../../../../src/adapters/clip/clip.ts';
import type { Frame } from '../../../../src/domain/frame/frame.ts';
import { mmFromPx, type Sector, sectorContains } from '../../../../src/domain/geometry/sector.ts';
import { greyOriented } from '../../../../src/formats/exif/exif-orientation.ts';
import { InputError, type InputErrorCode } from '../../../../src/formats/files/input-error.ts';
import { clipFilesOpen } from '../../../../src/parts/opening/clip-files.ts';
import type { FrameSource } from '../../../../src/ports/frame-source.ts';
import {
  dicomWrite,
  encapsulated,
  IDENTITY,
  pixelElements,
  plain,
  regionItem,
  rleFrame,
  SYNTAX,
  sq,
  st,
} from '../../../support/dicom-make.ts';
import { exifSay } from '../../../support/exif-make.ts';
import { sentenceOf } from '../../../support/facts.ts';
import { gifWrite } from '../../../support/gif-make.ts';
import { mutated } from '../../../support/mutated.ts';
import {
  IMAGE_FAN,
  IMAGE_HEIGHT,
  IMAGE_WIDTH,
  numberedGrey,
  numberRead,
} from '../../../support/numbered-image.ts';
import { repetitions } from '../../../support/repetitions.ts';
import { randomSeeded } from '../../../unit/sector/synthetic-screen.ts';
import { onlyClip } from './only-clip.ts';
import { mp4Write, picturesEncode } from './video-make.ts';

const COUNT = 7;
const greys = Array.from({ length: COUNT }, (_, index) => numberedGrey(index));
const SIZE = { columns: IMAGE_WIDTH, rows: IMAGE_HEIGHT, frames: COUNT };
/** The drawn fan at a made-up scale. */
const MM_PER_PX = 1.2;
const FAN: Sector = {
  kind: 'convex',
  mmPerPx: MM_PER_PX,
  originPx: { x: IMAGE_FAN.apexX, y: IMAGE_FAN.apexY + IMAGE_FAN.inner },
  radiusMm: IMAGE_FAN.inner * MM_PER_PX,
  angleRad: 2 * IMAGE_FAN.half,
  depthMm: (IMAGE_FAN.outer - IMAGE_FAN.inner) * MM_PER_PX,
};

const opened: { close(): void }[] = [];
afterEach(() => {
  for (const thing of opened.splice(0)) thing.close();
});

async function open(...files: readonly File[]): Promise<Clip> {
  const clip = onlyClip(await clipFilesOpen(files));
  opened.push(clip);
  return clip;
}

function sourceOf(clip: Clip): FrameSource {
  const source = clip.source(FAN);
  opened.push(source);
  return source;
}

async function pictureFile(index: number, type: 'image/png' | 'image/jpeg', name: string): Promise<File> {
  const canvas = new OffscreenCanvas(IMAGE_WIDTH, IMAGE_HEIGHT);
  const data = new ImageData(IMAGE_WIDTH, IMAGE_HEIGHT);
  for (const [at, level] of greys[index]!.entries()) data.data.set([level, level, level, 255], 4 * at);
  canvas.getContext('2d')!.putImageData(data, 0, 0);
  return new File([await canvas.convertToBlob({ type, quality: 0.95 })], name);
}

async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.arrayBuffer());
}

/** Where the frame's own corner lies in the whole image. */
function cornerOf(frame: Frame): readonly [left: number, top: number] {
  return [FAN.originPx.x - frame.sector.originPx.x, FAN.originPx.y - frame.sector.originPx.y];
}

function frameNumber(frame: Frame): number {
  const [left, top] = cornerOf(frame);
  return numberRead(frame.grey, frame.width, left, top);
}

const mono = pixelElements({ ...SIZE, photometric: 'MONOCHROME2' });
const files: readonly (readonly [name: string, make: () => Promise<readonly File[]>])[] = [
  ['a DICOM file', async () => [new File([dicomWrite(SYNTAX.explicit, mono, plain(greys))], 'a.dcm')]],
  [
    'a DICOM file with RLE',
    async () => [
      new File([dicomWrite(SYNTAX.rle, mono, encapsulated(greys.map((grey) => [rleFrame([grey])])))], 'a'),
    ],
  ],
  [
    'a DICOM file with JPEGs',
    async () => {
      const jpegs = await Promise.all(greys.map((_, i) => pictureFile(i, 'image/jpeg', '')));
      const frames = await Promise.all(jpegs.map(async (jpeg) => [await bytesOf(jpeg)]));
      const elements = pixelElements({ ...SIZE, photometric: 'YBR_FULL_422', samples: 3 });
      return [new File([dicomWrite(SYNTAX.jpeg, elements, encapsulated(frames))], 'a.dcm')];
    },
  ],
  [
    'a GIF',
    async () => {
      const parts = greys.map((indices) => ({ indices, width: IMAGE_WIDTH, height: IMAGE_HEIGHT }));
      return [new File([gifWrite(IMAGE_WIDTH, IMAGE_HEIGHT, parts)], 'a.gif')];
    },
  ],
  [
    'PNGs given in any order',
    async () => {
      const order = [3, 0, 6, 1, 5, 2, 4];
      return Promise.all(order.map((i) => pictureFile(i, 'image/png', `scan ${i + 8}.png`)));
    },
  ],
  [
    'a zip of JPEGs',
    async () => {
      const entries = await Promise.all(
        greys.map(async (_, i) => [`x/${i + 8}.jpg`, await bytesOf(await pictureFile(i, 'image/jpeg', ''))]),
      );
      return [new File([zipSync(Object.fromEntries(entries)) as Uint8Array<ArrayBuffer>], 'a.zip')];
    },
  ],
  [
    'a zip of one DICOM file',
    async () => [
      new File(
        [zipSync({ 'a.dcm': dicomWrite(SYNTAX.explicit, mono, plain(greys)) }) as Uint8Array<ArrayBuffer>],
        'a.zip',
      ),
    ],
  ],
];

describe.each(files)('%s', (_, make) => {
  it('gives every image by its number, in any order and all in order, at its time', async () => {
    const clip = await open(...(await make()));
    expect(clip).toMatchObject({ kind: 'clip', width: IMAGE_WIDTH, height: IMAGE_HEIGHT });
    expect(clip.timesMs).toEqual([0, 40, 80, 120, 160, 200, 240]);
    const source = sourceOf(clip);
    for (const index of [0, 5, 2, 6, 1, 0]) {
      const shown = await source.freeze(index);
      expect(shown.index).toBe(index);
      expect(frameNumber(shown.frame)).toBe(index);
      expect(shown.frame.timeMs).toBe(40 * index);
    }
    const numbers: number[] = [];
    for await (const frame of clip.frames(FAN)) numbers.push(frameNumber(frame));
    expect(numbers).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});

describe('what is known of a DICOM file', () => {
  const regions = sq(0x00186011, regionItem({ left: 4, top: 0, right: 123, bottom: 95, xCm: 0.12 }));
  const file = () =>
    new File([dicomWrite(SYNTAX.explicit, [...mono, ...IDENTITY, regions], plain(greys))], 'a.dcm');

  it('its scale makes the millimetres of what is found', async () => {
    const clip = await open(file());
    expect(clip.known?.origin).toBe('dicom');
    expect(clip.known?.mmPerPx).toBeCloseTo(1.2, 9);
    expect(clip.found?.scale).toBe('dicom');
    expect(clip.found?.sector.mmPerPx).toBeCloseTo(1.2, 9);
    const sector = clip.found!.sector;
    expect(Math.abs(sector.originPx.x - FAN.originPx.x)).toBeLessThan(2);
    expect(Math.abs(sector.depthMm - FAN.depthMm)).toBeLessThan(4);
  });

  it('what was left out is told by name and number, and nothing of it leaves', async () => {
    const clip = await open(file());
    const removed = clip.removed(FAN);
    expect(removed.tags).toEqual(expect.arrayContaining(['PatientName', 'PatientID', 'InstitutionName']));
    let outside = 0;
    for (let y = 0; y < IMAGE_HEIGHT; y++) {
      for (let x = 0; x < IMAGE_WIDTH; x++) {
        if (!sectorContains(FAN, mmFromPx(FAN, { x: x + 0.5, y: y + 0.5 }))) outside += 1;
      }
    }
    expect(removed).toMatchObject({ pixels: outside, pixelsAll: IMAGE_WIDTH * IMAGE_HEIGHT });
    const { frame } = await sourceOf(clip).freeze(1);
    const lit = frame.grey.reduce((sum, level) => sum + (level > 0 ? 1 : 0), 0);
    expect(lit).toBeLessThanOrEqual(IMAGE_WIDTH * IMAGE_HEIGHT - outside);
    expect(JSON.stringify([clip.file, removed, frame.sector])).not.toMatch(/DOE|X-4711/);
  });

  it('pixels that are no squares are evened out', async () => {
    const flat = sq(0x00186011, regionItem({ left: 0, top: 0, right: 127, bottom: 95, xCm: 0.1, yCm: 0.2 }));
    const clip = await open(
      new File([dicomWrite(SYNTAX.explicit, [...mono, flat], plain(greys))], 'flat.dcm'),
    );
    expect(clip).toMatchObject({ width: IMAGE_WIDTH, height: 2 * IMAGE_HEIGHT });
    expect(clip.known).toBeNull();
  });

  it('a negative JPEG is shown as it is meant', async () => {
    const jpeg = await bytesOf(await pictureFile(3, 'image/jpeg', ''));
    const elements = pixelElements({ ...SIZE, frames: 1, photometric: 'MONOCHROME1' });
    const clip = await open(new File([dicomWrite(SYNTAX.jpeg, elements, encapsulated([[jpeg]]))], 'n.dcm'));
    const { frame } = await sourceOf(clip).freeze();
    // The number's cells change their parts: 3 is two bright cells and six dark ones.
    expect(frameNumber(frame)).toBe(255 - 3);
  });
});

describe('playing', () => {
  it('goes faster and slower, stops at the end or begins anew, and holds all images', async () => {
    const clip = await open(
      new File([dicomWrite(SYNTAX.explicit, [...mono, st(0x00181063, 'DS', '100')], plain(greys))], 'a'),
    );
    const source = sourceOf(clip);
    expect(await source.held()).toEqual({ first: 0, timesMs: [0, 100, 200, 300, 400, 500, 600] });
    source.seekable!.paceSet({ speed: 4, isLooping: false });
    const shown: number[] = [];
    const began = performance.now();
    await new Promise<void>((resolve) => {
      source.play(({ index }) => {
        shown.push(index);
        if (index === 6) resolve();
      });
    });
    expect(shown).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(performance.now() - began).toBeGreaterThan(140);
    // It stands where it ended, and begins anew when it is played again.
    expect((await source.freeze()).index).toBe(6);
    const again = await new Promise<number>((resolve) => source.play(({ index }) => resolve(index)));
    expect(again).toBe(0);
  });

  it('frames end when told to', async () => {
    const clip = await open(new File([dicomWrite(SYNTAX.explicit, mono, plain(greys))], 'a.dcm'));
    const stop = new AbortController();
    let count = 0;
    for await (const _ of clip.frames(FAN, stop.signal)) {
      count += 1;
      if (count === 3) stop.abort();
    }
    expect(count).toBe(3);
  });
});

async function expectRefused(code: InputErrorCode, words: RegExp, ...given: readonly File[]): Promise<void> {
  const error = await clipFilesOpen(given).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(InputError);
  expect((error as InputError).code).toBe(code);
  expect(sentenceOf(error)).toMatch(words);
  expect(sentenceOf(error)).toMatch(/^[^\n]*[^.]\.$/);
}

describe('JPEGs whose pixels lie on their side, as phones write them', () => {
  /** Grey levels that no turn leaves as they are, in a raster that is wider than high. */
  const stored = greys[5]!.map((level, i) => (level === 0 ? (i % IMAGE_WIDTH) >> 1 : level));
  const jpegSaying = async (orientation: number): Promise<File> => {
    const canvas = new OffscreenCanvas(IMAGE_WIDTH, IMAGE_HEIGHT);
    const data = new ImageData(IMAGE_WIDTH, IMAGE_HEIGHT);
    for (const [at, level] of stored.entries()) data.data.set([level, level, level, 255], 4 * at);
    canvas.getContext('2d')!.putImageData(data, 0, 0);
    const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
    return new File([exifSay(await bytesOf(jpeg), orientation)], `${orientation}.jpg`);
  };
  const wholeOf = (width: number, height: number): Sector => ({
    kind: 'linear',
    mmPerPx: 1,
    originPx: { x: width / 2, y: 0 },
    widthMm: width,
    depthMm: height,
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8] as const)('%i is shown as it was taken', async (orientation) => {
    const clip = await open(await jpegSaying(orientation));
    const size = { width: IMAGE_WIDTH, height: IMAGE_HEIGHT };
    const expected = greyOriented(stored, size, orientation);
    expect(clip).toMatchObject({ width: expected.width, height: expected.height });
    const source = clip.source(wholeOf(clip.width, clip.height));
    opened.push(source);
    const { grey } = (await source.freeze()).frame;
    const apart = grey.reduce((sum, level, i) => sum + Math.abs(level - expected.grey[i]!), 0) / grey.length;
    expect(apart).toBeLessThan(3);
  });

  it('make a series where they are shown alike, and two where they are not', async () => {
    const clip = await open(await jpegSaying(6), await jpegSaying(8));
    expect(clip).toMatchObject({ width: IMAGE_HEIGHT, height: IMAGE_WIDTH, timesMs: [0, 40] });
    const found = await clipFilesOpen([await jpegSaying(1), await jpegSaying(6), await jpegSaying(8)]);
    expect(found).toMatchObject({
      kind: 'several',
      clips: [
        { name: { name: '1.jpg', others: 0 }, width: IMAGE_WIDTH, height: IMAGE_HEIGHT, timesMs: [0] },
        { name: { name: '6.jpg', others: 1 }, width: IMAGE_HEIGHT, height: IMAGE_WIDTH, timesMs: [0, 40] },
      ],
    });
  });
});

describe('what does not go together is refused', () => {
  it('nothing of use, and a swelling zip', async () => {
    const png = await pictureFile(0, 'image/png', '1.png');
    const words = new File(['only words'], 'notes.txt');
    await expectRefused('file-unknown', /neither a picture/, words, words);
    const swelling = new Uint8Array(8 << 20);
    swelling.set(await bytesOf(png));
    const bomb = zipSync({ 'a.png': swelling }) as Uint8Array<ArrayBuffer>;
    await expectRefused('archive-refused', /swell/, new File([bomb], 'bomb.zip'));
    const text = zipSync({ 'notes.txt': new Uint8Array(100) }) as Uint8Array<ArrayBuffer>;
    await expectRefused('file-unknown', /neither a picture/, new File([text], 'text.zip'));
  });

  it('other encodings of DICOM', async () => {
    const file = dicomWrite(SYNTAX.jpeg2000, mono, encapsulated([[new Uint8Array(20)]]));
    await expectRefused('encoding-unsupported', /JPEG 2000/, new File([file], 'a.dcm'));
  });
});

const MUTATIONS = repetitions(40, 600);

describe(`${MUTATIONS} seeded mutations each`, () => {
  const kinds: readonly (readonly [string, () => Promise<Uint8Array<ArrayBuffer>>])[] = [
    [
      'a DICOM file',
      async () => {
        const few = greys.slice(0, 2).map((grey) => [rleFrame([grey])]);
        const elements = pixelElements({ ...SIZE, frames: 2, photometric: 'MONOCHROME2' });
        const regions = sq(0x00186011, regionItem({ left: 0, top: 0, right: 127, bottom: 95, xCm: 0.1 }));
        return dicomWrite(SYNTAX.rle, [...elements, ...IDENTITY, regions], encapsulated(few));
      },
    ],
    ['an MP4', async () => mp4Write(await picturesEncode('vp9', [0, 40_000, 80_000], 2))],
    ['a PNG', async () => bytesOf(await pictureFile(0, 'image/png', ''))],
    [
      'a zip',
      async () => {
        const png = await bytesOf(await pictureFile(0, 'image/png', ''));
        return zipSync({ '1.png': png, '2.png': png }) as Uint8Array<ArrayBuffer>;
      },
    ],
  ];

  it.each(kinds)(
    '%s is opened and shown, or refused in one sentence; none hangs',
    { timeout: 60_000 + MUTATIONS * 2_000 },
    async (_, make) => {
      const random = randomSeeded(77);
      const original = await make();
      const count = { opened: 0, refused: 0 };
      for (let trial = 0; trial < MUTATIONS; trial++) {
        try {
          const clip = onlyClip(await clipFilesOpen([new File([mutated(original, random)], 'mutated')]));
          const source = clip.source(clip.found?.sector ?? FAN);
          await source.freeze(clip.timesMs.length - 1).finally(() => {
            source.close();
            clip.close();
          });
          count.opened += 1;
        } catch (error) {
          expect(error, `trial ${trial}`).toBeInstanceOf(InputError);
          expect(sentenceOf(error)).toMatch(/^[^\n]*[^.]\.$/);
          count.refused += 1;
        }
      }
      // Every byte of a PNG is under a checksum: none of them need be opened.
      expect(count.opened + count.refused).toBe(MUTATIONS);
      expect(count.refused).toBeGreaterThan(0.15 * MUTATIONS);
    },
  );
});
