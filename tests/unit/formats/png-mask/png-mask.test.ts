import { deflateSync, inflateSync } from 'node:zlib';
import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { CLIP_UNKNOWN, shapesOf } from '../../../../src/domain/annotation/annotation.ts';
import { maskPixels } from '../../../../src/domain/annotation/mask-runs.ts';
import { greyPng } from '../../../../src/formats/png/grey-png.ts';
import { indexPngRead } from '../../../../src/formats/png/index-png.ts';
import { pngMasksRead } from '../../../../src/formats/png-mask/png-mask-read.ts';
import { pngMasksWrite } from '../../../../src/formats/png-mask/png-mask-write.ts';
import { ALONE, annotationOf, FAN, SIZE } from '../../../support/annotation-make.ts';
import { sentenceThrown } from '../../../support/facts.ts';

const inflate = (packed: Uint8Array, most: number): Uint8Array =>
  inflateSync(packed, { maxOutputLength: most });
const zlib = (bytes: Uint8Array): Uint8Array => deflateSync(bytes);

/** 40 by 33 pixels of values that change everywhere, so that an encoder has use for every filter. */
const values = Uint8Array.from({ length: 40 * 33 }, (_, at) => (at * 7 + ((at * at) >> 5)) & 255);

describe('a PNG of numbers', () => {
  it.each(['none', 'sub', 'up', 'average', 'paeth'])('is read with the filter %s', (filter) => {
    const png = filtered(values, 40, 33, ['none', 'sub', 'up', 'average', 'paeth'].indexOf(filter));
    expect(indexPngRead(png, 100, inflate)).toEqual({ width: 40, height: 33, values });
  });

  it('is read as another program writes it', () => {
    const png = encode({ width: 40, height: 33, data: values, channels: 1, depth: 8 });
    expect(indexPngRead(png, 100, inflate)).toEqual({ width: 40, height: 33, values });
  });

  it('of four bits is unpacked, the higher half first', () => {
    const png = bitsPng(3, 2, 4, [0, 0x12, 0x30, 0, 0x45, 0x60]);
    expect(indexPngRead(png, 100, inflate)).toEqual({
      width: 3,
      height: 2,
      values: Uint8Array.from([1, 2, 3, 4, 5, 6]),
    });
  });

  it('of colours is of another kind, and one that would swell is damaged', () => {
    const colour = encode({
      width: 40,
      height: 33,
      data: new Uint8Array(40 * 33 * 3),
      channels: 3,
      depth: 8,
    });
    expect(indexPngRead(colour, 100, inflate)).toBe('kind');
    const swelling = bitsPng(
      40,
      33,
      8,
      Array.from({ length: 100_000 }, () => 0),
    );
    expect(indexPngRead(swelling, 100, inflate)).toBe('damaged');
    expect(indexPngRead(swelling.slice(0, 40), 100, inflate)).toBe('damaged');
    expect(indexPngRead(greyPng(40, 33, values, zlib), 39, inflate)).toBe('damaged');
  });
});

describe('PNG masks', () => {
  const mask = greyPng(
    64,
    48,
    Uint8Array.from({ length: 64 * 48 }, (_, at) => (at === 70 ? 9 : at === 80 ? 2 : 0)),
    zlib,
  );

  it('without a list have their frames by their names and their values as labels', () => {
    const { annotation } = pngMasksRead([{ name: 'm_12.png', bytes: mask }], CLIP_UNKNOWN, inflate);
    expect(annotation.frames).toMatchObject([
      {
        index: 12,
        shapes: [
          { label: 'value 2', left: 16, top: 1 },
          { label: 'value 9', left: 6, top: 1 },
        ],
      },
    ]);
  });

  it('follow the fan for B-lines, where it is known', () => {
    const across = {
      ...ALONE,
      kind: 'polyline' as const,
      label: 'b_line',
      breadthPx: null,
      points: [
        { x: 30.5, y: 14.5 },
        { x: 34.5, y: 14.5 },
      ],
    };
    const annotation = annotationOf([{ index: 0, shape: across }], { sector: FAN });
    const { annotation: read } = pngMasksRead(pngMasksWrite(annotation, zlib), CLIP_UNKNOWN, inflate);
    const [beam] = shapesOf(read);
    if (beam?.kind !== 'mask') throw new Error('no mask');
    // From the line to the bottom, 40 px below the face.
    expect(beam).toMatchObject({ top: 14, height: 31 });
    const rows = maskPixels(beam);
    const broad = (row: number): number =>
      rows.subarray(row * beam.width, (row + 1) * beam.width).reduce((sum, pixel) => sum + pixel, 0);
    // 4 px broad 30 px from the apex: 4.1 px at 31 px, about the middle of a column, and 7.7 px at 58 px.
    expect(broad(1)).toBe(5);
    expect(broad(28)).toBe(7);
  });

  it('leave out what was rejected', () => {
    const rejected = {
      ...ALONE,
      status: { verdict: 'invalidated' as const, adjudicator: null, timestamp: null },
      kind: 'box' as const,
      label: 'rib',
      left: 1,
      top: 1,
      width: 5,
      height: 5,
    };
    const annotation = annotationOf([{ index: 0, shape: rejected }], { size: SIZE });
    const { annotation: read } = pngMasksRead(pngMasksWrite(annotation, zlib), CLIP_UNKNOWN, inflate);
    expect(shapesOf(read)).toEqual([]);
  });

  it('say which of them is missing, damaged or of another kind', () => {
    const files = pngMasksWrite(
      annotationOf([
        { index: 0, shape: { ...ALONE, kind: 'box', label: 'rib', left: 1, top: 1, width: 5, height: 5 } },
      ]),
      zlib,
    );
    expect(sentenceThrown(() => pngMasksRead(files.slice(0, 1), CLIP_UNKNOWN, inflate))).toMatch(
      /frame_000000\.png/,
    );
    const cut = [files[0]!, { ...files[1]!, bytes: files[1]!.bytes.slice(0, -30) }];
    expect(sentenceThrown(() => pngMasksRead(cut, CLIP_UNKNOWN, inflate))).toMatch(
      /damaged.*frame_000000\.png/,
    );
    const colour = {
      ...files[1]!,
      bytes: encode({ width: 64, height: 48, data: new Uint8Array(64 * 48 * 3), channels: 3, depth: 8 }),
    };
    expect(sentenceThrown(() => pngMasksRead([files[0]!, colour], CLIP_UNKNOWN, inflate))).toMatch(
      /one channel/,
    );
    const other = { name: 'n_13.png', bytes: greyPng(9, 9, new Uint8Array(81), zlib) };
    expect(
      sentenceThrown(() => pngMasksRead([{ name: 'm_12.png', bytes: mask }, other], CLIP_UNKNOWN, inflate)),
    ).toMatch(/different sizes/);
  });
});

/** A PNG whose rows all have one filter, by its definition. */
function filtered(pixels: Uint8Array, width: number, height: number, filter: number): Uint8Array {
  const at = (x: number, y: number): number => (x < 0 || y < 0 ? 0 : pixels[y * width + x]!);
  const rows = Array.from({ length: height }, (_, y) => [
    filter,
    ...Array.from({ length: width }, (__, x) => {
      const [a, b, c] = [at(x - 1, y), at(x, y - 1), at(x - 1, y - 1)];
      const p = a + b - c;
      const nearest = [a, b, c].reduce((best, each) =>
        Math.abs(p - each) < Math.abs(p - best) ? each : best,
      );
      const guess = [0, a, b, Math.floor((a + b) / 2), nearest][filter]!;
      return (at(x, y) - guess) & 255;
    }),
  ]);
  return bitsPng(width, height, 8, rows.flat());
}

/** A grey PNG of rows as they are, filters before them. */
function bitsPng(width: number, height: number, depth: number, rows: readonly number[]): Uint8Array {
  const whole = greyPng(width, height, new Uint8Array(width * height), () =>
    deflateSync(Uint8Array.from(rows)),
  );
  whole[24] = depth;
  return whole;
}
