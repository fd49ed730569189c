import jpeg from 'jpeg-js';
import { greyFromColour } from '../../../../src/domain/frame/grey.ts';
import type { ImageSeries } from '../../../../src/formats/files/image-series.ts';
import {
  dicomWrite,
  type Element,
  encapsulated,
  pixelElements,
  plain,
  rleFrame,
  SYNTAX,
  us,
} from '../../../support/dicom-make.ts';
import { IMAGE_HEIGHT, IMAGE_WIDTH, numberedGrey } from '../../../support/numbered-image.ts';

export const COUNT = 5;
export const PIXELS = IMAGE_WIDTH * IMAGE_HEIGHT;
export const greys = Array.from({ length: COUNT }, (_, index) => numberedGrey(index));
export const SIZE = { columns: IMAGE_WIDTH, rows: IMAGE_HEIGHT, frames: COUNT };

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
export function ybr422(grey: Uint8Array): Uint8Array {
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

export const mono = pixelElements({ ...SIZE, photometric: 'MONOCHROME2' });
export const colour = (photometric: string, planar: 0 | 1 = 0) =>
  pixelElements({ ...SIZE, photometric, samples: 3, planar });

export const rleMono = greys.map((grey) => [rleFrame([grey])]);
export const jpegs = greys.map((grey) => [jpegOf(grey)]);

interface Case {
  readonly name: string;
  readonly file: Uint8Array;
  /** What the grey levels become; they stay as they are unless stated. */
  readonly expected?: (grey: Uint8Array) => Uint8Array;
}

export const cases: readonly Case[] = (
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

export function greyAt(series: ImageSeries, index: number): Uint8Array {
  const image = series.image(index);
  if (image.kind === 'grey') return image.grey;
  const { data } = jpeg.decode(image.jpeg, { useTArray: true });
  return greyFromColour(data, 4);
}
