import { describe, expect, it } from 'vitest';
import { dicomRead } from '../../../../src/formats/dicom/dicom-read.ts';
import { InputError, type InputErrorCode } from '../../../../src/formats/files/input-error.ts';
import { messageSentence } from '../../../../src/ui/sentences/message-sentence.ts';
import {
  dicomWrite,
  type Element,
  encapsulated,
  IDENTITY,
  pixelElements,
  plain,
  SYNTAX,
  st,
} from '../../../support/dicom-make.ts';
import { sentenceOf } from '../../../support/facts.ts';
import { numberRead } from '../../../support/numbered-image.ts';
import { COUNT, colour, greys, jpegs, mono, rleMono, SIZE, ybr422 } from './dicom-cases.ts';

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
