import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { archiveRead } from '../../../src/adapters/archive/shared/archive-read.ts';
import { dicomRead } from '../../../src/adapters/dicom/dicom-read.ts';
import { gifRead } from '../../../src/adapters/gif/gif-read.ts';
import type { ImageSeries } from '../../../src/domain/frame/image-series.ts';
import { InputError } from '../../../src/domain/frame/input-error.ts';
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
} from '../../support/dicom-make.ts';
import { gifWrite } from '../../support/gif-make.ts';
import { mutated } from '../../support/mutated.ts';
import { IMAGE_HEIGHT, IMAGE_WIDTH, numberedGrey } from '../../support/numbered-image.ts';
import { randomSeeded } from '../geometry/synthetic-screen.ts';

const greys = [0, 1, 2].map(numberedGrey);
const elements = [
  ...pixelElements({ columns: IMAGE_WIDTH, rows: IMAGE_HEIGHT, frames: 3, photometric: 'MONOCHROME2' }),
  ...IDENTITY,
  sq(0x00186011, regionItem({ left: 0, top: 0, right: 127, bottom: 95, xCm: 0.1 })),
];
const MUTATIONS = 500;

function imagesAll(series: ImageSeries): void {
  series.timesMs.forEach((_, index) => {
    series.image(index);
  });
}

const kinds: readonly (readonly [
  string,
  Uint8Array<ArrayBuffer>,
  (bytes: Uint8Array) => void | Promise<void>,
])[] = [
  [
    'an uncompressed DICOM file',
    dicomWrite(SYNTAX.explicit, elements, plain(greys)),
    (bytes) => imagesAll(dicomRead(bytes)),
  ],
  [
    'a DICOM file with RLE',
    dicomWrite(SYNTAX.rle, elements, encapsulated(greys.map((grey) => [rleFrame([grey])]))),
    (bytes) => imagesAll(dicomRead(bytes)),
  ],
  [
    'a GIF',
    gifWrite(
      IMAGE_WIDTH,
      IMAGE_HEIGHT,
      greys.map((indices) => ({ indices, width: IMAGE_WIDTH, height: IMAGE_HEIGHT })),
    ),
    (bytes) => imagesAll(gifRead(bytes)),
  ],
  [
    'a zip',
    zipSync({ 'a/1.png': greys[0]!, 'a/2.png': greys[1]!, 'b.txt': greys[2]! }) as Uint8Array<ArrayBuffer>,
    async (bytes) => {
      const { files, unpack } = await archiveRead(new Blob([bytes as Uint8Array<ArrayBuffer>]));
      for (const at of files.keys()) await unpack(at);
    },
  ],
];

describe(`${MUTATIONS} seeded mutations each: read, or refused in one sentence`, () => {
  it.each(kinds)('%s', async (_, original, read) => {
    const random = randomSeeded(41);
    let refused = 0;
    for (let trial = 0; trial < MUTATIONS; trial++) {
      try {
        await read(mutated(original, random));
      } catch (error) {
        expect(error, `trial ${trial}`).toBeInstanceOf(InputError);
        expect((error as InputError).message).toMatch(/^[^\n]*[^.]\.$/);
        refused += 1;
      }
    }
    expect(refused).toBeGreaterThan(20);
    expect(refused).toBeLessThan(MUTATIONS - 20);
  });
});
