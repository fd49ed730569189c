import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../src/formats/files/input-error.ts';
import { gifRead } from '../../../../src/formats/gif/gif-read.ts';
import { sentenceOf } from '../../../support/facts.ts';
import { type GifPart, gifWrite } from '../../../support/gif-make.ts';
import { IMAGE_HEIGHT, IMAGE_WIDTH, numberedGrey, numberRead } from '../../../support/numbered-image.ts';
import { randomSeeded } from '../../sector/synthetic-screen.ts';

const SIZE = { width: IMAGE_WIDTH, height: IMAGE_HEIGHT };

function read(...parts: readonly GifPart[]) {
  return gifRead(gifWrite(IMAGE_WIDTH, IMAGE_HEIGHT, parts));
}

function greyAt(series: ReturnType<typeof gifRead>, index: number): Uint8Array {
  const image = series.image(index);
  if (image.kind !== 'grey') throw new Error('A GIF holds no JPEG.');
  return image.grey;
}

const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.from(a).equals(Buffer.from(b));

describe('an animated GIF', () => {
  it('gives every image to the bit, in any order, at its time', () => {
    const series = read(
      ...Array.from({ length: 6 }, (_, i) => ({ ...SIZE, indices: numberedGrey(i), delay: 3 + i })),
    );
    expect(series.timesMs).toEqual([0, 30, 70, 120, 180, 250]);
    for (const index of [0, 5, 2, 3, 0, 4]) {
      expect(numberRead(greyAt(series, index))).toBe(index);
      expect(equal(greyAt(series, index), numberedGrey(index))).toBe(true);
    }
  });

  it('of many images gives the same going back as going on, whatever becomes of them', () => {
    const parts = Array.from({ length: 70 }, (_, i) => ({
      indices: numberedGrey(i).subarray(0, 64 * 40),
      left: (7 * i) % 50,
      top: (5 * i) % 40,
      width: 64,
      height: 40,
      disposal: ([0, 2, 3] as const)[i % 3]!,
      clearIndex: i % 2 === 0 ? 0 : -1,
    }));
    const [onward, back] = [read(...parts), read(...parts)];
    const shown = parts.map((_, index) => greyAt(onward, index));
    const random = randomSeeded(5);
    const order = [69, ...Array.from({ length: 60 }, () => Math.floor(70 * random())), 0, 15, 16, 15];
    for (const index of order) expect(equal(greyAt(back, index), shown[index]!), `${index}`).toBe(true);
  });

  it('opens with a zero before its end, as other programs open it', () => {
    const bytes = gifWrite(IMAGE_WIDTH, IMAGE_HEIGHT, [{ ...SIZE, indices: numberedGrey(1) }]);
    const padded = Uint8Array.from([...bytes.subarray(0, -1), 0, 0, 0x3b]);
    expect(numberRead(greyAt(gifRead(padded), 0))).toBe(1);
    expect(gifRead(padded).timesMs).toHaveLength(1);
  });

  it('with noise, for which the table of codes is filled and cleared again and again, and with interlacing', () => {
    const random = randomSeeded(5);
    const noise = Uint8Array.from({ length: IMAGE_WIDTH * IMAGE_HEIGHT }, () => Math.floor(random() * 256));
    const few = noise.map((level) => level & 3);
    for (const indices of [noise, few]) {
      expect(equal(greyAt(read({ ...SIZE, indices }), 0), indices)).toBe(true);
      expect(equal(greyAt(read({ ...SIZE, indices, isInterlaced: true }), 0), indices)).toBe(true);
    }
  });

  it('draws parts over what is there, leaves it where they are clear, and disposes of them as they say', () => {
    const base: GifPart = {
      ...SIZE,
      indices: new Uint8Array(SIZE.width * SIZE.height).fill(50),
      disposal: 1,
    };
    const part = (disposal: 1 | 2 | 3): GifPart => ({
      left: 10,
      top: 20,
      width: 2,
      height: 1,
      indices: Uint8Array.of(200, 7),
      clearIndex: 7,
      disposal,
    });
    const clear: GifPart = { left: 0, top: 0, width: 1, height: 1, indices: Uint8Array.of(7), clearIndex: 7 };
    const at = (grey: Uint8Array): readonly number[] => [
      ...grey.subarray(20 * SIZE.width + 10, 20 * SIZE.width + 12),
    ];
    for (const [disposal, after] of [
      [1, [200, 50]],
      [2, [0, 0]],
      [3, [50, 50]],
    ] as const) {
      const series = read(base, part(disposal), clear);
      expect(at(greyAt(series, 2)), `disposal ${disposal}`).toEqual(after);
      expect(at(greyAt(series, 1))).toEqual([200, 50]);
      expect(at(greyAt(series, 0))).toEqual([50, 50]);
    }
  });

  it('takes stated delays below 20 ms for 100, as browsers do', () => {
    const parts = [0, 1, 2, 3].map((delay) => ({ ...SIZE, indices: numberedGrey(0), delay }));
    expect(read(...parts).timesMs).toEqual([0, 100, 200, 220]);
  });

  it('cut off between two images is shown, and that images may be missing is told', () => {
    const parts = [0, 1].map((i) => ({ ...SIZE, indices: numberedGrey(i) }));
    const one = gifWrite(IMAGE_WIDTH, IMAGE_HEIGHT, parts.slice(0, 1));
    const both = gifWrite(IMAGE_WIDTH, IMAGE_HEIGHT, parts);
    const cut = gifRead(both.slice(0, one.length - 1));
    expect(cut.timesMs).toHaveLength(1);
    expect(cut.notes).toEqual([{ code: 'gifWithoutEnd' }]);
    expect(gifRead(both).notes).toEqual([]);
  });

  it('cut short anywhere is refused in a sentence, or shown as far as whole images go', () => {
    const whole = gifWrite(
      IMAGE_WIDTH,
      IMAGE_HEIGHT,
      [0, 1].map((i) => ({ ...SIZE, indices: numberedGrey(i) })),
    );
    let refused = 0;
    for (let length = 4; length < whole.length; length += 23) {
      try {
        const series = gifRead(whole.slice(0, length));
        series.timesMs.forEach((_, index) => {
          greyAt(series, index);
        });
        expect(series.notes).toHaveLength(1);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
        expect(sentenceOf(error)).toMatch(/^[^\n]*[^.]\.$/);
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(10);
  });
});
